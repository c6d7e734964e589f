import { DAYS_PER_WEEK, MINUTES_PER_WEEK } from '../instance.ts'
import type { OperatorRoster, Rule } from './rule.ts'

/**
 * R08: every full calendar week holds one free stretch, inside the week, of the length that the
 * contract asks for. The Code asks for days off (art. 84), not for hours in a row.
 */
export const weeklyRest: Rule = {
  code: 'R08',
  name: 'weekly_rest',
  check: (roster) => {
    const { instance, contract } = roster
    const weeks = Math.floor(instance.days / DAYS_PER_WEEK)
    return Array.from({ length: weeks }, (_, week) => week).flatMap((week) => {
      const restMin = longestFreeStretch(roster, week)
      if (restMin >= contract.weeklyRestMin) return []
      const days = roster.shifts
        .filter(({ startMin, endMin }) => {
          const from = week * MINUTES_PER_WEEK
          return startMin < from + MINUTES_PER_WEEK && endMin > from
        })
        .map(({ day }) => day)
      const values = { restMin, weeklyRestMin: contract.weeklyRestMin, week }
      return [{ atMin: week * MINUTES_PER_WEEK, days, values }]
    })
  },
}

function longestFreeStretch({ operator, shifts }: OperatorRoster, week: number): number {
  const from = week * MINUTES_PER_WEEK
  const to = from + MINUTES_PER_WEEK
  const within = (minute: number): number => Math.min(to, Math.max(from, minute))
  let freeFrom = within(operator.history.lastShiftEnd)
  let longest = 0
  for (const { startMin, endMin } of shifts) {
    if (endMin <= from || startMin >= to) continue
    longest = Math.max(longest, within(startMin) - freeFrom)
    freeFrom = Math.max(freeFrom, within(endMin))
  }
  return Math.max(longest, to - freeFrom)
}
