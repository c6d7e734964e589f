import { type Violation, checkRoster, rostersOf } from './check-schedule.ts'
import { withEarlyBreaks } from './early-breaks.ts'
import { type Instance, MINUTES_PER_DAY, type Operator } from './instance.ts'
import { ALL_RULES } from './rules/all-rules.ts'
import { type OperatorRoster, rosteredShift } from './rules/rule.ts'

/** A rule that no shift of some days can keep, however the rest of the week looks. */
export interface BarredDays {
  readonly rule: string
  readonly days: readonly number[]
  readonly values: Violation['values']
}

/**
 * Why somebody can be given no shift on some days: of each day the shift that breaks the fewest rules
 * tells them. The rule of most days comes first.
 *
 * @param days on which every shift of the contract breaks a rule by itself
 */
export function barredDays(
  instance: Instance,
  operator: Operator,
  days: readonly number[],
): BarredDays[] {
  const roster = rostersOf({ ...instance, operators: [operator] }, new Map())[0]
  if (roster === undefined) return []
  const broken = days.flatMap((day) => leastBroken(roster, day).map((one) => ({ day, ...one })))
  return [...Map.groupBy(broken, ({ code }) => code)]
    .map(([rule, list]) => ({
      rule,
      days: [...new Set(list.map(({ day }) => day))],
      values: list[0]?.values ?? {},
    }))
    .toSorted((a, b) => b.days.length - a.days.length)
}

function leastBroken(roster: OperatorRoster, day: number): readonly Violation[] {
  const { instance, contract } = roster
  let least: readonly Violation[] | undefined
  for (const shape of instance.shapes) {
    if (!contract.shapes.includes(shape.id)) continue
    for (let at = shape.startFromMin; at <= shape.startToMin; at += shape.startStepMin) {
      const start = day * MINUTES_PER_DAY + at
      const shift = withEarlyBreaks(instance, { op: roster.operator.id, shape, start })
      const broken = checkRoster({ ...roster, shifts: [rosteredShift(shift, shape)] }, ALL_RULES)
      if (least === undefined || broken.length < least.length) least = broken
    }
  }
  return least ?? []
}
