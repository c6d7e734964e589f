import { addDays, type LocalDate, weekdayOf } from '#forecasting/kernel/calendar.ts'

import type { PlanningContract, PlanningRows } from './planning-rows.ts'

const DAYS_PER_WEEK = 7

/** Work by shifts: the schedule, and not the calendar, says which days are worked (art. 73, 75). */
export function worksByShifts({ regime }: Pick<PlanningContract, 'regime'>): boolean {
  return regime === 'summarised' || regime === 'shift'
}

/** Whose hours count as overtime week by week: nobody balances them over a longer period. */
export function isWeekBound({ regime }: Pick<PlanningContract, 'regime'>): boolean {
  return regime === 'five_day' || regime === 'six_day' || regime === 'part_time'
}

/** Days of the year on which nobody is asked to work without more ado (art. 84(5), 85(1)). */
export function isHoliday({ kind }: PlanningRows['calendar'][number]): boolean {
  return kind === 'holiday' || kind === 'day_off_84_5'
}

/** Whole weeks from a Monday. */
interface Weeks {
  readonly fromDate: LocalDate
  readonly days: number
}

/**
 * Paid minutes that one person owes in each week of a period. Days away lower them: by calendar days
 * under shifts, else by the working days of the centre's calendar, which holidays and moved rest days
 * change. A holiday on which the person may work is a working day.
 *
 * @param awayDays from 0: leave, and days before hire or after leaving
 * @param barredDates holidays on which the person does not work
 */
export function weekNorms(
  contract: Pick<PlanningContract, 'regime' | 'weekTargetPaidMinutes'>,
  awayDays: readonly number[],
  { fromDate, days }: Weeks,
  calendar: {
    readonly days: PlanningRows['calendar']
    readonly barredDates: readonly LocalDate[]
  },
): number[] {
  const away = new Set(awayDays)
  const length = worksByShifts(contract) ? DAYS_PER_WEEK : workingDaysOf(contract)
  return Array.from({ length: days / DAYS_PER_WEEK }, (_, week) => {
    const dates = Array.from({ length: DAYS_PER_WEEK }, (_day, at) => week * DAYS_PER_WEEK + at)
    const owed = dates.filter(
      (day) =>
        !away.has(day) &&
        (worksByShifts(contract) || isWorked(addDays(fromDate, day), length, calendar)),
    )
    return Math.round((contract.weekTargetPaidMinutes * Math.min(length, owed.length)) / length)
  })
}

const fullNorms = new WeakMap<PlanningRows['calendar'], Map<string, number>>()

/**
 * The norm of a week in which somebody is there all the time, in paid minutes: the same for everybody under
 * such a contract, and therefore reckoned once for a calendar.
 *
 * @param holidays whether they count as working days
 */
export function fullWeekNorm(
  contract: Pick<PlanningContract, 'regime' | 'weekTargetPaidMinutes'>,
  monday: LocalDate,
  calendar: PlanningRows['calendar'],
  holidays: 'worked' | 'off',
): number {
  const known = fullNorms.get(calendar) ?? new Map<string, number>()
  fullNorms.set(calendar, known)
  const key = `${contract.regime} ${contract.weekTargetPaidMinutes} ${monday} ${holidays}`
  const before = known.get(key)
  if (before !== undefined) return before
  const week = { fromDate: monday, days: DAYS_PER_WEEK }
  const [norm = 0] = weekNorms(contract, [], week, workedOn(calendar, holidays))
  known.set(key, norm)
  return norm
}

/** A calendar in which holidays are worked, or are not. */
export function workedOn(calendar: PlanningRows['calendar'], holidays: 'worked' | 'off') {
  const barredDates = calendar.filter(isHoliday).map(({ date }) => date)
  return { days: calendar, barredDates: holidays === 'off' ? barredDates : [] }
}

function workingDaysOf({ regime }: Pick<PlanningContract, 'regime'>): 5 | 6 {
  return regime === 'six_day' ? 6 : 5
}

/** Whether a day is one of the week's working days by the calendar, or a holiday that may be worked. */
function isWorked(
  date: LocalDate,
  workingDays: number,
  calendar: {
    readonly days: PlanningRows['calendar']
    readonly barredDates: readonly LocalDate[]
  },
): boolean {
  const special = calendar.days.filter((one) => one.date === date)
  if (special.some(isHoliday)) return !calendar.barredDates.includes(date)
  const effect = special.map(({ fiveDayWeek, sixDayWeek }) =>
    workingDays === 6 ? sixDayWeek : fiveDayWeek,
  )
  if (effect.includes('off')) return false
  return effect.includes('working') || weekdayOf(date) < workingDays
}
