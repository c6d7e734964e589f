import {
  type LocalDate,
  addDays,
  localDate,
  mondayOf,
  weekdayOf,
} from '#forecasting/kernel/calendar.ts'
import type { PromiseSums } from '#forecasting/simulation/roster-outcomes.ts'

/** The half of a calendar year that the order's report counts over; `toDate` is not in it. */
export interface HalfYear {
  readonly fromDate: LocalDate
  readonly toDate: LocalDate
}

/** What is known of the half-year before the simulated week. */
export interface HalfYearSoFar extends HalfYear {
  readonly soFar: PromiseSums
  /** The first day not known yet. */
  readonly untilDate: LocalDate
}

/** The half-year that a date lies in. */
export function halfYearOf(date: LocalDate): HalfYear {
  const year = Number(date.slice(0, 4))
  return date.slice(5, 7) < '07'
    ? { fromDate: localDate(`${year}-01-01`), toDate: localDate(`${year}-07-01`) }
    : { fromDate: localDate(`${year}-07-01`), toDate: localDate(`${year + 1}-01-01`) }
}

/** Weeks from a date to the end of a half-year, each as the weekdays that lie within. */
export function weeksToCome(fromDate: LocalDate, { toDate }: HalfYear): number[][] {
  const weeks: number[][] = []
  for (let date = fromDate; date < toDate; date = addDays(mondayOf(date), 7)) {
    const days = Array.from({ length: 7 - weekdayOf(date) }, (_, day) => weekdayOf(date) + day)
    weeks.push(days.filter((day) => addDays(mondayOf(date), day) < toDate))
  }
  return weeks
}

/** A queue's history in columns of one length; NaN is unknown. */
export interface HappenedColumns {
  readonly offered: Float64Array
  readonly handled: Float64Array
  readonly abandoned: Float64Array
  /** Of the answered together. */
  readonly waitSeconds: Float64Array
}

/**
 * What has happened, to judge a promise by. An interval counts only if its answered, its lost and
 * their wait are all known: half of the truth would tell a better half-year than it was.
 */
export function happened(
  columns: HappenedColumns,
  promise: { readonly asaSeconds: number; readonly abandonShare: number },
): PromiseSums {
  let [answered, waitSeconds, abandoned] = [0, 0, 0]
  columns.handled.forEach((handled, at) => {
    const wait = columns.waitSeconds[at] ?? Number.NaN
    const lost = columns.abandoned[at] ?? Number.NaN
    if (Number.isNaN(handled + wait + lost)) return
    answered += handled
    waitSeconds += wait
    abandoned += lost
  })
  const offered = answered + abandoned
  return {
    offered,
    answered,
    waitSeconds,
    abandoned,
    waitExcess: promise.asaSeconds === Infinity ? 0 : waitSeconds - promise.asaSeconds * answered,
    lostExcess: abandoned - promise.abandonShare * offered,
    // A history does not tell how many of its contacts a queue's own threshold would have held.
    lateExcess: 0,
  }
}
