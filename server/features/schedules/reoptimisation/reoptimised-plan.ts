import { changesBetween } from '#forecasting/scheduling/changes-between.ts'
import { checkSchedule } from '#forecasting/scheduling/check-schedule.ts'
import { isInScope, type Scope } from '#forecasting/scheduling/engine/scope.ts'
import type { Instance, Schedule as Plan, Shift } from '#forecasting/scheduling/instance.ts'
import { checkPlannerRules } from '#forecasting/scheduling/planner-rules/check-planner-rules.ts'
import { score } from '#forecasting/scheduling/score.ts'

/** A plan of which a part was made anew, and what both plans cost. */
export interface ReoptimisedPlan {
  readonly plan: Plan
  readonly cost: { readonly before: number; readonly after: number }
}

const NEGLIGIBLE = 1e-9

/**
 * What a search found, as far as it lies inside the part. The search leaves out shifts that are against
 * a rule, wherever they are; outside of the part they are not its business and stay as they were.
 *
 * @returns the plan that there was where the found one breaks as much and is no better
 */
export function reoptimisedPlan(
  instance: Instance,
  { before, found }: { readonly before: Plan; readonly found: Plan },
  scope: Scope,
): ReoptimisedPlan {
  const spans = new Map(instance.shapes.map(({ id, spanMin }) => [id, spanMin]))
  const outside = changesBetween(before, found).filter((change) => {
    const { op, day, before: old } = change
    const held = old === null ? null : { start: old.start, spanMin: spans.get(old.shape) ?? 0 }
    return !isInScope(scope, { op, day, held })
  })
  const plan = withoutChanges(found, outside)
  const old = worthOf(instance, before)
  const now = worthOf(instance, plan)
  return isBetter(now, old)
    ? { plan, cost: { before: old.cost, after: now.cost } }
    : { plan: before, cost: { before: old.cost, after: old.cost } }
}

interface Worth {
  readonly breaches: number
  readonly cost: number
}

function worthOf(instance: Instance, plan: Plan): Worth {
  return {
    breaches: checkSchedule(instance, plan).length + brokenPlannerRules(instance, plan),
    cost: score(instance, plan).objective,
  }
}

/** Fewer breaches first, then a lower price. */
function isBetter(one: Worth, other: Worth): boolean {
  if (one.breaches !== other.breaches) return one.breaches < other.breaches
  return one.cost < other.cost - NEGLIGIBLE
}

/** By how many units planners' rules that must be kept are broken: `score` prices the others only. */
function brokenPlannerRules(instance: Instance, plan: Plan): number {
  return checkPlannerRules(instance, plan)
    .filter(({ cost }) => cost === undefined)
    .reduce((sum, { by }) => sum + by, 0)
}

function withoutChanges(
  plan: Plan,
  changes: readonly { readonly before: Shift | null; readonly after: Shift | null }[],
): Plan {
  const put = new Set(changes.map(({ after }) => after))
  const kept = plan.shifts.filter((shift) => !put.has(shift))
  return { ...plan, shifts: [...kept, ...changes.flatMap(({ before }) => before ?? [])] }
}
