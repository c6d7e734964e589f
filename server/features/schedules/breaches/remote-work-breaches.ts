import type { Language } from '#server/platform/db/column-types.ts'

import { remoteSpanOn } from '../../operators/work-at-home.ts'
import type { LoadedSchedule } from '../load-schedule.ts'
import { ofOperator } from '../problem/of-operator.ts'
import type { Violation } from '../schedules.schema.ts'
import { dateOf } from './shift-date.ts'
import { ruleText } from './violation-texts.ts'

const KEY = 'remote'
const CODE = 'REMOTE_WORK'

/**
 * Shifts that somebody has set to be worked at home on a day on which the person does not work from afar, by
 * agreement or by an act of the employer (Labour Code, art. 138): the record was ended since, or the shift
 * moved.
 */
export function remoteWorkBreaches(
  { rows, shifts }: Pick<LoadedSchedule, 'rows' | 'shifts'>,
  language: Language,
): readonly Violation[] {
  const article = rows.rules.find(({ code }) => code === KEY)?.article ?? null
  const names = new Map(rows.operators.map(({ id, fullName }) => [id, fullName]))
  return shifts
    .filter(({ workPlace }) => workPlace === 'home')
    .flatMap(({ id, operatorId, startsAt }) => {
      const date = dateOf(startsAt, rows.timezone)
      if (remoteSpanOn(ofOperator(rows.remoteWork, operatorId), date) !== undefined) return []
      return [
        {
          rule: CODE,
          article,
          hard: true,
          operatorId,
          operatorName: names.get(operatorId) ?? null,
          shiftId: id,
          dates: [date],
          at: startsAt,
          text: ruleText(CODE, language, { date }),
        },
      ]
    })
}
