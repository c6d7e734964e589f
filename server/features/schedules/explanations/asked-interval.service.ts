import type { EpochMs } from '#forecasting/kernel/units.ts'
import {
  type Instance,
  MINUTES_PER_DAY,
  type Schedule as Plan,
} from '#forecasting/scheduling/instance.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { loadSchedule, type LoadedSchedule } from '../load-schedule.ts'
import { fromPlanMinutes, toPlanMinutes } from '../problem/build-instance.ts'
import { toLocks, toPlan } from '../problem/plan-schedule.ts'
import { withSessionDemand } from '../problem/session-pauses.ts'

/** One interval of a stored schedule, and all that is needed to say why it is as it is. */
export interface AskedInterval {
  readonly loaded: LoadedSchedule
  /** What is locked counts, and people in sessions of training are asked for once more. */
  readonly instance: Instance
  readonly plan: Plan
  readonly interval: number
  readonly startMs: EpochMs
  readonly endMs: EpochMs
}

/**
 * @param at any instant of the interval, RFC 3339
 * @throws {ProblemError} `schedule-unknown`, `record-unknown` for an instant outside the schedule
 */
export async function readAskedInterval(
  db: Db,
  scheduleId: string,
  at: string,
): Promise<AskedInterval> {
  const loaded = await loadSchedule(db, scheduleId)
  const { period, rows, shifts } = loaded
  const { days, intervalMin } = loaded.instance
  const minutes = toPlanMinutes(Date.parse(at) as EpochMs, period)
  if (minutes < 0 || minutes >= days * MINUTES_PER_DAY) throw new ProblemError('record-unknown')
  const interval = Math.floor(minutes / intervalMin)
  return {
    loaded,
    instance: { ...withSessionDemand(loaded), locks: toLocks(shifts, rows, period) },
    plan: toPlan(loaded),
    interval,
    startMs: fromPlanMinutes(interval * intervalMin, period),
    endMs: fromPlanMinutes((interval + 1) * intervalMin, period),
  }
}
