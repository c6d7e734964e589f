import { setTimeout as sleep } from 'node:timers/promises'

import { localDateOf, startOfLocalDay } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import { inCenter, type OpenDatabase, systemScope } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'
import type { Jobs } from '#server/platform/jobs/jobs.ts'

import { readEveryCenter } from '../centers/centers.service.ts'
import { findChangedDays } from './contact-days.service.ts'

const HOUR_MS = 3_600_000
const LOOK_EVERY_MS = 10 * 60_000
/** By the centre's clock: conversations of yesterday have ended, and planners have not begun. */
const NIGHT_FROM_HOURS = 2

/**
 * Queues the night's work of every centre, in whichever process looks first: a centre has one job of a
 * kind at a time. A service that was away at night makes up for it when it is back.
 */
export async function watchNights(
  parts: { readonly db: OpenDatabase; readonly jobs: Jobs },
  onError: (error: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await queueNightWork(parts, Date.now()).catch(onError)
    await sleep(LOOK_EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined)
  }
}

/** @returns how many centres had something to do */
export async function queueNightWork(
  { db, jobs }: { readonly db: OpenDatabase; readonly jobs: Jobs },
  nowMs: number,
): Promise<number> {
  let queued = 0
  for (const { id, timezone } of await readEveryCenter(db)) {
    const midnightMs = startOfLocalDay(localDateOf(nowMs as EpochMs, timezone), timezone)
    if (nowMs < midnightMs + NIGHT_FROM_HOURS * HOUR_MS) continue
    const scope = systemScope(id)
    const days = await inCenter(db, scope, (tx) => findChangedDays(tx, nowMs))
    if (days.length === 0) continue
    try {
      await jobs.enqueue(scope, 'contact-days', {})
      queued++
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
    }
  }
  return queued
}
