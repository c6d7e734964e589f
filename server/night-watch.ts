import { setTimeout as sleep } from 'node:timers/promises'

import { localDateOf, startOfLocalDay } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'

import { readEveryCenter } from './features/centers/centers.service.ts'
import {
  type Db,
  inCenter,
  type OpenDatabase,
  type Scope,
  systemScope,
} from './platform/db/scope.ts'
import { ProblemError } from './platform/http/problem.ts'
import type { Jobs } from './platform/jobs/jobs.ts'

const HOUR_MS = 3_600_000
const LOOK_EVERY_MS = 10 * 60_000
/** By the centre's clock: conversations of yesterday have ended, and planners have not begun. */
const NIGHT_FROM_HOURS = 2

/** Work that nobody asks for: a kind of job, and whether a centre needs it tonight. */
export interface NightWork {
  readonly kind: string
  readonly isDue: (
    db: Db,
    night: { readonly nowMs: number; readonly sinceMs: number },
  ) => Promise<boolean>
}

interface NightParts {
  readonly db: OpenDatabase
  readonly jobs: Jobs
  readonly work: readonly NightWork[]
}

/**
 * Queues the night's work of every centre, in whichever process looks first: a centre has one job of a
 * kind at a time. A service that was away at night makes up for it when it is back.
 */
export async function watchNights(
  parts: NightParts,
  onError: (error: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await queueNightWork(parts, Date.now()).catch(onError)
    await sleep(LOOK_EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined)
  }
}

/** @returns how many jobs were queued, of all centres together */
export async function queueNightWork(
  { db, jobs, work }: NightParts,
  nowMs: number,
): Promise<number> {
  let queued = 0
  for (const { id, timezone } of await readEveryCenter(db)) {
    const midnightMs = startOfLocalDay(localDateOf(nowMs as EpochMs, timezone), timezone)
    const sinceMs = midnightMs + NIGHT_FROM_HOURS * HOUR_MS
    if (nowMs < sinceMs) continue
    const scope = systemScope(id)
    for (const { kind, isDue } of work) {
      if (!(await inCenter(db, scope, (tx) => isDue(tx, { nowMs, sinceMs })))) continue
      if (await hasQueued(jobs, scope, kind)) queued++
    }
  }
  return queued
}

/** @returns false where the one before has not finished yet */
async function hasQueued(jobs: Jobs, scope: Scope, kind: string): Promise<boolean> {
  try {
    await jobs.enqueue(scope, kind, {})
    return true
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return false
  }
}
