import { endOf, type Rule } from './rule.ts'

/** Nobody works on leave, or in hours in which they said they cannot. */
export const away: Rule = {
  code: 'R12',
  legalSource: 'annual_leave',
  check: ({ operator, shapes, shifts }) =>
    shifts.flatMap((shift) => {
      const end = endOf(shift, shapes)
      const touches = (from: number, to: number): boolean => shift.start < to && end > from
      const onLeave = operator.leaveDays.some((day) => touches(day * 1440, (day + 1) * 1440))
      const unavailable = operator.unavailable.some(([from, to]) => touches(from, to))
      if (!onLeave && !unavailable) return []
      const values = { reason: onLeave ? 'leave' : 'unavailable' }
      return [{ code: 'R12', op: operator.id, atMinutes: shift.start, values }]
    }),
}
