import { addDays, type LocalDate, mondayOf } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { legalLimits } from '../../operators/legal-limits.ts'
import { centreToday, requireOperator } from '../../operators/operators.service.ts'
import { contractAt } from '../problem/contract-at.ts'
import { hoursAccounts } from '../problem/hours-account.ts'
import { ofOperator } from '../problem/of-operator.ts'
import { accountsOf, overtimeLimits, publishedOvertime } from '../problem/overtime.ts'
import type { PlanningOperator, PlanningRows } from '../problem/planning-rows.ts'
import { readPlanningRows } from '../problem/planning.queries.ts'
import { isWeekBound } from '../problem/week-norms.ts'
import { readYears } from '../problem/worked-weeks.queries.ts'
import type { PersonHours } from './person-hours.schema.ts'

const DAYS_PER_WEEK = 7

/**
 * What published weeks have used of the overtime that somebody may work, or have booked of the norm of their
 * accounting period. Nothing of people who take no contacts: no schedule holds their hours.
 *
 * @throws {ProblemError} `operator-unknown`
 */
export async function readPersonHours(db: Db, operatorId: OperatorId): Promise<PersonHours> {
  const today = await centreToday(db)
  await requireOperator(db, operatorId, today)
  const monday = mondayOf(today)
  const rows = await readPlanningRows(db, monday)
  const person = rows.operators.find(({ id }) => id === operatorId)
  if (person === undefined) return { overtime: null, account: null }
  const known = {
    ...rows,
    ...(await readYears(db, { fromDate: monday, weeks: 1 }, readOf(person, rows, monday))),
  }
  return isWeekBound(contractAt(person, rows, addDays(monday, DAYS_PER_WEEK - 1)))
    ? { overtime: overtimeOf(person, known, monday), account: null }
    : { overtime: null, account: accountOf(person, known, monday) }
}

/** One person, whose weeks with overtime are read whether or not they may be asked for more. */
function readOf(
  person: PlanningOperator,
  rows: PlanningRows,
  monday: LocalDate,
): Parameters<typeof readYears>[2] {
  const period = { fromDate: monday, toDate: addDays(monday, DAYS_PER_WEEK - 1) }
  const [own] = ofOperator(rows.weeklyLimits[0] ?? [], person.id)
  const asked = {
    ...(own ?? legalLimits([], [], period)),
    operatorId: person.id,
    overtimeAllowed: true,
  }
  return { ...rows, people: [person], weeklyLimits: [[asked]] }
}

function overtimeOf(
  person: PlanningOperator,
  rows: PlanningRows,
  monday: LocalDate,
): PersonHours['overtime'] {
  const used = publishedOvertime(person, rows, { fromDate: monday, days: 0 })
  const { inMonth, inYear } = overtimeLimits(rows)
  const { month, year } = accountsOf(monday)
  const [limits] = ofOperator(rows.weeklyLimits[0] ?? [], person.id)
  return {
    isAgreed: limits?.overtimeAllowed ?? false,
    month: { month, usedMinutes: used.get(month) ?? 0, mostMinutes: inMonth },
    year: { year, usedMinutes: used.get(year) ?? 0, mostMinutes: inYear },
  }
}

function accountOf(
  person: PlanningOperator,
  rows: PlanningRows,
  monday: LocalDate,
): PersonHours['account'] {
  const [account] = hoursAccounts(person, rows, { fromDate: monday, days: DAYS_PER_WEEK })
  if (account === undefined) return null
  const { fromDate, toDate, normMinutes, bookedMinutes } = account
  const week = ofOperator(rows.workedWeeks, person.id).find((one) => one.monday === monday)
  const thisWeek = (week?.paidMinutes ?? 0) - (week?.holidayMinutes ?? 0)
  return { fromDate, toDate, normMinutes, bookedMinutes: bookedMinutes + thisWeek }
}
