import { addDays, daysBetween, type LocalDate } from '#forecasting/kernel/calendar.ts'
import type { PersonalBreaks, Shape } from '#forecasting/scheduling/instance.ts'

import { type ContractSpan, contractSpans } from './contract-at.ts'
import { barredDaysOf, leaveDaysOf } from './days-at-work.ts'
import { type HoursAccount, hoursAccounts } from './hours-account.ts'
import { jointContract, weekMaximumOfSpans } from './joint-contract.ts'
import {
  dayCap,
  type OvertimeAccount,
  overtimeLimits,
  type OvertimeLimits,
  publishedOvertime,
  weekCaps,
} from './overtime.ts'
import { least, personalContract, type PersonalLimits, personalLimits } from './personal-limits.ts'
import { personalBreaksOf, withPersonalShapes } from './personal-shapes.ts'
import type { PlanningContract, PlanningOperator, PlanningRows } from './planning-rows.ts'
import { isHoliday, isWeekBound, weekNorms, worksByShifts } from './week-norms.ts'

const DAYS_PER_WEEK = 7

/** What one person works under in a period: the contract, as far as the law lets them keep it. */
export interface WorkingTerms {
  readonly contract: PlanningContract
  /** Where the contract changes in the period, those of its days, as far as the law lets them be kept. */
  readonly contractDays: readonly ContractSpan[]
  readonly nightBan: boolean
  /** Breaks that the law gives them in every shift; it is not said why. */
  readonly personalBreaks: PersonalBreaks | undefined
  /** Shapes of the contract in the form that has these breaks. */
  readonly shapes: readonly Shape[]
  /** Holidays on which they do not work; it is not said why. */
  readonly barredDates: readonly LocalDate[]
  /** Paid minutes owed in each week. */
  readonly weekNorms: readonly number[]
  /** The most paid minutes that a search may plan in each week; empty: as many as the contract has. */
  readonly weekCaps: readonly number[]
  /** For those whose hours are bound to the week (`isWeekBound`). */
  readonly overtime: OvertimeTerms | null
  /** For the others: hours of the accounting periods that the plan touches. */
  readonly accounts: readonly HoursAccount[]
  /** Minutes beyond the norm of an accounting period that they may be asked for. */
  readonly accountOvertime: number
}

interface OvertimeTerms {
  /** Weeks of the plan, from 0, that bind their hours: all of them, unless the contract changes. */
  readonly weeks: readonly number[]
  /** Whether they may be asked for hours beyond the norm, week by week. */
  readonly allowed: readonly boolean[]
  /** What their published shifts outside the period have used up. */
  readonly account: OvertimeAccount
}

interface Weeks {
  readonly fromDate: LocalDate
  readonly days: number
}

const termsOf = new WeakMap<PlanningRows, Map<PlanningOperator, Map<string, WorkingTerms>>>()

/**
 * What somebody works under in a period. It is reckoned once for the same rows: the problem, every check and
 * the page ask for it.
 *
 * @throws {RangeError} if the contract is unknown
 */
export function workingTerms(
  operator: PlanningOperator,
  rows: PlanningRows,
  period: Weeks,
): WorkingTerms {
  const people = termsOf.get(rows) ?? new Map<PlanningOperator, Map<string, WorkingTerms>>()
  termsOf.set(rows, people)
  const known = people.get(operator) ?? new Map<string, WorkingTerms>()
  people.set(operator, known)
  const key = `${period.fromDate} ${period.days}`
  const terms = known.get(key) ?? reckonTerms(operator, rows, period)
  known.set(key, terms)
  return terms
}

function reckonTerms(operator: PlanningOperator, rows: PlanningRows, period: Weeks): WorkingTerms {
  const spans = contractSpans(operator, rows, period)
  const limits = personalLimits(operator.id, rows, period.days / DAYS_PER_WEEK)
  const asked = overtimeAsked(operator, limits, { rows, period, spans })
  const parts = spans.map((span) => partOf(span, { operator, limits, asked, rows, period }))
  const kept = parts.map(({ span }) => span)
  const contract = jointContract(kept)
  const norms = sumByWeek(parts.map(({ weekNorms: own }) => own))
  const balanced = spans.findLast((span) => !isWeekBound(span.contract))?.contract
  return {
    contract,
    contractDays: kept.length === 1 ? [] : kept,
    shapes: uniqueShapes(parts.flatMap(({ shapes }) => shapes)),
    personalBreaks: personalBreaksOf(limits, rows),
    accounts: balanced === undefined ? [] : hoursAccounts(operator, rows, period),
    accountOvertime: balanced === undefined ? 0 : accountOvertime(balanced, limits, rows),
    nightBan: operator.nightBan || limits.nightBan,
    barredDates: parts.flatMap((part) => part.barredDates),
    weekNorms: norms,
    weekCaps: capsOf(norms, { asked, kept, contract, fromDate: period.fromDate }),
    overtime: asked,
  }
}

/** What holds on the days of one contract, as far as the law lets it be kept. */
interface Part {
  readonly span: ContractSpan
  readonly shapes: readonly Shape[]
  readonly barredDates: readonly LocalDate[]
  /** Paid minutes owed in each week of the period for these days. */
  readonly weekNorms: readonly number[]
}

