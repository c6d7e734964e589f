import type { Language } from '#server/platform/db/column-types.ts'

import { articleName } from '../../labour-rules/told-rule.ts'
import type { LoadedSchedule } from '../load-schedule.ts'
import { accountMinutes, countedShifts, startDateOf } from '../problem/account-figures.ts'
import { workingTerms } from '../problem/working-terms.ts'
import type { Violation } from '../schedules.schema.ts'
import { ruleText } from './violation-texts.ts'

const KEY = 'summarised_overtime'

type Checked = Pick<LoadedSchedule, 'rows' | 'period' | 'shifts'>

/**
 * Accounting periods whose norm the plan exceeds, together with what is published beside it, by more than
 * the overtime that somebody has agreed to (Labour Code, art. 75(10), 77, 78). Work on holidays does not count.
 */
export function accountingBreaches(loaded: Checked, language: Language): readonly Violation[] {
  const { rows, period, shifts } = loaded
  const article = articleName(rows.rules.find(({ code }) => code === KEY)?.article ?? '')
  const byOperator = Map.groupBy(shifts, ({ operatorId }) => operatorId)
  return rows.operators.flatMap((operator) => {
    const own = byOperator.get(operator.id)
    if (own === undefined) return []
    const { accounts, accountOvertime } = workingTerms(operator, rows, period)
    return accounts.flatMap((account) => {
      const counted = countedShifts(own, account, loaded)
      const overMin = accountMinutes(account, counted) - account.normMinutes
      const last = counted.at(-1)
      if (overMin <= accountOvertime || last === undefined) return []
      const { fromDate: from, toDate: to, normMinutes: normMin } = account
      return [
        {
          rule: KEY.toUpperCase(),
          article,
          hard: true,
          operatorId: operator.id,
          operatorName: operator.fullName,
          shiftId: last.id,
          dates: [...new Set(counted.map((shift) => startDateOf(shift, period.timezone)))],
          at: last.startsAt,
          text: ruleText(KEY.toUpperCase(), language, {
            overMin,
            normMin,
            from,
            to,
            mostMin: accountOvertime,
          }),
        },
      ]
    })
  })
}
