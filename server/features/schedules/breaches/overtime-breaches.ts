import { addDays, type LocalDate, mondayOf } from '#forecasting/kernel/calendar.ts'
import type { Language } from '#server/platform/db/column-types.ts'
import type { MessageValues } from '#server/platform/i18n/messages.ts'

import type { LoadedSchedule } from '../load-schedule.ts'
import { startDateOf } from '../problem/account-figures.ts'
import {
  accountsOf,
  type OvertimeAccount,
  overtimeLimits,
  type OvertimeLimits,
  overtimeOf,
  withWeek,
} from '../problem/overtime.ts'
import { paidMinutesOf } from '../problem/paid-minutes.ts'
import { workingTerms, type WorkingTerms } from '../problem/working-terms.ts'
import type { Shift, Violation } from '../schedules.schema.ts'
import { ruleText } from './violation-texts.ts'

const DAYS_PER_WEEK = 7

type Checked = Pick<LoadedSchedule, 'rows' | 'shifts' | 'period'>

/** A rule of overtime that a week breaks, under the name that the rule set has for it. */
interface Broken {
  readonly key: 'overtime_consent' | 'overtime_day' | 'overtime_month' | 'overtime_year'
  readonly values: MessageValues
}

/** A week with hours beyond the norm. */
interface WeekBeyond {
  readonly monday: LocalDate
  readonly dates: readonly LocalDate[]
  /** The shift with which the norm is exceeded. */
  readonly shift: Shift
  readonly normMinutes: number
  readonly overtimeMinutes: number
  /** Of the day that has most of them beyond the norm of a day. */
  readonly dayExcessMost: number
  readonly allowed: boolean
}

/**
 * Hours beyond the norm of people whose hours are bound to the week: none of those who have not agreed in
 * writing or are barred (Labour Code, art. 77), else at most so many in a day, a month and a year (art. 78),
 * published shifts of that month and year included. It is not said which of the two reasons of art. 77
 * holds: what the law attaches to people is for the personnel department.
 */
export function overtimeBreaches(loaded: Checked, language: Language): readonly Violation[] {
  const { rows, period, shifts } = loaded
  const limits = overtimeLimits(rows)
  const articles = new Map(rows.rules.map(({ code, article }) => [code, article]))
  const byOperator = Map.groupBy(shifts, ({ operatorId }) => operatorId)
  return rows.operators.flatMap((operator) => {
    const own = byOperator.get(operator.id)
    if (own === undefined) return []
    const terms = workingTerms(operator, rows, period)
    let account = terms.overtime?.account ?? new Map<string, number>()
    return weeksBeyond(own, terms, period, limits).flatMap((week) => {
      account = withWeek(account, week.monday, week.overtimeMinutes)
      return brokenIn(week, account, limits).map(({ key, values }) => ({
        rule: key.toUpperCase(),
        article: articles.get(key) ?? null,
        hard: true,
        operatorId: operator.id,
        operatorName: operator.fullName,
        shiftId: week.shift.id,
        dates: [...week.dates],
        at: week.shift.startsAt,
        text: ruleText(key.toUpperCase(), language, values),
      }))
    })
  })
}

function weeksBeyond(
  shifts: readonly Shift[],
  { overtime, weekNorms }: WorkingTerms,
  period: Checked['period'],
  { dayNorm }: OvertimeLimits,
): WeekBeyond[] {
  if (overtime === null) return []
  const worked = shifts
    .map((shift) => ({
      shift,
      date: startDateOf(shift, period.timezone),
      paid: paidMinutesOf(shift),
    }))
    .toSorted((a, b) => a.shift.startsAt.localeCompare(b.shift.startsAt))
  return weekNorms.flatMap((normMinutes, week) => {
    if (!overtime.weeks.includes(week)) return []
    const monday = addDays(period.fromDate, week * DAYS_PER_WEEK)
    const own = worked.filter(({ date }) => mondayOf(date) === monday)
    const excess = own.map(({ paid }) => Math.max(0, paid - dayNorm))
    let paidMinutes = 0
    const beyond = own.find(({ paid }) => (paidMinutes += paid) > normMinutes || paid > dayNorm)
    if (beyond === undefined) return []
    const total = {
      paidMinutes: own.reduce((sum, { paid }) => sum + paid, 0),
      dayExcessMinutes: excess.reduce((sum, minutes) => sum + minutes, 0),
    }
    return [
      {
        monday,
        dates: [...new Set(own.map(({ date }) => date))],
        shift: beyond.shift,
        normMinutes,
        overtimeMinutes: overtimeOf(total, normMinutes),
        dayExcessMost: Math.max(...excess),
        allowed: overtime.allowed[week] ?? false,
      },
    ]
  })
}

/** @param account with the week in it */
function brokenIn(week: WeekBeyond, account: OvertimeAccount, limits: OvertimeLimits): Broken[] {
  const { overtimeMinutes: overMin, normMinutes: normMin, dates, monday } = week
  if (!week.allowed) return [{ key: 'overtime_consent', values: { overMin, normMin } }]
  const { month, year } = accountsOf(monday)
  const [inMonth, inYear] = [account.get(month) ?? 0, account.get(year) ?? 0]
  const broken: Broken[] = []
  if (week.dayExcessMost > limits.inDay || overMin > limits.inDay * dates.length) {
    const days = week.dayExcessMost > limits.inDay ? 1 : dates.length
    const found = days === 1 ? week.dayExcessMost : overMin
    broken.push({
      key: 'overtime_day',
      values: { overMin: found, days, mostMin: limits.inDay },
    })
  }
  if (inMonth > limits.inMonth) {
    const values = { overMin: inMonth, mostMin: limits.inMonth, month }
    broken.push({ key: 'overtime_month', values })
  }
  if (inYear > limits.inYear) {
    broken.push({ key: 'overtime_year', values: { overMin: inYear, mostMin: limits.inYear, year } })
  }
  return broken
}
