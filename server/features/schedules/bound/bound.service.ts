import { checkSchedule } from '#forecasting/scheduling/check-schedule.ts'
import type { Instance, Schedule as Plan } from '#forecasting/scheduling/instance.ts'
import { score } from '#forecasting/scheduling/score.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { loadSchedule, type LoadedSchedule } from '../load-schedule.ts'
import { hashOf } from '../problem/instance-hash.ts'
import { toPlan } from '../problem/plan-schedule.ts'
import { withSessionDemand } from '../problem/session-pauses.ts'
import type { ScheduleRow } from '../schedules.queries.ts'
import { findLatestBound } from './bound.queries.ts'
import type { ScheduleBound } from './bound.schema.ts'

/** What is proven, and of which plan: of all legal ones, so no lock and no wish of people counts. */
export interface BoundProblem {
  readonly row: ScheduleRow
  readonly instance: Instance
  readonly plan: Plan
}

export function boundProblem(loaded: LoadedSchedule): BoundProblem {
  const instance = withSessionDemand(loaded)
  const people = new Set(instance.operators.map(({ id }) => id))
  const plan = toPlan(loaded)
  return {
    row: loaded.row,
    instance,
    // Of people who are not planned in the period the problem knows nothing.
    plan: { ...plan, shifts: plan.shifts.filter(({ op }) => people.has(op)) },
  }
}

/** A bound holds for as long as this stays the same: whatever happens to the shifts. */
export function boundHash(instance: Instance): string {
  return hashOf({
    ...instance,
    // What people and planners wish costs nothing or more, and no bound looks at it.
    plannerRules: [],
    operators: instance.operators.map((operator) => ({ ...operator, prefs: null })),
  })
}

/**
 * How near a schedule is to the best possible, as it stands now: the bound is of the people and what is
 * asked of them, so it outlives every change of a shift.
 *
 * @returns null while nobody has asked for a proof
 * @throws {ProblemError} `schedule-unknown`
 */
export async function readBound(db: Db, scheduleId: string): Promise<ScheduleBound | null> {
  const proven = await findLatestBound(db, scheduleId)
  const loaded = await loadSchedule(db, scheduleId)
  if (proven === undefined) return null
  const { instance, plan } = boundProblem(loaded)
  const { core } = score(instance, plan)
  return {
    id: proven.id,
    scheduleId,
    bound: proven.bound,
    core,
    gap: proven.bound > 0 ? core / proven.bound - 1 : null,
    isStale: proven.data_hash !== boundHash(instance),
    breaksRules: checkSchedule(instance, plan).length > 0,
    madeBy: proven.made_by,
    madeAt: proven.made_at.toISOString(),
  }
}
