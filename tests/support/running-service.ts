import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { freePort } from './free-port.ts'

/** The service as its user starts it: a process of its own on an empty data folder. */
export interface RunningService {
  readonly address: string
  readonly email: string
  readonly password: string
  /** Ends the process and removes its data. */
  stop(): Promise<void>
}

/**
 * Starts `npm start`'s program and waits until it has printed its address and first sign-in.
 *
 * @throws {Error} with what it printed, if it ends before that
 */
export async function startService(): Promise<RunningService> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'kezek-e2e-'))
  const child = spawn('node', ['server/main.ts'], {
    env: {
      ...process.env,
      PORT: String(await freePort()),
      KEZEK_DATA: folder,
      KEZEK_LOG: 'silent',
    },
  })
  const output = await firstLines(child)
  const found = (pattern: RegExp): string => pattern.exec(output)?.[1] ?? ''
  return {
    address: found(/Kezek: (http\S+)/),
    email: found(/First sign-in: (\S+)/),
    password: found(/password: (\S+)/),
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function firstLines(child: ChildProcess): Promise<string> {
  let output = ''
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      output += chunk.toString()
      if (/password: \S+/.test(output)) resolve(output)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => reject(new Error(`the service ended with ${code}: ${output}`)))
  })
}
