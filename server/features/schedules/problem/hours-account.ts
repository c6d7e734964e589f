import { addDays, daysBetween, type LocalDate, mondayOf } from '#forecasting/kernel/calendar.ts'

import { contractAt, contractSpans } from './contract-at.ts'
import { ofOperator } from './of-operator.ts'
import type { PlanningOperator, PlanningRows } from './planning-rows.ts'
import { fullWeekNorm, isWeekBound, weekNorms, workedOn } from './week-norms.ts'

const DAYS_PER_WEEK = 7
const MONTHS_PER_YEAR = 12

/** Whole weeks, each of the accounting period in which its Sunday lies; both ends included. */
interface AccountingPeriod {
  /** A Monday. */
  readonly fromDate: LocalDate
  /** A Sunday. */
  readonly toDate: LocalDate
}

/** Hours of one person in an accounting period of which a plan has some weeks (art. 75). */
export interface HoursAccount extends AccountingPeriod {
  /** Weeks of the plan, from 0, that belong to it. */
  readonly weeks: readonly number[]
  /** The Monday of the first of them, or the day in it on which the contract begins to balance hours. */
  readonly plannedFrom: LocalDate
  /** The Sunday of the last of them. */
  readonly plannedTo: LocalDate
  /** By the balance of working time, less days away. */
  readonly normMinutes: number
  /** Of weeks outside the plan: published, or the norm of earlier weeks that nobody has published. */
  readonly bookedMinutes: number
  /** By how much the published weeks before the plan are above their norms; negative below. */
  readonly aheadMinutes: number
}

/** The accounting period of a week; periods follow each other from January on. */
export function accountingPeriodOf(monday: LocalDate, months: number): AccountingPeriod {
  const sunday = addDays(monday, DAYS_PER_WEEK - 1)
  const year = Number(sunday.slice(0, 4))
  const first = Math.floor((Number(sunday.slice(5, 7)) - 1) / months) * months
  return {
    fromDate: mondayOf(firstOfMonth(year, first)),
    toDate: addDays(mondayOf(firstOfMonth(year, first + months)), -1),
  }
}

/** @param month from 0; 12 is January of the next year */
function firstOfMonth(year: number, month: number): LocalDate {
  const at = month % MONTHS_PER_YEAR
  const of = year + Math.floor(month / MONTHS_PER_YEAR)
  return `${of}-${String(at + 1).padStart(2, '0')}-01` as LocalDate
}

/** What somebody's hours are held against: only for contracts that balance them over months. */
interface AccountRows extends Pick<
  PlanningRows,
  'workedWeeks' | 'publishedWeeks' | 'earlierAbsences' | 'absences' | 'calendar' | 'contracts'
> {}

interface AccountHolder extends Pick<PlanningOperator, 'id' | 'hiredOn' | 'leftOn' | 'contracts'> {}

/**
 * The accounts that a plan touches. The norm is that of the production calendar: holidays lower it, and hours
 * worked on them do not count (art. 75(10)). A week belongs to the contract in force on its Sunday; where that
 * binds hours to the week, the week belongs to no account, and days under such a contract are in no norm.
 *
 * @throws {RangeError} if a contract is unknown
 */
export function hoursAccounts(
  operator: AccountHolder,
  rows: AccountRows,
  { fromDate, days }: { readonly fromDate: LocalDate; readonly days: number },
): HoursAccount[] {
  const norms = normsOf(operator, rows)
  const byPeriod = Map.groupBy(
    balancedWeeks(operator, rows, { fromDate, days }),
    ({ period }) => `${period.fromDate} ${period.toDate}`,
  )
  return [...byPeriod.values()].flatMap((own) => {
    const [first, last] = [own[0], own.at(-1)]
    if (first === undefined || last === undefined) return []
    const planned = new Set(own.map(({ monday }) => monday))
    const mondays = mondaysOf(first.period)
    const booked = mondays
      .filter((monday) => !planned.has(monday))
      .map((monday) => bookedOf(monday, { operator, rows, norms, isBefore: monday < fromDate }))
    return [
      {
        ...first.period,
        weeks: own.map(({ week }) => week),
        plannedFrom: firstBalancedDay(first.monday, operator, rows),
        plannedTo: sundayOf(last.monday),
        normMinutes: sum(mondays.map(norms)),
        bookedMinutes: sum(booked.map(({ minutes }) => minutes)),
        aheadMinutes: sum(booked.map(({ ahead }) => ahead)),
      },
    ]
  })
}

/** A week of a plan, from 0, whose hours are balanced over an accounting period. */
interface BalancedWeek {
  readonly week: number
  readonly monday: LocalDate
  readonly period: AccountingPeriod
}

function balancedWeeks(
  operator: AccountHolder,
  rows: AccountRows,
  { fromDate, days }: { readonly fromDate: LocalDate; readonly days: number },
): BalancedWeek[] {
  return Array.from({ length: days / DAYS_PER_WEEK }, (_, week) => week).flatMap((week) => {
    const monday = addDays(fromDate, week * DAYS_PER_WEEK)
    const contract = contractAt(operator, rows, sundayOf(monday))
    if (isWeekBound(contract)) return []
    return [{ week, monday, period: accountingPeriodOf(monday, contract.accountingMonths) }]
  })
}

