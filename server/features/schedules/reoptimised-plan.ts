import { changesBetween } from '#forecasting/scheduling/changes-between.ts'
import { checkSchedule } from '#forecasting/scheduling/check-schedule.ts'
import { isInScope, type Scope } from '#forecasting/scheduling/engine/scope.ts'
import type { Instance, Schedule as Plan, Shift } from '#forecasting/scheduling/instance.ts'
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
  const [old, now] = [before, plan].map((one) => ({
    breaches: checkSchedule(instance, one).length,
    cost: score(instance, one).objective,
  }))
  const [was, is] = [old?.cost ?? 0, now?.cost ?? 0]
  const isBetter =
    old?.breaches === now?.breaches
      ? is < was - NEGLIGIBLE
      : (now?.breaches ?? 0) < (old?.breaches ?? 0)
  return isBetter
    ? { plan, cost: { before: was, after: is } }
    : { plan: before, cost: { before: was, after: was } }
}

function withoutChanges(
  plan: Plan,
  changes: readonly { readonly before: Shift | null; readonly after: Shift | null }[],
): Plan {
  const put = new Set(changes.map(({ after }) => after))
  const kept = plan.shifts.filter((shift) => !put.has(shift))
  return { ...plan, shifts: [...kept, ...changes.flatMap(({ before }) => before ?? [])] }
}
