import { type ChildProcess, spawn } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { inject } from 'vitest'

import { freePort } from './free-port.ts'

/** Who may sign in first. */
export interface FirstSignIn {
  readonly email: string
  readonly password: string
}

/** The service as its user starts it: a process of its own on a data folder of its own. */
export interface RunningService extends FirstSignIn {
  readonly address: string
  /** Ends the process and removes its data. */
  stop(): Promise<void>
}

/**
 * Starts `npm start`'s program where the sample's week is already planned, on a copy of the folder
 * that `prepared-service.ts` made, and waits until it has printed its address.
 *
 * @throws {Error} with what it printed, if it ends before that
 */
export async function startService(): Promise<RunningService> {
  const { folder, email, password } = inject('preparedService')
  const copy = await mkdtemp(path.join(os.tmpdir(), 'kezek-e2e-'))
  await cp(folder, copy, { recursive: true })
  const { found, end } = await launch(copy, /Kezek: (?<address>http\S+)/)
  return {
    address: found['address'] ?? '',
    email,
    password,
    async stop() {
      await end()
      await rm(copy, { recursive: true, force: true })
    },
  }
}

/** A process that has printed what was waited for. */
export interface Launched {
  /** The named groups of the pattern. */
  readonly found: Readonly<Record<string, string>>
  /** Ends it as its user would, and waits until it has ended. */
  readonly end: () => Promise<void>
}

/** @throws {Error} with what it printed, if it ends before it has printed the pattern */
export async function launch(folder: string, pattern: RegExp): Promise<Launched> {
  const child = spawn('node', ['server/main.ts'], {
    env: {
      ...process.env,
      PORT: String(await freePort()),
      KEZEK_DATA: folder,
      KEZEK_LOG: 'silent',
    },
  })
  return {
    found: await printed(child, pattern),
    end: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function printed(child: ChildProcess, pattern: RegExp): Promise<Record<string, string>> {
  let output = ''
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      output += chunk.toString()
      const groups = pattern.exec(output)?.groups
      if (groups !== undefined) resolve(groups)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => reject(new Error(`the service ended with ${code}: ${output}`)))
  })
}
