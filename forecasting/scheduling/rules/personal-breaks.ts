import { isUnpaid, type PersonalBreaks } from '../instance.ts'
import { breaksDue, joinedPlace, workMinutes } from '../personal-breaks.ts'
import type { Finding, RosteredShift, Rule } from './rule.ts'

/**
 * R17: a person to whom the law gives paid breaks of their own has them in every shift: no more work than
 * allowed without one, or all of them together where the person asks for that (Labour Code, art. 82(3)–(5)).
 */
export const personalBreaks: Rule = {
  code: 'R17',
  name: 'personal_breaks',
  check: ({ operator: { personalBreaks: need }, shifts }) =>
    need === undefined ? [] : shifts.flatMap((rostered) => findings(rostered, need)),
}

function findings(rostered: RosteredShift, need: PersonalBreaks): Finding[] {
  const { shift, shape, day, startMin } = rostered
  const breaks = shift.breaks.map(({ kind, len }) => ({ kind, lenMin: len }))
  const due = breaksDue(workMinutes({ spanMin: shape.spanMin, breaks }), need)
  if (due === 0) return []
  const { lenMin, everyMin } = need
  const joinedTo = joinedPlace(need, breaks)
  const values = { breaks: due, lenMin, everyMin, joinedTo }
  if (joinedTo !== 'none') {
    const found = joinedMinutes(rostered, joinedTo)
    return found >= due * lenMin
      ? []
      : [{ atMin: startMin, days: [day], values: { ...values, foundMin: found } }]
  }
  const [late] = stretches(rostered, lenMin).filter(({ workMin }) => workMin > everyMin)
  if (late === undefined) return []
  return [{ atMin: late.fromMin, days: [day], values: { ...values, workMin: late.workMin } }]
}

/** Minutes of the personal break that touches the meal or an end of the shift; 0 without one. */
function joinedMinutes(
  { shift: { breaks }, startMin, endMin }: RosteredShift,
  joinedTo: Exclude<PersonalBreaks['joinedTo'], 'none'>,
): number {
  const meals = breaks.filter(({ kind }) => kind === 'meal')
  const touches = (start: number, end: number): boolean => {
    if (joinedTo === 'start') return start === startMin
    if (joinedTo === 'end') return end === endMin
    return meals.some((meal) => meal.start === end || meal.start + meal.len === start)
  }
  return breaks
    .filter(({ kind, start, len }) => kind === 'personal' && touches(start, start + len))
    .reduce((most, { len }) => Math.max(most, len), 0)
}

/** Work between breaks of at least that length and the ends of the shift, meals not counted. */
function stretches(
  { shift, startMin, endMin }: RosteredShift,
  lenMin: number,
): { readonly fromMin: number; readonly workMin: number }[] {
  const ends = shift.breaks
    .filter(({ kind, len }) => kind === 'personal' && len >= lenMin)
    .toSorted((a, b) => a.start - b.start)
  const unpaid = shift.breaks.filter(isUnpaid)
  return [...ends, { start: endMin, len: 0 }].map(({ start }, k) => {
    const before = ends[k - 1]
    const fromMin = before === undefined ? startMin : before.start + before.len
    const off = unpaid
      .filter((pause) => pause.start >= fromMin && pause.start < start)
      .reduce((sum, { len }) => sum + len, 0)
    return { fromMin, workMin: start - fromMin - off }
  })
}
