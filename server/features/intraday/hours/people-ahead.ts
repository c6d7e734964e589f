import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId, QueueId } from '#forecasting/kernel/units.ts'

import type { JudgedDay, JudgedPerson } from '../../adherence/adherence.service.ts'
import type { Span } from '../../adherence/span-cursor.ts'
import type { PlannedPerson } from './predict-hours.ts'

const HOUR_MS = 3_600_000
/** Somebody who is away for less comes back by themselves. */
const MISSING_FROM_MS = 5 * 60_000

export interface PersonAhead extends PlannedPerson {
  readonly operatorId: OperatorId
  readonly name: string
  /** Planned to work now, and not there: taken to stay away for an hour. */
  readonly isMissing: boolean
  /** What of `atWork` another schedule plans: no move of this one touches it. */
  readonly elsewhere: readonly Span[]
}

/**
 * Who will be at work in the hours ahead. Whoever is missing from work now is taken to be missing
 * for the next hour: nobody knows when they will come, and the next hour is what can be saved.
 *
 * @param isOwnDay whether the schedule in hand plans a day; last night's shift, and one after midnight,
 *   may be another's
 */
export function peopleAhead(
  people: readonly JudgedPerson[],
  skills: ReadonlyMap<OperatorId, readonly QueueId[]>,
  { nowMs, isOwnDay }: { readonly nowMs: number; readonly isOwnDay: (date: LocalDate) => boolean },
): PersonAhead[] {
  const workOf = (days: readonly JudgedDay[]): Span[] =>
    days
      .flatMap(({ planned }) => planned)
      .filter(({ activity, endMs }) => activity === 'work' && endMs > nowMs)
  return people.flatMap(({ person, days }) => {
    const atWork = workOf(days)
    if (atWork.length === 0) return []
    const last = days
      .flatMap(({ adherence }) => adherence.judged)
      .findLast(({ endMs }) => endMs >= nowMs)
    const isMissing =
      last !== undefined &&
      last.isProductivePlan &&
      last.verdict === 'out' &&
      last.endMs - last.startMs >= MISSING_FROM_MS
    const elsewhere = workOf(days.filter(({ date }) => !isOwnDay(date)))
    return [
      {
        operatorId: person.id,
        name: person.name,
        queueIds: skills.get(person.id) ?? [],
        atWork: isMissing ? startingAfter(atWork, nowMs + HOUR_MS) : atWork,
        isMissing,
        elsewhere,
      },
    ]
  })
}

/** What of some spans lies after an instant. */
export function startingAfter(spans: readonly Span[], instantMs: number): Span[] {
  return spans
    .map((span) => ({ startMs: Math.max(span.startMs, instantMs), endMs: span.endMs }))
    .filter(({ startMs, endMs }) => startMs < endMs)
}
