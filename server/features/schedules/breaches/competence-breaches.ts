import { type LocalDate, localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import type { Language } from '#server/platform/db/column-types.ts'
import type { MessageValues } from '#server/platform/i18n/messages.ts'

import type { LoadedSchedule } from '../load-schedule.ts'
import { type Mentoring, mentoringOf } from '../problem/mentored-shifts.ts'
import type { PlanningOperator, PlanningQueue } from '../problem/planning-rows.ts'
import type { Violation } from '../schedules.schema.ts'
import { ruleText } from './violation-texts.ts'

/** Order № 443/НҚ, п. 18: nobody is admitted to contacts without the competence for them. */
const RULE = 'P18'

/**
 * Shifts of people who on that day hold the competences of no queue at all: one breach a person,
 * naming the queues that they were competent for, and the competence that has expired. A trainee whose
 * mentor is on shift with them is an exception, which is shown and stops nothing; one whose mentor is
 * not, is a breach that says so.
 */
export function competenceBreaches(
  loaded: Pick<LoadedSchedule, 'rows' | 'shifts' | 'permits' | 'sessions'>,
  language: Language,
): readonly Violation[] {
  const { rows, shifts } = loaded
  const byOperator = Map.groupBy(shifts, ({ operatorId }) => operatorId)
  return rows.operators.flatMap((operator) => {
    const barred = (byOperator.get(operator.id) ?? [])
      .map((shift) => ({ ...shift, date: dateOf(shift.startsAt, rows.timezone) }))
      .filter(({ date }) => !isCompetentOn(operator, date))
      .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
      .map((shift) => ({ shift, mentoring: mentoringOf(shift, shift.date, loaded) }))
    return [...Map.groupBy(barred, ({ mentoring }) => mentoring.kind).values()].flatMap((group) => {
      const [first] = group
      if (first === undefined) return []
      return [
        {
          rule: RULE,
          article: null,
          hard: first.mentoring.kind !== 'mentored',
          operatorId: operator.id,
          operatorName: operator.fullName,
          shiftId: first.shift.id,
          dates: [...new Set(group.map(({ shift }) => shift.date))],
          at: first.shift.startsAt,
          text: textOf(first.mentoring, operator, rows.queues, language),
        },
      ]
    })
  })
}

function textOf(
  mentoring: Mentoring,
  operator: PlanningOperator,
  queues: readonly Pick<PlanningQueue, 'id' | 'code'>[],
  language: Language,
): string {
  if (mentoring.kind === 'none') {
    return ruleText(RULE, language, saidOf(operator, queues, language))
  }
  const { mentorName, queueId, fromDate, toDate, allowedBy } = mentoring.permit
  const queue = queues.find(({ id }) => id === queueId)?.code ?? queueId
  return ruleText(mentoring.kind === 'alone' ? 'P18_ALONE' : 'P18_MENTORED', language, {
    mentor: mentorName,
    queue,
    from: fromDate,
    to: toDate,
    who: allowedBy,
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
