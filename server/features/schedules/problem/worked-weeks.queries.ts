import { sql } from 'kysely'

import { addDays, type LocalDate, mondayOf } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { readSpecialDays } from '../../calendar/calendar.service.ts'
import type { SchedulingLimits } from '../../operators/personal-records.service.ts'
import { accountingPeriodOf } from './hours-account.ts'
import { ofOperator } from './of-operator.ts'
import { overtimeLimits } from './overtime.ts'
import type {
  PlanningAbsence,
  PlanningContract,
  PlanningOperator,
  PlanningRows,
  WorkedWeek,
} from './planning-rows.ts'
import { readVersionWeeks, type VersionWeek } from './version-weeks.queries.ts'
import { fullWeekNorm, isHoliday, isWeekBound } from './week-norms.ts'

const DAYS_PER_WEEK = 7
/** Of the longest schedule. */
const LONGEST_DAYS = 42

interface Plan {
  readonly fromDate: LocalDate
  readonly weeks: number
}

interface Read extends Pick<PlanningRows, 'timezone' | 'rules' | 'absences'> {
  readonly people: readonly Pick<PlanningOperator, 'id' | 'contracts' | 'hiredOn' | 'leftOn'>[]
  readonly contracts: readonly PlanningContract[]
  readonly weeklyLimits: readonly (readonly SchedulingLimits[])[]
}

/**
 * What is counted by calendar year and accounting period: special days, and the hours from which overtime
 * and what is left of a norm follow. Only what may matter is kept: the accounting periods that a plan of the
 * longest kind touches, and of the year the weeks in which there can be overtime.
 */
export async function readYears(
  db: Db,
  plan: Plan,
  read: Read,
): Promise<Pick<PlanningRows, 'calendar' | 'publishedWeeks' | 'workedWeeks' | 'earlierAbsences'>> {
  const years = yearsOf(plan)
  const calendar = await readSpecialDays(db, {
    from: years.fromDate,
    to: addDays(years.toDate, 1),
  })
  const published = await readPublished(db, years)
  const wanted = wantedWeeks(read, plan, years)
  const earlierAbsences = await readEarlierAbsences(db, wanted, plan.fromDate)
  const versions = await readVersionWeeks(
    db,
    wanted.size === 0 ? [] : published.map(({ id }) => id),
    read.timezone,
  )
  const matters = mattersBy(wanted, {
    dayNorm: overtimeLimits(read).dayNorm,
    lower: lowerWeeks(read.contracts, calendar),
    leave: [...earlierAbsences, ...read.absences],
  })
  return {
    calendar,
    earlierAbsences,
    publishedWeeks: [...new Set(published.flatMap(({ mondays }) => mondays))],
    workedWeeks: versions.flatMap((weeks) => weeks.filter(matters)).map(workedBy(read, calendar)),
  }
}

/** Calendar years that a period touches, both ends included. */
interface Years {
  readonly fromDate: LocalDate
  readonly toDate: LocalDate
}

function yearsOf({ fromDate, weeks }: Plan): Years {
  const lastDate = addDays(fromDate, weeks * DAYS_PER_WEEK - 1)
  return {
    // The first week of a year may begin in the year before.
    fromDate: mondayOf(`${fromDate.slice(0, 4)}-01-01` as LocalDate),
    toDate: `${lastDate.slice(0, 4)}-12-31` as LocalDate,
  }
}

/** Weeks of one person that may matter, by their Mondays, both ends included. */
interface WantedWeeks extends Years {
  /** Paid minutes of an ordinary week beyond which there is overtime; null: every week counts. */
  readonly beyondMinutes: number | null
}

/** People whose published hours matter to a plan: those who may be asked for overtime, or balance their hours. */
function wantedWeeks(
  { people, contracts, weeklyLimits }: Read,
  { fromDate, weeks }: Plan,
  years: Years,
): ReadonlyMap<OperatorId, WantedWeeks> {
  const asked = new Set(
    weeklyLimits.flatMap((week) =>
      week.flatMap(({ operatorId, overtimeAllowed }) => (overtimeAllowed ? operatorId : [])),
    ),
  )
  const lastDate = addDays(fromDate, weeks * DAYS_PER_WEEK - 1)
  const wantedUnder = new Map(
    contracts.map((contract): [string, WantedWeeks] => {
      if (isWeekBound(contract)) {
        return [contract.code, { ...years, beyondMinutes: contract.weekTargetPaidMinutes }]
      }
      const first = accountingPeriodOf(fromDate, contract.accountingMonths)
      const last = accountingPeriodOf(mondayOf(lastDate), contract.accountingMonths)
      const accounts = { fromDate: first.fromDate, toDate: last.toDate }
      return [contract.code, { ...accounts, beyondMinutes: null }]
    }),
  )
  return new Map(
    people.flatMap(({ id, contracts: own, hiredOn, leftOn }) => {
      const wanted = together(own.flatMap(({ code }) => wantedUnder.get(code) ?? []))
      const isThere = hiredOn <= lastDate && (leftOn === null || leftOn >= fromDate)
      if (wanted === undefined || !isThere) return []
      return wanted.beyondMinutes === null || asked.has(id) ? [[id, wanted]] : []
    }),
  )
}

