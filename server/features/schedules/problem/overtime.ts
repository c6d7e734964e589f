import { addDays, daysBetween, type LocalDate } from '#forecasting/kernel/calendar.ts'

import { contractAt } from './contract-at.ts'
import { ofOperator } from './of-operator.ts'
import type {
  PlanningAbsence,
  PlanningContract,
  PlanningOperator,
  PlanningRows,
  WorkedWeek,
} from './planning-rows.ts'
import { ruleFigure } from './rule-figures.ts'
import { fullWeekNorm, isWeekBound, weekNorms, workedOn } from './week-norms.ts'

const DAYS_PER_WEEK = 7

/** How much of it the law allows (art. 71(4), 78), in minutes. */
export interface OvertimeLimits {
  readonly dayNorm: number
  readonly inDay: number
  readonly inMonth: number
  readonly inYear: number
}

/** The limits as the centre's rule set has them. */
export function overtimeLimits(rows: Pick<PlanningRows, 'rules'>): OvertimeLimits {
  return {
    dayNorm: ruleFigure(rows, 'daily_norm', 'maxPaidMinutesPerDay', 480),
    inDay: ruleFigure(rows, 'overtime_day', 'maxMinutesPerDay', 120),
    inMonth: ruleFigure(rows, 'overtime_month', 'maxMinutesPerMonth', 720),
    inYear: ruleFigure(rows, 'overtime_year', 'maxMinutesPerYear', 7200),
  }
}

/** Minutes beyond the norm of the week, or of its days where that is more. */
export function overtimeOf(
  { paidMinutes, dayExcessMinutes }: Pick<WorkedWeek, 'paidMinutes' | 'dayExcessMinutes'>,
  norm: number,
): number {
  return Math.max(0, paidMinutes - norm, dayExcessMinutes)
}

/** Overtime by month (`2026-12`) and by year (`2026`), in minutes. A week counts where its Sunday lies. */
export type OvertimeAccount = ReadonlyMap<string, number>

/** The month and the year to which a week's overtime counts. */
export function accountsOf(monday: LocalDate): { readonly month: string; readonly year: string } {
  const sunday = addDays(monday, DAYS_PER_WEEK - 1)
  return { month: sunday.slice(0, 7), year: sunday.slice(0, 4) }
}

/** An account with the overtime of one more week. */
export function withWeek(
  account: OvertimeAccount,
  monday: LocalDate,
  minutes: number,
): OvertimeAccount {
  const { month, year } = accountsOf(monday)
  return new Map([
    ...account,
    [month, (account.get(month) ?? 0) + minutes],
    [year, (account.get(year) ?? 0) + minutes],
  ])
}

/**
 * What somebody's published shifts outside a period have used up already, by the norm of the contract in
 * force on the week's Sunday; weeks of one that balances its hours are left out. Work on a holiday is paid as such, and is no overtime (art. 75(10)): holidays count as working days.
 */
export function publishedOvertime(
  person: Pick<PlanningOperator, 'id' | 'contracts'>,
  rows: Pick<
    PlanningRows,
    'workedWeeks' | 'earlierAbsences' | 'absences' | 'calendar' | 'contracts'
  >,
  { fromDate, days }: { readonly fromDate: LocalDate; readonly days: number },
): OvertimeAccount {
  const { id } = person
  const leave = [...ofOperator(rows.earlierAbsences, id), ...ofOperator(rows.absences, id)]
  const isOutside = (monday: LocalDate): boolean => {
    const since = daysBetween(fromDate, monday)
    return since < 0 || since >= days
  }
  const account = new Map<string, number>()
  for (const { monday, ...worked } of ofOperator(rows.workedWeeks, id)) {
    if (!isOutside(monday)) continue
    const contract = contractAt(person, rows, addDays(monday, DAYS_PER_WEEK - 1))
    if (!isWeekBound(contract)) continue
    const minutes = overtimeOf(worked, normWithout(leave, monday, contract, rows.calendar))
    const { month, year } = accountsOf(monday)
    account.set(month, (account.get(month) ?? 0) + minutes)
    account.set(year, (account.get(year) ?? 0) + minutes)
  }
  return account
}

/** The norm of a week in which holidays may be worked, less days away. */
function normWithout(
  leave: readonly Pick<PlanningAbsence, 'fromDate' | 'toDate'>[],
  monday: LocalDate,
  contract: Pick<PlanningContract, 'regime' | 'weekTargetPaidMinutes'>,
  calendar: PlanningRows['calendar'],
): number {
  const sunday = addDays(monday, DAYS_PER_WEEK - 1)
  if (!leave.some((one) => one.fromDate <= sunday && monday <= one.toDate)) {
    return fullWeekNorm(contract, monday, calendar, 'worked')
  }
  const away = Array.from({ length: DAYS_PER_WEEK }, (_, day) => day).filter((day) => {
    const date = addDays(monday, day)
    return leave.some((one) => one.fromDate <= date && date <= one.toDate)
  })
  const week = { fromDate: monday, days: DAYS_PER_WEEK }
  const [norm = 0] = weekNorms(contract, away, week, workedOn(calendar, 'worked'))
  return norm
}

/**
 * The most paid minutes that a search may plan in each week: the norm, and where overtime is allowed what the
 * contract has room for and the month and the year have left. Earlier weeks are given theirs first.
 */
export function weekCaps(
  norms: readonly number[],
  terms: {
    readonly contract: Pick<
      PlanningContract,
      'weekMaxPaidMinutes' | 'weekTargetPaidMinutes' | 'dayMaxPaidMinutes'
    >
    readonly allowed: readonly boolean[]
    readonly account: OvertimeAccount
    readonly limits: OvertimeLimits
    readonly fromDate: LocalDate
  },
): number[] {
  const { contract, allowed, limits, fromDate } = terms
  const room = contract.weekMaxPaidMinutes - contract.weekTargetPaidMinutes
  let account = terms.account
  return norms.map((norm, week) => {
    if (allowed[week] !== true) return norm
    const monday = addDays(fromDate, week * DAYS_PER_WEEK)
    // As many days as the norm takes at least: overtime spreads over them.
    const days = Math.ceil(norm / contract.dayMaxPaidMinutes)
    const more = Math.min(room, days * limits.inDay, leftOf(account, monday, limits))
    account = withWeek(account, monday, more)
    return norm + more
  })
}

/** The most paid minutes of a day: its norm, and the overtime that every day of the weeks could have. */
export function dayCap({
  allowed,
  account,
  limits,
  fromDate,
}: {
  readonly allowed: readonly boolean[]
  readonly account: OvertimeAccount
  readonly limits: OvertimeLimits
  readonly fromDate: LocalDate
}): number {
  if (!allowed.every(Boolean)) return limits.dayNorm
  const left = Math.min(
    ...allowed.map((_, week) => leftOf(account, addDays(fromDate, week * DAYS_PER_WEEK), limits)),
  )
  const workingDays = allowed.length * (DAYS_PER_WEEK - 1)
  return limits.dayNorm + Math.min(limits.inDay, Math.floor(left / workingDays))
}

function leftOf(account: OvertimeAccount, monday: LocalDate, limits: OvertimeLimits): number {
  const { month, year } = accountsOf(monday)
  const inMonth = limits.inMonth - (account.get(month) ?? 0)
  return Math.max(0, Math.min(inMonth, limits.inYear - (account.get(year) ?? 0)))
}
