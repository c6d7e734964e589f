import { daysBetween } from '../kernel/calendar.ts'
import type { LocalDate, Weekday } from '../kernel/calendar.ts'
import type { SpecialDay } from './special-day.ts'

/** What the calendar says of one day: all that the day-level models may know of it. */
export interface DaySigns {
  /** Days since the first day of the history. */
  readonly day: number
  readonly weekday: Weekday
  /** True on weekdays that bring far less than the usual one. */
  readonly isQuiet: boolean
  /** 1..31. */
  readonly dayOfMonth: number
  /** The special day, or null on an ordinary one. */
  readonly special: SpecialDay | null
  /** True on the first ordinary open day after special ones: what waited comes now. */
  readonly afterSpecial: boolean
  /** True on the last ordinary open day before special ones. */
  readonly beforeSpecial: boolean
  /** True on days that people rest on: the quietest weekday, and special days of rest. */
  readonly isRest: boolean
  /** True on the first open day after such a day: the week's first, or one after a holiday. */
  readonly isFirstAfterRest: boolean
  /** True where none of the above is: most days, which the kernel passes over quickly. */
  readonly isPlain: boolean
}

/**
 * Reads the signs of consecutive days.
 *
 * @param dates consecutive days, the first of the history first; history and horizon together
 * @param calendar.openWeekdays seven flags, Monday first: closed days are passed over when the day
 *   after or before a special one is looked for
 * @param calendar.quietestWeekday the weekly day of rest
 * @param calendar.quietWeekdays seven flags, as of `weeklyShape`
 */
export function daySigns(
  dates: readonly LocalDate[],
  weekdays: readonly Weekday[],
  calendar: {
    readonly specialDays: readonly SpecialDay[]
    readonly openWeekdays: readonly boolean[]
    readonly quietestWeekday: Weekday
    readonly quietWeekdays: readonly boolean[]
  },
): DaySigns[] {
  const byDate = new Map(calendar.specialDays.map((special) => [special.date, special]))
  const specials = dates.map((date) => byDate.get(date) ?? null)
  const isOpen = weekdays.map((weekday) => calendar.openWeekdays[weekday] === true)
  const first = dates[0]
  const { quietestWeekday } = calendar
  const firstOfWeek = weekdayAfter(quietestWeekday, calendar.openWeekdays)
  return dates.map((date, day) => {
    const weekday = weekdays[day] as Weekday
    const special = specials[day] as SpecialDay | null
    const afterSpecial = bordersSpecial(day, -1, { specials, isOpen })
    const beforeSpecial = bordersSpecial(day, 1, { specials, isOpen })
    const isRest = special === null ? weekday === quietestWeekday : special.kind === 'rest'
    const isFirstAfterRest = afterSpecial || (special === null && weekday === firstOfWeek)
    return {
      day: first === undefined ? day : daysBetween(first, date),
      weekday,
      isQuiet: calendar.quietWeekdays[weekday] === true,
      dayOfMonth: Number(date.slice(8)),
      special,
      afterSpecial,
      beforeSpecial,
      isRest,
      isFirstAfterRest,
      isPlain: special === null && !beforeSpecial && !isRest && !isFirstAfterRest,
    }
  })
}

/** The next open weekday; the day itself when no other is open. */
function weekdayAfter(weekday: Weekday, openWeekdays: readonly boolean[]): Weekday {
  for (let step = 1; step < 7; step++) {
    const next = ((weekday + step) % 7) as Weekday
    if (openWeekdays[next] === true) return next
  }
  return weekday
}

/** A weekend may stand between, so look past closed days, but never further than a week. */
function bordersSpecial(
  day: number,
  step: -1 | 1,
  days: { readonly specials: readonly (SpecialDay | null)[]; readonly isOpen: readonly boolean[] },
): boolean {
  if (days.specials[day] !== null || days.isOpen[day] !== true) return false
  for (let other = day + step; Math.abs(other - day) <= 7; other += step) {
    const special = days.specials[other]
    if (special === undefined) return false
    if (special !== null) return special.kind !== 'working'
    if (days.isOpen[other] === true) return false
  }
  return false
}
