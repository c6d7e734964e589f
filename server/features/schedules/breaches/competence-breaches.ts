import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { Language } from '#server/platform/db/column-types.ts'
import { dateText } from '#server/platform/i18n/date-text.ts'
import type { MessageValues } from '#server/platform/i18n/messages.ts'

import type { LoadedSchedule } from '../load-schedule.ts'
import { type Mentoring, mentoringOf } from '../problem/mentored-shifts.ts'
import type { PlanningOperator, PlanningQueue } from '../problem/planning-rows.ts'
import type { Shift, Violation } from '../schedules.schema.ts'
import { dateOf } from './shift-date.ts'
import { ruleText } from './violation-texts.ts'

/** Order № 443/НҚ, п. 18: nobody is admitted to contacts without the competence for them. */
const RULE = 'P18'

/** What of a schedule says who may take contacts when. */
export type CompetenceFacts = Pick<LoadedSchedule, 'rows' | 'shifts' | 'permits' | 'sessions'>

/**
 * Shifts of people who on that day hold the competences of no queue at all: one breach a person,
 * naming the queues that they were competent for, and the competence that has expired. A trainee whose
 * mentor is on shift with them is an exception, which is shown and stops nothing; one whose mentor is
 * not, is a breach that says so.
 */
export function competenceBreaches(
  loaded: CompetenceFacts,
  language: Language,
): readonly Violation[] {
  const { rows } = loaded
  const byOperator = Map.groupBy(loaded.shifts, ({ operatorId }) => operatorId)
  return rows.operators.flatMap((operator) => {
    const shifts = byOperator.get(operator.id) ?? []
    const barred = shiftsWithoutCompetence(operator, loaded, shifts)
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
          dates: [...new Set(group.map(({ date }) => date))],
          at: first.shift.startsAt,
          text: textOf(first.mentoring, operator, rows.queues, language),
        },
      ]
    })
  })
}

interface BarredShift {
  readonly shift: Shift
  /** The centre's day on which it begins. */
  readonly date: LocalDate
  readonly mentoring: Mentoring
}

/**
 * Somebody's shifts on days on which they hold the competences of no queue, in order, each with how it stands
 * to the exceptions.
 *
 * @param own where the caller has picked them out already
 */
export function shiftsWithoutCompetence(
  operator: PlanningOperator,
  loaded: CompetenceFacts,
  own: readonly Shift[] = loaded.shifts.filter(({ operatorId }) => operatorId === operator.id),
): BarredShift[] {
  return own
    .map((shift) => ({ shift, date: dateOf(shift.startsAt, loaded.rows.timezone) }))
    .filter(({ date }) => !isCompetentOn(operator, date))
    .toSorted((a, b) => a.shift.startsAt.localeCompare(b.shift.startsAt))
    .map(({ shift, date }) => ({ shift, date, mentoring: mentoringOf(shift, date, loaded) }))
}

function textOf(
  mentoring: Mentoring,
  operator: PlanningOperator,
  queues: readonly Pick<PlanningQueue, 'id' | 'name'>[],
  language: Language,
): string {
  if (mentoring.kind === 'none') {
    return ruleText(RULE, language, saidOf(operator, queues, language))
  }
  const { mentorName, queueId, fromDate, toDate, allowedBy } = mentoring.permit
  const queue = queues.find(({ id }) => id === queueId)?.name[language] ?? queueId
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

/** Such as `Calls in Kazakh: «Speech culture» (3 June 2026)`; nothing of somebody who never was competent. */
function saidOf(
  { competentFor }: PlanningOperator,
  queues: readonly Pick<PlanningQueue, 'id' | 'name'>[],
  language: Language,
): MessageValues {
  const names = new Map(queues.map(({ id, name }) => [id, name[language]]))
  const expired = competentFor.map(({ queueId, validUntil, firstToExpire }) => {
    const competence = firstToExpire === null ? '' : `: «${firstToExpire[language]}»`
    return `${names.get(queueId) ?? queueId}${competence} (${validUntil === null ? '' : dateText(validUntil, language)})`
  })
  return { known: expired.length > 0 ? 'yes' : 'no', expired: expired.join(', ') }
}
