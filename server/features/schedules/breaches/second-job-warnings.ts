import type { Language } from '#server/platform/db/column-types.ts'

import type { LoadedSchedule } from '../load-schedule.ts'
import { paidMinutesOf } from '../problem/paid-minutes.ts'
import { bothJobsMost, elsewhereMinutes } from '../problem/second-job.ts'
import type { Violation } from '../schedules.schema.ts'
import { dateOf } from './shift-date.ts'
import { ruleText } from './violation-texts.ts'

const KEY = 'second_job'

/**
 * Days on which the work here and elsewhere is more than four hours above the norm of a day (Labour Code,
 * art. 68(3)). It is a warning: what is worked elsewhere is what the person has said of it.
 */
export function secondJobWarnings(
  { rows, shifts }: Pick<LoadedSchedule, 'rows' | 'shifts'>,
  language: Language,
): readonly Violation[] {
  const article = rows.rules.find(({ code }) => code === KEY)?.article ?? null
  const mostMin = bothJobsMost(rows)
  const working = new Set(rows.secondJobs.map(({ operatorId }) => operatorId))
  return rows.operators
    .filter(({ id }) => working.has(id))
    .flatMap((operator) => {
      const own = shifts.filter(({ operatorId }) => operatorId === operator.id)
      const days = Map.groupBy(own, ({ startsAt }) => dateOf(startsAt, rows.timezone))
      return [...days].flatMap(([date, list]) => {
        const elsewhereMin = elsewhereMinutes(operator.id, date, rows)
        const hereMin = list.reduce((sum, shift) => sum + paidMinutesOf(shift), 0)
        const sumMin = hereMin + elsewhereMin
        const [first] = list
        if (first === undefined || elsewhereMin === 0 || sumMin <= mostMin) return []
        return [
          {
            rule: KEY.toUpperCase(),
            article,
            hard: false,
            operatorId: operator.id,
            operatorName: operator.fullName,
            shiftId: first.id,
            dates: [date],
            at: first.startsAt,
            text: ruleText(KEY.toUpperCase(), language, { hereMin, elsewhereMin, sumMin, mostMin }),
          },
        ]
      })
    })
}
