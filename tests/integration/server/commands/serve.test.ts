import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'

/** Three processes start one after another, and the first may have to build the page. */
const TIMEOUT_MS = 240_000

let folder: string
const children: ChildProcess[] = []
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'kezek-serve-'))
})
afterAll(async () => {
  for (const child of children.filter(isRunning)) {
    const killed = ended(child)
    child.kill('SIGKILL')
    await killed
  }
  await rm(folder, { recursive: true, force: true })
})

interface Started {
  readonly child: ChildProcess
  readonly output: string
}

/** Starts the service on the folder and waits for its address, or for its end. */
async function start(): Promise<Started & { readonly code: number | null }> {
  const child = spawn('node', ['server/main.ts'], {
    env: { ...process.env, PORT: '0', KEZEK_DATA: folder, KEZEK_JOBS: 'off', KEZEK_LOG: 'silent' },
  })
  children.push(child)
  let output = ''
  const heard = (chunk: Buffer): void => void (output += chunk.toString())
  child.stdout.on('data', heard)
  child.stderr.on('data', heard)
  const code = await new Promise<number | null>((resolve) => {
    child.stdout.on('data', () => output.includes('Kezek: http') && resolve(null))
    child.on('exit', (status) => resolve(status))
  })
  return { child, output, code }
}

const isRunning = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode === null && signalCode === null

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.on('exit', (status) => resolve(status)))

/** Signs in as a page that came from `origin` does. */
const signIn = (address: string, password: string, origin: string): Promise<Response> =>
  fetch(`${address}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email: 'planner@kezek.local', password }),
  })

const passwordOf = (output: string): string => /password: (\S+)/.exec(output)?.[1] ?? ''

it(
  'keeps its folder to itself, stops when asked, and loses nothing to kill -9',
  { timeout: TIMEOUT_MS },
  async () => {
    const first = await start()
    expect(first.code).toBeNull()
    const second = await start()
    expect(second.code).toBe(1)
    expect(second.output).toMatch(/another Kezek process is using/)
    const address = /http:\S+/.exec(first.output)?.[0] ?? ''
    const password = passwordOf(first.output)
    expect((await signIn(address, password, 'http://127.0.0.1:1')).status).toBe(403)
    const answer = await signIn(address, password, address)
    expect(answer.status).toBe(200)
    const cookie = answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
    const change = await fetch(`${address}/api/v1/center`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ asaLowerSeconds: 33 }),
    })
    expect(await change.json()).toMatchObject({ asaLowerSeconds: 33 })
    const killed = ended(first.child)
    first.child.kill('SIGKILL')
    await killed

    const again = await start()
    expect(again.code).toBeNull()
    expect(passwordOf(again.output)).toBe('')
    const kept = await fetch(`${/http:\S+/.exec(again.output)?.[0] ?? ''}/api/v1/center`, {
      headers: { cookie },
    })
    expect(await kept.json()).toMatchObject({ asaLowerSeconds: 33 })
    const stopped = ended(again.child)
    again.child.kill('SIGTERM')
    expect(await stopped).toBe(0)
  },
)
