import type { Language } from '#server/platform/db/column-types.ts'

import type { LoadedSchedule } from '../load-schedule.ts'
import { isEmployedOn } from '../problem/days-at-work.ts'
import type { Violation } from '../schedules.schema.ts'
import { dateOf } from './shift-date.ts'
import { ruleText } from './violation-texts.ts'

const RULE = 'EMPLOYMENT'

/** Shifts of people before they are hired or after they have left: one breach a person and side. */
export function employmentBreaches(
  { rows, shifts }: Pick<LoadedSchedule, 'rows' | 'shifts'>,
  language: Language,
): readonly Violation[] {
  const byOperator = Map.groupBy(shifts, ({ operatorId }) => operatorId)
  return rows.operators.flatMap((operator) => {
    const outside = (byOperator.get(operator.id) ?? [])
      .map(({ id, startsAt }) => ({ id, startsAt, date: dateOf(startsAt, rows.timezone) }))
      .filter(({ date }) => !isEmployedOn(operator, date))
      .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
    const sides = Map.groupBy(outside, ({ date }) => date < operator.hiredOn)
    return [...sides].flatMap(([isBefore, group]) => {
      const [first] = group
      if (first === undefined) return []
      const day = isBefore ? operator.hiredOn : (operator.leftOn ?? operator.hiredOn)
      return [
        {
          rule: RULE,
          article: null,
          hard: true,
          operatorId: operator.id,
          operatorName: operator.fullName,
          shiftId: first.id,
          dates: [...new Set(group.map(({ date }) => date))],
          at: first.startsAt,
          text: ruleText(RULE, language, { left: isBefore ? 'no' : 'yes', day }),
        },
      ]
    })
  })
}
