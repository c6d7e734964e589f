import { type LocalDate, localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import type { Language } from '#server/platform/db/column-types.ts'

import type { LoadedSchedule } from '../load-schedule.ts'
import { workingTerms } from '../problem/working-terms.ts'
import type { Shift, Violation } from '../schedules.schema.ts'
import { ruleText } from './violation-texts.ts'

const KEY = 'holiday_work'

/**
 * Shifts on holidays of people who do not work on them: who is barred from it, and who does not work by
 * shifts and has not agreed in writing (Labour Code, art. 84(5), 85). It is not said which. A shift that
 * reaches over midnight into a holiday is work on it.
 */
export function holidayBreaches(
  { rows, period, shifts }: Pick<LoadedSchedule, 'rows' | 'period' | 'shifts'>,
  language: Language,
): readonly Violation[] {
  const article = rows.rules.find(({ code }) => code === KEY)?.article ?? null
  const byOperator = Map.groupBy(shifts, ({ operatorId }) => operatorId)
  return rows.operators.flatMap((operator) => {
    const own = byOperator.get(operator.id)
    if (own === undefined) return []
    const { barredDates } = workingTerms(operator, rows, period)
    return own.flatMap((shift) =>
      barredDates
        .filter((date) => touchedDates(shift, rows.timezone).includes(date))
        .map((date) => ({
          rule: KEY.toUpperCase(),
          article,
          hard: true,
          operatorId: operator.id,
          operatorName: operator.fullName,
          shiftId: shift.id,
          dates: [date],
          at: shift.startsAt,
          text: ruleText(KEY.toUpperCase(), language, { date }),
        })),
    )
  })
}

/** The days of its first and its last minute: no shift is longer than a day. */
function touchedDates({ startsAt, endsAt }: Shift, timezone: string): readonly LocalDate[] {
  return [Date.parse(startsAt), Date.parse(endsAt) - 1].map((ms) =>
    localDateOf(ms as EpochMs, timezone),
  )
}
