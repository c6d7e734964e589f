import { minutesOfClock } from '../../lib/clock-minutes.ts'
import type { WeeklyTime } from './use-availability.ts'

/** Times of a week as they are being written: the same hours on one day or several. */
export interface WeeklyDraft {
  readonly weekdays: readonly number[]
  /** `13:00` */
  readonly from: string
  /** `00:00` is the end of the day. */
  readonly to: string
  /** Empty: without a beginning, or an end. */
  readonly fromDate: string
  readonly toDate: string
}

export const EMPTY_WEEKLY: WeeklyDraft = {
  weekdays: [],
  from: '00:00',
  to: '00:00',
  fromDate: '',
  toDate: '',
}

const DAY_MINUTES = 1440

/** One time for each weekday; null when the draft cannot be read. */
export function readWeekly({
  weekdays,
  from,
  to,
  fromDate,
  toDate,
}: WeeklyDraft): WeeklyTime[] | null {
  const fromMinutes = minutesOfClock(from)
  const toMinutes = minutesOfClock(to) === 0 ? DAY_MINUTES : minutesOfClock(to)
  const isDated = fromDate === '' || toDate === '' || fromDate <= toDate
  if (weekdays.length === 0 || from === '' || to === '' || toMinutes <= fromMinutes || !isDated) {
    return null
  }
  return weekdays
    .toSorted((a, b) => a - b)
    .map((weekday) => ({
      weekday,
      fromMinutes,
      toMinutes,
      fromDate: fromDate === '' ? null : fromDate,
      toDate: toDate === '' ? null : toDate,
    }))
}