function partOf(
  { contract: own, fromDay, toDay }: ContractSpan,
  {
    operator,
    limits,
    asked,
    rows,
    period,
  }: {
    readonly operator: PlanningOperator
    readonly limits: PersonalLimits
    readonly asked: OvertimeAsked | null
    readonly rows: PlanningRows
    readonly period: Weeks
  },
): Part {
  const ofDay = isWeekBound(own) ? (asked?.dayCap ?? null) : null
  const shiftMaxPaidMinutes = least([limits.shiftMaxPaidMinutes, ofDay])
  const paidMinutes = new Map(rows.shapes.map((shape) => [shape.code, shape.paidMinutes]))
  const limited = personalContract(own, { ...limits, shiftMaxPaidMinutes }, paidMinutes)
  const personalBreaks = personalBreaksOf(limits, rows)
  const { contract, shapes } =
    personalBreaks === undefined
      ? { contract: limited, shapes: [] }
      : withPersonalShapes(limited, personalBreaks, rows)
  const isOwnDay = (day: number): boolean => day >= fromDay && day < toDay
  const barredDates = barredHolidays(operator, own, rows, period).filter((date) =>
    isOwnDay(daysBetween(period.fromDate, date)),
  )
  const others = Array.from({ length: period.days }, (_, day) => day).filter(
    (day) => !isOwnDay(day),
  )
  const away = [
    ...leaveDaysOf(operator, rows, period),
    ...barredDaysOf(operator, period),
    ...others,
  ]
  return {
    span: { contract, fromDay, toDay },
    shapes,
    barredDates,
    weekNorms: weekNorms(contract, away, period, { days: rows.calendar, barredDates }),
  }
}

function sumByWeek(lists: readonly (readonly number[])[]): number[] {
  const [first = []] = lists
  return first.map((_, week) => lists.reduce((sum, list) => sum + (list[week] ?? 0), 0))
}

function uniqueShapes(shapes: readonly Shape[]): readonly Shape[] {
  return [...new Map(shapes.map((shape) => [shape.id, shape])).values()]
}

interface OvertimeAsked extends OvertimeTerms {
  readonly limits: OvertimeLimits
  /** The most paid minutes of a day. */
  readonly dayCap: number
}

/** Null for somebody whose hours no week of the period binds. */
function overtimeAsked(
  operator: PlanningOperator,
  { weeks: said }: PersonalLimits,
  {
    rows,
    period,
    spans,
  }: {
    readonly rows: PlanningRows
    readonly period: Weeks
    readonly spans: readonly ContractSpan[]
  },
): OvertimeAsked | null {
  // A week is bound or not as its Sunday is, to which overtime counts too.
  const weeks = said.flatMap((_, week) => {
    const sunday = week * DAYS_PER_WEEK + DAYS_PER_WEEK - 1
    const span = spans.find(({ toDay }) => sunday < toDay)
    return span !== undefined && isWeekBound(span.contract) ? week : []
  })
  if (weeks.length === 0) return null
  const allowed = said.map(({ overtimeAllowed }) => overtimeAllowed)
  const account = publishedOvertime(operator, rows, period)
  const limits = overtimeLimits(rows)
  const ofDay = dayCap({ allowed, account, limits, fromDate: period.fromDate })
  return { weeks, allowed, account, limits, dayCap: ofDay }
}

/** Empty where nothing but the contract limits the weeks. */
function capsOf(
  norms: readonly number[],
  {
    asked,
    kept,
    contract,
    fromDate,
  }: {
    readonly asked: OvertimeAsked | null
    readonly kept: readonly ContractSpan[]
    readonly contract: PlanningContract
    readonly fromDate: LocalDate
  },
): number[] {
  if (asked === null && kept.length === 1) return []
  const bound = asked === null ? [] : weekCaps(norms, { ...asked, contract, fromDate })
  return norms.map((norm, week) => {
    const most = weekMaximumOfSpans(kept, week, norm)
    return asked?.weeks.includes(week) === true ? Math.min(most, bound[week] ?? most) : most
  })
}

/** As much as the months of the accounting period hold, if agreed to through all of the plan (art. 77, 78). */
function accountOvertime(
  { accountingMonths }: PlanningContract,
  { weeks }: PersonalLimits,
  rows: Pick<PlanningRows, 'rules'>,
): number {
  if (!weeks.every(({ overtimeAllowed }) => overtimeAllowed)) return 0
  const { inMonth, inYear } = overtimeLimits(rows)
  return Math.min(inMonth * accountingMonths, inYear)
}

/**
 * Holidays on which somebody does not work: all who are barred from it (art. 85(4)), and whoever does not
 * work by shifts and has not agreed to it in writing (art. 84(5), 85(1)).
 */
export function barredHolidays(
  { id }: Pick<PlanningOperator, 'id'>,
  contract: Pick<PlanningContract, 'regime'>,
  rows: Pick<PlanningRows, 'calendar' | 'weeklyLimits'>,
  { fromDate, days }: Weeks,
): LocalDate[] {
  const lastDate = addDays(fromDate, days - 1)
  const holidays = rows.calendar.filter(
    (day) => fromDate <= day.date && day.date <= lastDate && isHoliday(day),
  )
  if (holidays.length === 0) return []
  const { weeks } = personalLimits(id, rows, days / DAYS_PER_WEEK)
  return [...new Set(holidays.map(({ date }) => date))].filter((date) => {
    const week = weeks[Math.floor(daysBetween(fromDate, date) / DAYS_PER_WEEK)]
    if (week === undefined) return false
    return week.holidayBan || (!worksByShifts(contract) && !week.holidayWorkAllowed)
  })
}
