import {
  type LocalDate,
  addDays,
  daysBetween,
  offsetMinutes,
  startOfLocalDay,
} from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import type {
  Contract,
  History,
  Instance,
  InstanceRules,
  Lock,
  Operator,
  Shape,
  Weights,
} from '#forecasting/scheduling/instance.ts'

import { barredDaysOf, competentQueues, employed, leaveDaysOf } from './days-at-work.ts'
import { plannerRulesOf } from './engine-rules.ts'
import { toEngineShape } from './engine-shape.ts'
import { owedBy, periodMaximumOfAccounts, weekCapsOf } from './limits-of-hours.ts'
import { ofOperator } from './of-operator.ts'
import type {
  DemandPoint,
  PlanningContract,
  PlanningOperator,
  PlanningRows,
} from './planning-rows.ts'
import { ruleFigure, rulesOf } from './rule-figures.ts'
import { dayBesideSecondJob } from './second-job.ts'
import { isWeekBound } from './week-norms.ts'
import { homeDaysIn, homeDaysOf } from './work-place.ts'
import { type WorkingTerms, workingTerms } from './working-terms.ts'

const MINUTES_PER_DAY = 1440
const MINUTE_MS = 60_000
const DAYS_PER_WEEK = 7
/** Nobody remembers an earlier shift: long enough ago to satisfy every rule of rest. */
const LONG_AGO_MINUTES = -100 * MINUTES_PER_DAY

/** The period to plan: whole weeks from a Monday of the centre's calendar. */
export interface PlanningPeriod {
  readonly fromDate: LocalDate
  readonly days: number
  readonly timezone: string
}

/**
 * Minutes of the wall clock since the period's first midnight: the only time that the engine knows.
 * On the day of a clock change the two directions agree on every minute that the clock shows once.
 */
export function toPlanMinutes(instantMs: EpochMs, period: PlanningPeriod): number {
  const wallMs = instantMs + offsetMinutes(instantMs, period.timezone) * MINUTE_MS
  // A date without a clock is read as midnight of UTC, which is where `wallMs` counts from.
  return Math.floor((wallMs - Date.parse(period.fromDate)) / MINUTE_MS)
}

/** The instant at which the centre's clock shows a minute of the plan. */
export function fromPlanMinutes(minutes: number, period: PlanningPeriod): EpochMs {
  const day = Math.floor(minutes / MINUTES_PER_DAY)
  const midnightMs = startOfLocalDay(addDays(period.fromDate, day), period.timezone)
  const plainMs = midnightMs + (minutes - day * MINUTES_PER_DAY) * MINUTE_MS
  const shift =
    offsetMinutes(midnightMs, period.timezone) - offsetMinutes(plainMs as EpochMs, period.timezone)
  return (plainMs + shift * MINUTE_MS) as EpochMs
}

/**
 * Turns what the database knows into a problem for the scheduling engine: one skill a queue, and each
 * person on the days on which they are employed and competent (п. 18 of the order; `days-at-work.ts`).
 */
export function buildInstance(
  rows: PlanningRows,
  demand: readonly DemandPoint[],
  period: PlanningPeriod,
  locks: readonly Lock[] = [],
): Instance {
  const people = employed(rows, period).map((operator) => ({
    operator,
    ...workingTerms(operator, rows, period),
  }))
  const contracts = new Map(
    [
      ...rows.contracts,
      ...people.flatMap(({ contract, contractDays }) => [
        contract,
        ...contractDays.map((span) => span.contract),
      ]),
    ].map((one) => [one.code, one]),
  )
  return {
    format: 'wfm-instance/1',
    name: `week-${period.fromDate}`,
    intervalMin: rows.intervalMinutes,
    days: period.days,
    skills: rows.queues.map(({ code, channel }) => ({ id: code, underWeight: priceOf(channel) })),
    demand: demandBySkill(rows, demand, period),
    shapes: [...rows.shapes.map(toEngineShape), ...personalShapes(people)],
    contracts: [...contracts.values()].map((contract) => contractOf(contract, rows, period)),
    operators: people.map(({ operator, ...terms }) => operatorOf(operator, terms, rows, period)),
    locks,
    rules: rulesOf(rows),
    weights: rows.weights as unknown as Weights,
    ...plannerRulesOf(rows, people),
  }
}

