import type { Instance, Schedule } from '../instance.ts'
import { MINUTES_PER_DAY } from '../instance.ts'
import { homeDaysOf } from './home-days.ts'
import { judgedRules } from './judged-rules.ts'
import type { PlannerRuleKind, RowView } from './planner-rule.ts'

/** A planners' rule that a schedule breaks. */
export interface PlannerBreach {
  readonly rule: string
  readonly kind: PlannerRuleKind
  /** The person, the pair or the group. */
  readonly operators: readonly string[]
  readonly day: number
  /** In the units of the rule: shifts, days, weekends, people or hours. */
  readonly by: number
  /** What it costs; absent for a rule that must be kept. */
  readonly cost?: number
}

/** Every breach of the planners' rules of an instance; none when it has no such rules. */
export function checkPlannerRules(instance: Instance, schedule: Schedule): PlannerBreach[] {
  const ids = instance.operators.map(({ id }) => id)
  return judgedRules(instance, rowsOf(instance, schedule)).flatMap(({ rule, operators, judge }) => {
    const breaches: PlannerBreach[] = []
    judge((day, by) => {
      const cost = rule.weight === undefined ? {} : { cost: rule.weight * by }
      breaches.push({
        rule: rule.id,
        kind: rule.kind,
        operators: operators.map((o) => ids[o] as string),
        day,
        by,
        ...cost,
      })
    })
    return breaches
  })
}

function rowsOf({ operators, shapes, days }: Instance, schedule: Schedule): RowView[] {
  const shapeIndex = new Map(shapes.map(({ id }, index) => [id, index]))
  const shiftsOf = Map.groupBy(schedule.shifts, ({ op }) => op)
  return operators.map((operator) => {
    const { id, history } = operator
    const row = {
      starts: new Int32Array(days).fill(-1),
      shapes: new Int32Array(days),
      daysBefore: history.consecDays,
      isHome: homeDaysOf(operator, days),
    }
    for (const { start, shape } of shiftsOf.get(id) ?? []) {
      const day = Math.floor(start / MINUTES_PER_DAY)
      row.starts[day] = start - day * MINUTES_PER_DAY
      row.shapes[day] = shapeIndex.get(shape) ?? 0
    }
    return row
  })
}
