import { blockersOf } from '#forecasting/scheduling/diagnose.ts'
import type { Instance, Lock, Schedule as Plan } from '#forecasting/scheduling/instance.ts'
import type { Language } from '#server/platform/db/column-types.ts'

import { impossible } from '../explanations/impossible.ts'
import type { LoadedSchedule } from '../load-schedule.ts'
import { toLocks, toPlan } from './plan-schedule.ts'

/** A stored schedule as the engine goes on from it: what is locked stays. */
export interface SolvablePlan {
  readonly instance: Instance
  readonly plan: Plan
}

/**
 * Makes a stored schedule a problem to go on from. Locks of days on which their person is away now
 * are dropped; shifts of people who are not planned in the period are left out, and so untouched.
 *
 * @throws {ProblemError} `schedule-impossible` when what is locked cannot stand together
 */
export function solvablePlan(loaded: LoadedSchedule, language: Language): SolvablePlan {
  const { rows, period, shifts } = loaded
  const planned = new Map(loaded.instance.operators.map((one) => [one.id, new Set(one.leaveDays)]))
  const isPossible = ({ op, day }: Lock): boolean => planned.get(op)?.has(day) === false
  const instance = {
    ...loaded.instance,
    locks: toLocks(shifts, rows, period).filter(isPossible),
  }
  const blockers = blockersOf(instance)
  if (blockers.length > 0) throw impossible(blockers, rows, { period, language })
  const plan = toPlan({ shifts, rows, instance, period })
  return { instance, plan: { ...plan, shifts: plan.shifts.filter(({ op }) => planned.has(op)) } }
}
