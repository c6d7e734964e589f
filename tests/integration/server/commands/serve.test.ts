import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'kezek-serve-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Started {
  readonly child: ChildProcess
  readonly output: string
}

/** Starts the service on the folder and waits for its address, or for its end. */
async function start(): Promise<Started & { readonly code: number | null }> {
  const child = spawn('node', ['server/main.ts'], {
    env: { ...process.env, PORT: '0', KEZEK_DATA: folder, KEZEK_JOBS: 'off', KEZEK_LOG: 'silent' },
  })
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

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.on('exit', (status) => resolve(status)))

const passwordOf = (output: string): string => /password: (\S+)/.exec(output)?.[1] ?? ''

it('keeps its folder to itself, stops when asked, and loses nothing to kill -9', async () => {
  const first = await start()
  expect(first.code).toBeNull()
  const second = await start()
  expect(second.code).toBe(1)
  expect(second.output).toMatch(/another Kezek process is using/)
  const address = /http:\S+/.exec(first.output)?.[0] ?? ''
  const signIn = { email: 'planner@kezek.local', password: passwordOf(first.output) }
  const answer = await fetch(`${address}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(signIn),
  })
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
})