/** Shapes in the form that single people work them in, each once. */
function personalShapes(people: readonly Pick<WorkingTerms, 'shapes'>[]): Shape[] {
  const shapes = people.flatMap((one) => one.shapes)
  return [...new Map(shapes.map((shape) => [shape.id, shape])).values()]
}

/** Somebody on the phone waits now; a letter waits until its deadline. */
function priceOf(channel: string): number {
  if (channel === 'voice' || channel === 'video') return 1
  return channel === 'email' ? 0.5 : 0.8
}

function demandBySkill(
  rows: PlanningRows,
  demand: readonly DemandPoint[],
  period: PlanningPeriod,
): Record<string, number[]> {
  const intervals = (period.days * MINUTES_PER_DAY) / rows.intervalMinutes
  const codes = new Map(rows.queues.map((queue) => [queue.id, queue.code]))
  const bySkill = Object.fromEntries(
    rows.queues.map(({ code }) => [code, Array.from({ length: intervals }, () => 0)]),
  )
  for (const { queueId, startsAtMs, rostered } of demand) {
    const interval = Math.floor(toPlanMinutes(startsAtMs, period) / rows.intervalMinutes)
    const code = codes.get(queueId)
    const skill = code === undefined ? undefined : bySkill[code]
    // The hour that a clock shows twice is planned once, for the larger of its two loads.
    if (skill !== undefined && interval >= 0 && interval < intervals) {
      skill[interval] = Math.max(skill[interval] ?? 0, rostered)
    }
  }
  return bySkill
}

function contractOf(
  contract: PlanningContract,
  rows: PlanningRows,
  period: PlanningPeriod,
): Contract {
  const weeks = period.days / DAYS_PER_WEEK
  return {
    id: contract.code,
    shapes: contract.shapeCodes,
    dayMaxPaidMin: contract.dayMaxPaidMinutes,
    weekMaxPaidMin: contract.weekMaxPaidMinutes,
    periodTargetPaidMin: contract.weekTargetPaidMinutes * weeks,
    periodMaxPaidMin: contract.weekMaxPaidMinutes * weeks,
    ...daysOffOf(contract, rows),
    maxConsecDays: contract.maxConsecutiveDays,
    maxConsecNights: contract.maxConsecutiveNights,
    minRestMin: contract.minRestMinutes,
    weeklyRestMin: contract.weeklyRestMinutes,
    costPerHour: contract.costPerHour,
    otMult: contract.overtimeMultiplier,
    ...(contract.splitShifts ? { splitShifts: true } : {}),
  }
}

/** Two days off in a week of five working days, one in any other that is not of shifts (art. 84(1), (2)). */
function daysOffOf(contract: PlanningContract, rows: PlanningRows): Pick<Contract, 'weekMaxDays'> {
  if (!isWeekBound(contract)) return {}
  const daysOff =
    contract.regime === 'five_day'
      ? ruleFigure(rows, 'days_off', 'minDaysOffFiveDayWeek', 2)
      : ruleFigure(rows, 'days_off', 'minDaysOffSixDayWeek', 1)
  return { weekMaxDays: DAYS_PER_WEEK - daysOff }
}

function operatorOf(
  operator: PlanningOperator,
  terms: WorkingTerms,
  rows: PlanningRows,
  period: PlanningPeriod,
): Operator {
  const codes = new Map(rows.queues.map((queue) => [queue.id, queue.code]))
  const skills = competentQueues(operator, period).flatMap(
    ({ queueId }) => codes.get(queueId) ?? [],
  )
  return {
    id: operator.personnelNumber,
    skills,
    contract: terms.contract.code,
    ...contractDaysOf(terms),
    nightBan: terms.nightBan,
    history: historyOf(operator, rows, period),
    leaveDays: leaveDaysOf(operator, rows, period),
    unavailable: [
      ...unavailableOf(operator, rows, period),
      ...barredDaysOf(operator, period).map(wholeDay),
      ...terms.barredDates.map((date) => wholeDay(daysBetween(period.fromDate, date))),
    ],
    ...homeDaysIn(homeDaysOf(operator.id, rows, period)),
    prefs: preferencesOf(operator, rows, period.days),
    // Whoever may take no contacts (п. 18) owes the schedule no hours: their days are not planned here, unless
    // they learn beside a mentor (`trainee-plans.ts`).
    periodTargetPaidMin: skills.length === 0 ? 0 : owedBy(terms),
    ...weekCapsOf(terms),
    ...(terms.personalBreaks === undefined ? {} : { personalBreaks: terms.personalBreaks }),
    ...preferredDayOf(operator, rows, period),
    ...periodMaximumOfAccounts(terms),
  }
}

