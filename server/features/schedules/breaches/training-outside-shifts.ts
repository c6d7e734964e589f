import { addDays, type LocalDate, localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import type { Language } from '#server/platform/db/column-types.ts'

import type { LoadedSchedule } from '../load-schedule.ts'
import type { Violation } from '../schedules.schema.ts'
import { ruleText } from './violation-texts.ts'

/**
 * Sessions of training that no shift of their people holds whole. No law forbids it, so it does not
 * stop publishing: the planner moves the shift, or HR the session.
 */
export function trainingOutsideShifts(
  loaded: Pick<LoadedSchedule, 'rows' | 'period' | 'sessions' | 'shifts'>,
  language: Language,
): readonly Violation[] {
  const { rows, period, sessions, shifts } = loaded
  const names = new Map(rows.operators.map((one) => [one.id, one.fullName]))
  const byOperator = Map.groupBy(shifts, ({ operatorId }) => operatorId)
  const endDate: LocalDate = addDays(period.fromDate, period.days)
  return sessions.flatMap(({ operatorId, startMs, endMs, course }) => {
    const date = localDateOf(startMs as EpochMs, rows.timezone)
    const name = names.get(operatorId)
    const isOfPeriod = date >= period.fromDate && date < endDate
    const isHeld = (byOperator.get(operatorId) ?? []).some(
      ({ startsAt, endsAt }) => Date.parse(startsAt) <= startMs && endMs <= Date.parse(endsAt),
    )
    if (name === undefined || !isOfPeriod || isHeld) return []
    return [
      {
        rule: 'TRAINING',
        article: null,
        hard: false,
        operatorId,
        operatorName: name,
        shiftId: null,
        dates: [date],
        at: new Date(startMs).toISOString(),
        text: ruleText('TRAINING', language, { course: course[language] }),
      },
    ]
  })
}