/** What any of somebody's contracts asks for: they nearly always have one. */
function together(all: readonly WantedWeeks[]): WantedWeeks | undefined {
  return all.length < 2
    ? all[0]
    : all.reduce((one, other) => ({
        fromDate: one.fromDate < other.fromDate ? one.fromDate : other.fromDate,
        toDate: one.toDate > other.toDate ? one.toDate : other.toDate,
        beyondMinutes:
          one.beyondMinutes === null || other.beyondMinutes === null
            ? null
            : Math.min(one.beyondMinutes, other.beyondMinutes),
      }))
}

/** Whether a week matters: of those in which only overtime does, the ones that can have some. */
function mattersBy(
  wanted: ReadonlyMap<OperatorId, WantedWeeks>,
  {
    dayNorm,
    lower,
    leave,
  }: {
    readonly dayNorm: number
    readonly lower: ReadonlySet<LocalDate>
    readonly leave: readonly PlanningAbsence[]
  },
): (week: VersionWeek) => boolean {
  return ({ operatorId, monday, paidMinutes, longestMinutes }) => {
    const one = wanted.get(operatorId)
    if (one === undefined || monday < one.fromDate || monday > one.toDate) return false
    if (one.beyondMinutes === null) return true
    if (paidMinutes > one.beyondMinutes || longestMinutes > dayNorm || lower.has(monday))
      return true
    // Days away lower the norm.
    const sunday = addDays(monday, DAYS_PER_WEEK - 1)
    return ofOperator(leave, operatorId).some(
      ({ fromDate, toDate }) => fromDate <= sunday && monday <= toDate,
    )
  }
}

/** Mondays of weeks of which the calendar lowers the norm of some contract: fewer hours are overtime there. */
function lowerWeeks(
  contracts: readonly PlanningContract[],
  calendar: PlanningRows['calendar'],
): ReadonlySet<LocalDate> {
  const mondays = new Set(calendar.map(({ date }) => mondayOf(date)))
  const isLower = (contract: PlanningContract, monday: LocalDate): boolean =>
    isWeekBound(contract) &&
    fullWeekNorm(contract, monday, calendar, 'worked') < contract.weekTargetPaidMinutes
  return new Set(
    [...mondays].filter((monday) => contracts.some((contract) => isLower(contract, monday))),
  )
}

function workedBy(
  rows: Pick<PlanningRows, 'rules'>,
  calendar: PlanningRows['calendar'],
): (week: VersionWeek) => WorkedWeek {
  const { dayNorm } = overtimeLimits(rows)
  const holidays = new Set(calendar.filter(isHoliday).map(({ date }) => date))
  const weeksWithHolidays = new Set([...holidays].map(mondayOf))
  return ({ operatorId, monday, days, minutes, paidMinutes, longestMinutes }) => ({
    operatorId,
    monday,
    paidMinutes,
    dayExcessMinutes:
      longestMinutes > dayNorm ? sum(minutes.map((paid) => Math.max(0, paid - dayNorm))) : 0,
    holidayMinutes: weeksWithHolidays.has(monday)
      ? sum(minutes.filter((_, shift) => holidays.has(addDays(monday, days[shift] as number))))
      : 0,
  })
}

/** The schedules in force that touch the years, with the Mondays of their weeks. */
async function readPublished(
  db: Db,
  { fromDate, toDate }: Years,
): Promise<readonly { readonly id: string; readonly mondays: readonly LocalDate[] }[]> {
  const rows = await db
    .selectFrom('schedule')
    .select(['id', 'from_date', 'days'])
    .where('status', '=', 'published')
    .where('from_date', '>=', addDays(fromDate, -LONGEST_DAYS))
    .where('from_date', '<=', toDate)
    .orderBy('from_date')
    .execute()
  return rows.map(({ id, from_date: from, days }) => ({
    id,
    mondays: Array.from({ length: days / DAYS_PER_WEEK }, (_, week) =>
      addDays(from as LocalDate, week * DAYS_PER_WEEK),
    ),
  }))
}

/** Days away of some people since their first wanted week, over before a day: later ones are read for everybody. */
async function readEarlierAbsences(
  db: Db,
  wanted: ReadonlyMap<OperatorId, WantedWeeks>,
  before: LocalDate,
): Promise<PlanningRows['earlierAbsences']> {
  if (wanted.size === 0) return []
  const { rows } = await sql<{ readonly list: PlanningRows['earlierAbsences'] | null }>`
    select json_agg(json_build_object('operatorId', absence.operator_id, 'kind', kind,
             'fromDate', absence.from_date, 'toDate', to_date) order by absence.from_date, absence.id) as list
      from unnest(
        ${[...wanted.keys()]}::uuid[],
        ${[...wanted.values()].map(({ fromDate }) => fromDate)}::date[]
      ) as one (operator_id, from_date)
      join absence on absence.operator_id = one.operator_id and absence.to_date >= one.from_date
     where absence.to_date < ${before}`.execute(db)
  return rows[0]?.list ?? []
}

function sum(minutes: readonly number[]): number {
  return minutes.reduce((total, one) => total + one, 0)
}