function contractDaysOf({ contractDays }: WorkingTerms): Pick<Operator, 'contractDays'> {
  if (contractDays.length === 0) return {}
  return {
    contractDays: contractDays.map(({ contract, ...days }) => ({
      ...days,
      contract: contract.code,
    })),
  }
}

/** Whoever works elsewhere too: no longer here than both jobs may be together, where a shape is so short. */
function preferredDayOf(
  { id }: PlanningOperator,
  rows: PlanningRows,
  period: PlanningPeriod,
): Pick<Operator, 'dayPreferredMaxPaidMin'> {
  const most = dayBesideSecondJob(id, rows, period)
  return most === null ? {} : { dayPreferredMaxPaidMin: most }
}

function historyOf(
  operator: PlanningOperator,
  rows: PlanningRows,
  period: PlanningPeriod,
): History {
  const shifts = ofOperator(rows.earlierShifts, operator.id)
    .map(({ startsAtMs, endsAtMs }) => ({
      start: toPlanMinutes(startsAtMs, period),
      end: toPlanMinutes(endsAtMs, period),
    }))
    .toSorted((a, b) => b.start - a.start)
  const nights = rulesOf(rows)
  let consecDays = 0
  let consecNights = 0
  let onlyNights = true
  for (const [back, { start, end }] of shifts.entries()) {
    if (Math.floor(start / MINUTES_PER_DAY) !== -1 - back) break
    consecDays++
    onlyNights &&= isNightShift(start, end, nights)
    if (onlyNights) consecNights++
  }
  const lastShiftEnd = shifts[0]?.end ?? LONG_AGO_MINUTES
  return { lastShiftEnd, consecDays, consecNights }
}

function isNightShift(start: number, end: number, rules: InstanceRules): boolean {
  const evening = Math.floor(start / MINUTES_PER_DAY) * MINUTES_PER_DAY
  let overlap = 0
  for (const midnight of [evening - MINUTES_PER_DAY, evening]) {
    const from = midnight + rules.nightFromMin
    const to = midnight + MINUTES_PER_DAY + rules.nightToMin
    overlap += Math.max(0, Math.min(end, to) - Math.max(start, from))
  }
  return overlap >= rules.nightShiftMinOverlapMin
}

function unavailableOf(
  operator: PlanningOperator,
  rows: PlanningRows,
  { fromDate, days }: PlanningPeriod,
): [number, number][] {
  const own = ofOperator(rows.unavailabilities, operator.id)
  return own.flatMap(({ weekday, fromMinutes, toMinutes, ...term }) =>
    weeklyDays(weekday, days)
      .filter((day) => holdsOn(term, addDays(fromDate, day)))
      .map((day): [number, number] => [
        day * MINUTES_PER_DAY + fromMinutes,
        day * MINUTES_PER_DAY + toMinutes,
      ]),
  )
}

function holdsOn(
  { fromDate, toDate }: { readonly fromDate: LocalDate | null; readonly toDate: LocalDate | null },
  date: LocalDate,
): boolean {
  return (fromDate === null || fromDate <= date) && (toDate === null || date <= toDate)
}

function wholeDay(day: number): [number, number] {
  return [day * MINUTES_PER_DAY, (day + 1) * MINUTES_PER_DAY]
}

function preferencesOf(
  operator: PlanningOperator,
  rows: PlanningRows,
  days: number,
): Operator['prefs'] {
  const own = ofOperator(rows.preferences, operator.id)
  const start = own.find(({ kind }) => kind === 'start')
  return {
    daysOff: own.flatMap(({ kind, weekday, weight }) =>
      kind === 'day_off' && weekday !== null
        ? weeklyDays(weekday, days).map((day) => ({ day, weight }))
        : [],
    ),
    start:
      start === undefined || start.fromMinutes === null || start.toMinutes === null
        ? null
        : { fromMin: start.fromMinutes, toMin: start.toMinutes, weight: start.weight },
  }
}

function weeklyDays(weekday: number, days: number): number[] {
  return Array.from({ length: days / DAYS_PER_WEEK }, (_, week) => week * DAYS_PER_WEEK + weekday)
}
