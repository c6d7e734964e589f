import { type LocalDate, localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import type { Language } from '#server/platform/db/column-types.ts'
import type { MessageValues } from '#server/platform/i18n/messages.ts'

import type { LoadedSchedule } from './load-schedule.ts'
import type { PlanningOperator, PlanningQueue } from './planning-rows.ts'
import type { Violation } from './schedules.schema.ts'
import { ruleText } from './violation-texts.ts'

/** Order № 443/НҚ, п. 18: nobody is admitted to contacts without the competence for them. */
const RULE = 'P18'

/**
 * Shifts of people who on that day hold the competences of no queue at all: one breach a person,
 * naming the queues that they were competent for, and the competence that has expired.
 */
export function competenceBreaches(
  { rows, shifts }: Pick<LoadedSchedule, 'rows' | 'shifts'>,
  language: Language,
): readonly Violation[] {
  const byOperator = Map.groupBy(shifts, ({ operatorId }) => operatorId)
  return rows.operators.flatMap((operator) => {
    const barred = (byOperator.get(operator.id) ?? [])
      .map((shift) => ({ ...shift, date: dateOf(shift.startsAt, rows.timezone) }))
      .filter(({ date }) => !isCompetentOn(operator, date))
      .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
    const [first] = barred
    if (first === undefined) return []
    return [
      {
        rule: RULE,
        article: null,
        hard: true,
        operatorId: operator.id,
        operatorName: operator.fullName,
        shiftId: first.id,
        dates: [...new Set(barred.map(({ date }) => date))],
        at: first.startsAt,
        text: ruleText(RULE, language, saidOf(operator, rows.queues, language)),
      },
    ]
  })
}

function isCompetentOn({ competentFor }: PlanningOperator, date: LocalDate): boolean {
  return competentFor.some(({ validUntil }) => validUntil === null || validUntil >= date)
}

/** Such as `voice-kk: «Speech culture» (2026-06-03)`; nothing of somebody who never was competent. */
function saidOf(
  { competentFor }: PlanningOperator,
  queues: readonly Pick<PlanningQueue, 'id' | 'code'>[],
  language: Language,
): MessageValues {
  const codes = new Map(queues.map(({ id, code }) => [id, code]))
  const expired = competentFor.map(({ queueId, validUntil, firstToExpire }) => {
    const competence = firstToExpire === null ? '' : `: «${firstToExpire[language]}»`
    return `${codes.get(queueId) ?? queueId}${competence} (${validUntil})`
  })
  return { known: expired.length > 0 ? 'yes' : 'no', expired: expired.join(', ') }
}

function dateOf(instant: string, zone: string): LocalDate {
  return localDateOf(Date.parse(instant) as EpochMs, zone)
}
