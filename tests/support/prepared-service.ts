import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import type { TestProject } from 'vitest/node'

import { type FirstSignIn, launch } from './running-service.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A data folder with the sample's planned week, and who may sign in there. */
    preparedService: FirstSignIn & { readonly folder: string }
  }
}

const FIRST_START =
  /Kezek: (?<address>http\S+)[^]*First sign-in: (?<email>\S+)\s+password: (?<password>\S+)\n/
const PLANNED_WITHIN_MS = 380_000
const ASK_EVERY_MS = 1000

/**
 * Lets the service start once on an empty folder and plan the sample's week, which takes a minute;
 * every test file then starts on a copy of the folder.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'kezek-prepared-'))
  const { found, end } = await launch(folder, FIRST_START)
  const { address = '', email = '', password = '' } = found
  await weekPlanned(address, await signIn(address, { email, password }))
  await end()
  project.provide('preparedService', { folder, email, password })
  return () => rm(folder, { recursive: true, force: true })
}

/** @returns the session's cookies */
async function signIn(address: string, who: FirstSignIn): Promise<string> {
  const answer = await fetch(`${address}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify(who),
  })
  if (!answer.ok) throw new Error(`signing in was answered with ${answer.status}`)
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0])
  return cookies.join('; ')
}

async function weekPlanned(address: string, cookie: string): Promise<void> {
  const until = Date.now() + PLANNED_WITHIN_MS
  while (Date.now() < until) {
    const answer = await fetch(`${address}/api/v1/schedules`, { headers: { cookie } })
    const { schedules } = (await answer.json()) as { readonly schedules: readonly unknown[] }
    if (schedules.length > 0) return
    await wait(ASK_EVERY_MS)
  }
  throw new Error('the sample week was not planned in time')
}
