import type { Instance, Operator } from '../instance.ts'
import { daysOffInARow } from './days-off-in-a-row.ts'
import { forbiddenSuccession } from './forbidden-succession.ts'
import { peopleOnShift } from './people-on-shift.ts'
import type { PlannerRule, ReportBreach, RowView, RuleScope, ShapeFacts } from './planner-rule.ts'
import { rotation } from './rotation.ts'
import { shiftsOfKind } from './shifts-of-kind.ts'
import { startSpread } from './start-spread.ts'
import { weekendsWorked } from './weekends-worked.ts'
import { workingDaysInARow } from './working-days-in-a-row.ts'
import { worksWith } from './works-with.ts'

/** A rule with the people whose rows it looks at together, by index: one, a pair or a group. */
export interface JudgedRule {
  readonly rule: PlannerRule
  readonly operators: readonly number[]
  readonly judge: (report: ReportBreach) => void
}

/**
 * The planners' rules of an instance, each for everyone whom it judges.
 *
 * @param rows one for each operator of the instance; they may change between judgements
 */
export function judgedRules(instance: Instance, rows: readonly RowView[]): JudgedRule[] {
  const gaps = instance.shapes.map(({ breaks }) => breaks.find(({ kind }) => kind === 'gap'))
  const shapes: ShapeFacts = {
    ids: instance.shapes.map(({ id }) => id),
    spanMinutes: Int32Array.from(instance.shapes, ({ spanMin }) => spanMin),
    gapFrom: Int32Array.from(gaps, (gap) => gap?.fromMin ?? 0),
    gapMinutes: Int32Array.from(gaps, (gap) => gap?.lenMin ?? 0),
  }
  return (instance.plannerRules ?? []).flatMap((rule) => {
    const judged = judgedBy(instance, rule.for)
    return groupsOf(instance, rule, judged).map((operators) => {
      const own = operators.map((o) => rows[o] as RowView)
      return { rule, operators, judge: (report) => judgeRows(own, rule, shapes, report) }
    })
  })
}

function judgedBy({ operators }: Instance, scope: RuleScope): number[] {
  const isJudged = ({ id, contract, skills }: Operator): boolean =>
    (scope.operators?.includes(id) ?? true) &&
    (scope.contracts?.includes(contract) ?? true) &&
    (scope.skills?.some((skill) => skills.includes(skill)) ?? true)
  return [...operators.keys()].filter((o) => isJudged(operators[o] as Operator))
}

function groupsOf(
  { operators }: Instance,
  rule: PlannerRule,
  judged: readonly number[],
): (readonly number[])[] {
  if (rule.kind === 'people_on_shift') return judged.length === 0 ? [] : [judged]
  if (rule.kind !== 'works_with') return judged.map((o) => [o])
  const other = operators.findIndex(({ id }) => id === rule.other)
  return judged.filter((o) => o !== other).map((o) => [o, other])
}

function judgeRows(
  rows: readonly RowView[],
  rule: PlannerRule,
  shapes: ShapeFacts,
  report: ReportBreach,
): void {
  const [row, other] = rows as [RowView, RowView]
  switch (rule.kind) {
    case 'shifts_of_kind':
      return shiftsOfKind(row, rule, shapes, report)
    case 'working_days_in_a_row':
      return workingDaysInARow(row, rule, report)
    case 'days_off_in_a_row':
      return daysOffInARow(row, rule, report)
    case 'weekends_worked':
      return weekendsWorked(row, rule, report)
    case 'forbidden_succession':
      return forbiddenSuccession(row, rule, shapes, report)
    case 'start_spread':
      return startSpread(row, rule, report)
    case 'rotation':
      return rotation(row, rule, shapes, report)
    case 'works_with':
      return worksWith([row, other], rule, shapes, report)
    case 'people_on_shift':
      return peopleOnShift(rows, rule, shapes, report)
  }
}
