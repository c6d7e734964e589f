import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'

import type { PermitSpan } from '../../trainees/permit-spans.service.ts'
import type { LoadedSchedule } from '../load-schedule.ts'
import type { Shift } from '../schedules.schema.ts'
import { isCompetentFor } from './days-at-work.ts'

/** How a shift without a competence stands: no exception, one without its mentor, or one that holds. */
export type Mentoring =
  | { readonly kind: 'none' }
  | { readonly kind: 'alone'; readonly permit: PermitSpan }
  | { readonly kind: 'mentored'; readonly permit: PermitSpan }

type Part = Pick<LoadedSchedule, 'rows' | 'shifts' | 'permits' | 'sessions'>

/**
 * Whether an exception to п. 18 covers a shift: on its day, with the mentor on shift all the while, who
 * is competent for the queue that is learnt and is in no training meanwhile.
 */
export function mentoringOf(
  shift: Pick<Shift, 'operatorId' | 'startsAt' | 'endsAt'>,
  date: LocalDate,
  part: Part,
): Mentoring {
  const permits = part.permits.filter(
    ({ operatorId, fromDate, toDate }) =>
      operatorId === shift.operatorId && fromDate <= date && date <= toDate,
  )
  const [first] = permits
  if (first === undefined) return { kind: 'none' }
  const permit = permits.find((one) => isBeside(one, shift, date, part))
  return permit === undefined ? { kind: 'alone', permit: first } : { kind: 'mentored', permit }
}

function isBeside(
  { mentorId, queueId }: PermitSpan,
  shift: Pick<Shift, 'startsAt' | 'endsAt'>,
  date: LocalDate,
  { rows, shifts, sessions }: Part,
): boolean {
  const startMs = Date.parse(shift.startsAt)
  const endMs = Date.parse(shift.endsAt)
  const mentor = rows.operators.find(({ id }) => id === mentorId)
  const isOnShift = shifts.some(
    (one) =>
      one.operatorId === mentorId &&
      Date.parse(one.startsAt) <= startMs &&
      endMs <= Date.parse(one.endsAt),
  )
  const isTaught = sessions.some(
    (one) => one.operatorId === mentorId && one.startMs < endMs && startMs < one.endMs,
  )
  return mentor !== undefined && isCompetentFor(mentor, queueId, date) && isOnShift && !isTaught
}

/** Some people with those whom they learn from or teach: a change of one bears on the other. */
export function withMentors(
  people: ReadonlySet<OperatorId>,
  permits: readonly PermitSpan[],
): ReadonlySet<OperatorId> {
  return new Set([
    ...people,
    ...permits.filter(({ operatorId }) => people.has(operatorId)).map(({ mentorId }) => mentorId),
    ...permits.filter(({ mentorId }) => people.has(mentorId)).map(({ operatorId }) => operatorId),
    // The trainee of a mentor who moves may have another mentor, who stays.
    ...permits
      .filter(({ operatorId }) =>
        permits.some((one) => one.operatorId === operatorId && people.has(one.mentorId)),
      )
      .map(({ mentorId }) => mentorId),
  ])
}
