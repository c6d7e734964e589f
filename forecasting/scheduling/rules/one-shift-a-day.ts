import type { Rule } from './rule.ts'

/** R03: no two shifts of a person start on one day. */
export const oneShiftADay: Rule = {
  code: 'R03',
  name: 'one_shift_a_day',
  check: ({ shifts }) =>
    shifts
      .filter(({ day }, index) => shifts.findIndex((other) => other.day === day) < index)
      .map(({ day, startMin }) => ({ atMin: startMin, days: [day], values: {} })),
}
