import { type LocalDate, weekdayOf } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'

export type WorkPlace = 'office' | 'home'

/** Days on which somebody works from afar, wholly or on some days of the week (Labour Code, art. 138). */
export interface RemoteSpan {
  readonly operatorId: OperatorId
  /** Monday is 0. */
  readonly homeWeekdays: readonly number[]
  readonly fromDate: LocalDate
  /** The last day; null: without an end. */
  readonly toDate: LocalDate | null
}

/** The one of a person's spans that holds on a date, whether or not they are at home then: no two overlap. */
export function remoteSpanOn<Span extends Pick<RemoteSpan, 'fromDate' | 'toDate'>>(
  own: readonly Span[],
  date: LocalDate,
): Span | undefined {
  return own.find(({ fromDate, toDate }) => fromDate <= date && (toDate === null || date <= toDate))
}

/**
 * Where somebody works on a date when nobody has said otherwise.
 *
 * @param own spans of this person alone
 */
export function workPlaceByRecord(
  own: readonly Omit<RemoteSpan, 'operatorId'>[],
  date: LocalDate,
): WorkPlace {
  const span = remoteSpanOn(own, date)
  return span?.homeWeekdays.includes(weekdayOf(date)) === true ? 'home' : 'office'
}