function firstBalancedDay(
  monday: LocalDate,
  operator: AccountHolder,
  rows: AccountRows,
): LocalDate {
  const spans = contractSpans(operator, rows, { fromDate: monday, days: DAYS_PER_WEEK })
  return addDays(monday, spans.find(({ contract }) => !isWeekBound(contract))?.fromDay ?? 0)
}

function bookedOf(
  monday: LocalDate,
  {
    operator,
    rows,
    norms,
    isBefore,
  }: {
    readonly operator: AccountHolder
    readonly rows: AccountRows
    readonly norms: (monday: LocalDate) => number
    readonly isBefore: boolean
  },
): { readonly minutes: number; readonly ahead: number } {
  if (isWeekBound(contractAt(operator, rows, sundayOf(monday)))) return { minutes: 0, ahead: 0 }
  const norm = norms(monday)
  // In a week that began under another kind of contract nobody can tell whose the hours are.
  const isOfOneKind = !isWeekBound(contractAt(operator, rows, monday))
  if (!isOfOneKind) return { minutes: norm, ahead: 0 }
  if (!rows.publishedWeeks.includes(monday)) return { minutes: isBefore ? norm : 0, ahead: 0 }
  const week = ofOperator(rows.workedWeeks, operator.id).find((one) => one.monday === monday)
  const minutes = (week?.paidMinutes ?? 0) - (week?.holidayMinutes ?? 0)
  return { minutes, ahead: isBefore ? minutes - norm : 0 }
}

/** The norm of a week by the production calendar of five days, less days away, not employed or under no such contract. */
function normsOf(operator: AccountHolder, rows: AccountRows): (monday: LocalDate) => number {
  const { id, hiredOn, leftOn } = operator
  const { earlierAbsences, absences, calendar } = rows
  const leave = [...ofOperator(earlierAbsences, id), ...ofOperator(absences, id)]
  const isAway = (date: LocalDate): boolean =>
    date < hiredOn ||
    (leftOn !== null && date > leftOn) ||
    leave.some(({ fromDate, toDate }) => fromDate <= date && date <= toDate)
  return (monday) => {
    const sunday = sundayOf(monday)
    const spans = contractSpans(operator, rows, { fromDate: monday, days: DAYS_PER_WEEK })
    const isWhole =
      spans.length === 1 &&
      hiredOn <= monday &&
      (leftOn === null || sunday <= leftOn) &&
      !leave.some(({ fromDate, toDate }) => fromDate <= sunday && monday <= toDate)
    return sum(
      spans.map(({ contract, fromDay, toDay }) => {
        if (isWeekBound(contract)) return 0
        const { weekTargetPaidMinutes } = contract
        const balanced = { regime: 'five_day', weekTargetPaidMinutes }
        if (isWhole) return fullWeekNorm(balanced, monday, calendar, 'off')
        const away = Array.from({ length: DAYS_PER_WEEK }, (_, day) => day).filter(
          (day) => day < fromDay || day >= toDay || isAway(addDays(monday, day)),
        )
        const week = { fromDate: monday, days: DAYS_PER_WEEK }
        return sum(weekNorms(balanced, away, week, workedOn(calendar, 'off')))
      }),
    )
  }
}

function sundayOf(monday: LocalDate): LocalDate {
  return addDays(monday, DAYS_PER_WEEK - 1)
}

/** What of the account's norm a plan may still use; overtime is not in it. */
export function leftMinutes({ normMinutes, bookedMinutes }: HoursAccount): number {
  return Math.max(0, normMinutes - bookedMinutes)
}

/**
 * What a plan should reach: what its weeks owe, and its share of what earlier weeks were short of it or above.
 *
 * @param owed minutes of each week of the plan
 */
export function targetMinutes(accounts: readonly HoursAccount[], owed: readonly number[]): number {
  return sum(
    accounts.map((account) => {
      const own = sum(account.weeks.map((week) => owed[week] ?? 0))
      const weeksLeft =
        (daysBetween(mondayOf(account.plannedFrom), account.toDate) + 1) / DAYS_PER_WEEK
      const share = account.weeks.length / weeksLeft
      const wished = Math.round(own - account.aheadMinutes * share)
      return Math.min(Math.max(0, wished), leftMinutes(account))
    }),
  )
}

function mondaysOf({ fromDate, toDate }: AccountingPeriod): LocalDate[] {
  const weeks = (daysBetween(fromDate, toDate) + 1) / DAYS_PER_WEEK
  return Array.from({ length: weeks }, (_, week) => addDays(fromDate, week * DAYS_PER_WEEK))
}

function sum(minutes: readonly number[]): number {
  return minutes.reduce((total, one) => total + one, 0)
}
