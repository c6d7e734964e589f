import type { InstanceRules } from '../instance.ts'
import { type ShiftPart, shiftParts } from '../shift-parts.ts'
import type { Finding, RosteredShift, Rule } from './rule.ts'
import { paidMinutes } from './rule.ts'

/**
 * R05: a long shift has a meal break of a lawful length, not paid, at a sensible time; so has a long part of a
 * split shift, between whose parts there is time to eat.
 *
 * The Code asks for the break and its least length (art. 81); when it starts and how long it may at
 * most be is for the house to say.
 */
export const mealBreak: Rule = {
  code: 'R05',
  name: 'meal_break',
  check: ({ instance, shifts }) =>
    shifts.flatMap((rostered) => [
      ...mealFindings(rostered, instance.rules),
      ...paidTimeFindings(rostered),
    ]),
}

function mealFindings(rostered: RosteredShift, rules: InstanceRules): Finding[] {
  const { shift, startMin, endMin } = rostered
  const breaks = shift.breaks.map(({ kind, start, len }) => ({
    kind,
    startMin: start,
    lenMin: len,
  }))
  return shiftParts(startMin, endMin, breaks).flatMap((part) => mealsOfPart(rostered, part, rules))
}

function mealsOfPart(
  { shift, day, endMin }: RosteredShift,
  { fromMin, toMin }: ShiftPart,
  rules: InstanceRules,
): Finding[] {
  if (toMin - fromMin < rules.mealRequiredFromSpanMin) return []
  const meals = shift.breaks
    .filter(({ kind, start }) => kind === 'meal' && (toMin === endMin || start < toMin))
    .filter(({ start }) => start >= fromMin)
    .toSorted((a, b) => a.start - b.start)
  const [first] = meals
  if (first === undefined) {
    return [{ atMin: fromMin, days: [day], values: { spanMin: toMin - fromMin, meals: 0 } }]
  }
  const { mealEarliestMin, mealLatestMin, mealMinLenMin, mealMaxLenMin } = rules
  const findings: Finding[] = []
  const offsetMin = first.start - fromMin
  if (offsetMin < mealEarliestMin || offsetMin > mealLatestMin) {
    const values = { offsetMin, mealEarliestMin, mealLatestMin }
    findings.push({ atMin: first.start, days: [day], values, houseRule: true })
  }
  for (const { start, len } of meals) {
    const values = { lenMin: len, mealMinLenMin, mealMaxLenMin }
    if (len < mealMinLenMin) findings.push({ atMin: start, days: [day], values })
    if (len > mealMaxLenMin) findings.push({ atMin: start, days: [day], values, houseRule: true })
  }
  return findings
}

function paidTimeFindings(rostered: RosteredShift): Finding[] {
  const { shape, day, startMin } = rostered
  const paidMin = paidMinutes(rostered)
  if (paidMin === shape.paidMin) return []
  return [{ atMin: startMin, days: [day], values: { paidMin, shapePaidMin: shape.paidMin } }]
}
