import { addDays, daysBetween, type LocalDate } from '#forecasting/kernel/calendar.ts'
import type { PersonalBreaks, Shape } from '#forecasting/scheduling/instance.ts'

import { barredDaysOf, leaveDaysOf } from './days-at-work.ts'
import { type HoursAccount, hoursAccounts } from './hours-account.ts'
import {
  dayCap,
  type OvertimeAccount,
  overtimeLimits,
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
  readonly nightBan: boolean
  /** Breaks that the law gives them in every shift; it is not said why. */
  readonly personalBreaks: PersonalBreaks | undefined
  /** Shapes of the contract in the form that has these breaks. */
  readonly shapes: readonly Shape[]
  /** Holidays on which they do not work; it is not said why. */
  readonly barredDates: readonly LocalDate[]
  /** Paid minutes owed in each week. */
  readonly weekNorms: readonly number[]
  /** For those whose hours are bound to the week (`isWeekBound`). */
  readonly overtime: OvertimeTerms | null
  /** For the others: hours of the accounting periods that the plan touches. */
  readonly accounts: readonly HoursAccount[]
  /** Minutes beyond the norm of an accounting period that they may be asked for. */
  readonly accountOvertime: number
}

interface OvertimeTerms {
  /** Whether they may be asked for hours beyond the norm, week by week. */
  readonly allowed: readonly boolean[]
  /** What their published shifts outside the period have used up. */
  readonly account: OvertimeAccount
  /** Paid minutes that a search may plan in each week. */
  readonly weekCaps: readonly number[]
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
  const own = rows.contracts.find(({ code }) => code === operator.contractCode)
  if (own === undefined) throw new RangeError(`no contract ${operator.contractCode}`)
  const limits = personalLimits(operator.id, rows, period.days / DAYS_PER_WEEK)
  const asked = isWeekBound(own) ? overtimeAsked(operator, own, limits, { rows, period }) : null
  const shiftMaxPaidMinutes = least([limits.shiftMaxPaidMinutes, asked?.dayCap ?? null])
  const paidMinutes = new Map(rows.shapes.map((shape) => [shape.code, shape.paidMinutes]))
  const limited = personalContract(own, { ...limits, shiftMaxPaidMinutes }, paidMinutes)
  const personalBreaks = personalBreaksOf(limits, rows)
  const { contract, shapes } =
    personalBreaks === undefined
      ? { contract: limited, shapes: [] }
      : withPersonalShapes(limited, personalBreaks, rows)
  const barredDates = barredHolidays(operator, own, rows, period)
  const away = [...leaveDaysOf(operator, rows, period), ...barredDaysOf(operator, period)]
  const norms = weekNorms(contract, away, period, { days: rows.calendar, barredDates })
  const isBalanced = asked === null
  return {
    contract,
    shapes,
    personalBreaks,
    accounts: isBalanced ? hoursAccounts(operator, contract, rows, period) : [],
    accountOvertime: isBalanced ? accountOvertime(contract, limits, rows) : 0,
    nightBan: operator.nightBan || limits.nightBan,
    barredDates,
    weekNorms: norms,
    overtime:
      asked === null
        ? null
        : {
            ...asked,
            weekCaps: weekCaps(norms, { ...asked, contract, fromDate: period.fromDate }),
          },
  }
}

function overtimeAsked(
  operator: PlanningOperator,
  contract: PlanningContract,
  { weeks }: PersonalLimits,
  { rows, period }: { readonly rows: PlanningRows; readonly period: Weeks },
) {
  const allowed = weeks.map(({ overtimeAllowed }) => overtimeAllowed)
  const account = publishedOvertime(operator, contract, rows, period)
  const limits = overtimeLimits(rows)
  return {
    allowed,
    account,
    limits,
    dayCap: dayCap({ allowed, account, limits, fromDate: period.fromDate }),
  }
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
