import {
  type LocalDate,
  addDays,
  daysBetween,
  localDate,
  type Weekday,
  weekdayOf,
} from '../kernel/calendar.ts'
import { localClock } from '../kernel/local-clock.ts'
import { negativeBinomialQuantiles } from '../kernel/negative-binomial.ts'
import { dailyTotals } from './daily-totals.ts'
import { type DayLevel, dayLevels } from './day-level.ts'
import { type DayMatrix, dayMatrix } from './day-matrix.ts'
import { daySigns } from './day-signs.ts'
import { handleTimes } from './handle-time.ts'
import type { QueueHistory } from './history.ts'
import { intradayProfiles } from './intraday-profile.ts'
import { intervalOverdispersion } from './overdispersion.ts'
import { recentLevels } from './recent-level.ts'
import type { SpecialDay } from './special-day.ts'
import { weeklyShape } from './weekly-shape.ts'

/** The probabilities at which the volume's distribution is told. */
export const QUANTILE_LEVELS = [0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975] as const

/** Half-open span of instants, epoch milliseconds, whose figures teach nothing (an outage). */
export interface ExcludedSpan {
  readonly fromMs: number
  readonly toMs: number
}

export interface ForecastOptions {
  readonly timezone: string
  /** The first day to forecast; later history is ignored. */
  readonly originDate: LocalDate
  readonly days: number
  readonly specialDays: readonly SpecialDay[]
  readonly excluded?: readonly ExcludedSpan[]
}

export interface ForecastPoint {
  readonly startMs: number
  /** Expected contacts. */
  readonly mean: number
  /** At `QUANTILE_LEVELS`, ascending. */
  readonly quantiles: readonly number[]
  /** Null when no handle time was ever known. */
  readonly ahtSeconds: number | null
}

export interface QueueForecast {
  readonly queue: string
  readonly channel: string
  readonly stepMinutes: number
  /** Every interval of the horizon, closed ones with zero. */
  readonly points: readonly ForecastPoint[]
  /** Days that were taken for outliers, so that the planner can disagree. */
  readonly outliers: readonly LocalDate[]
}

const DAY_MS = 86_400_000
/** Below this share of a day's volume an interval counts as closed: 1 contact in 20 such days. */
const CLOSED_CONTACTS = 0.02

/**
 * Forecasts one queue: the level of each day, times the profile of its weekday.
 *
 * @throws {RangeError} if nothing of the history lies before the origin
 */
export function forecastQueue(history: QueueHistory, options: ForecastOptions): QueueForecast {
  const { timezone, originDate, days, specialDays } = options
  const restDays = new Set(
    specialDays.filter(({ kind }) => kind === 'rest').map(({ date }) => date),
  )
  const matrix = dayMatrix(usable(history, options), {
    zone: timezone,
    slotMinutes: history.stepMinutes,
    restDays,
  })
  const shape = weeklyShape(matrix)
  const totals = dailyTotals(matrix, shape)
  const first = matrix.dates[0] as LocalDate
  const dates = Array.from({ length: daysBetween(first, originDate) + days }, (_, i) =>
    addDays(first, i),
  )
  const weekdays = dates.map(weekdayOf)
  const signs = daySigns(dates, weekdays, { specialDays, openWeekdays: shape.openWeekdays })
  const { levels, outlierDays } = dayLevels(totals, signs)
  const wild = new Set(outlierDays)
  const profiles = intradayProfiles(matrix, {
    totals,
    weights: Float64Array.from(matrix.dates, (_, day) => (wild.has(day) ? 0 : 1)),
    special: matrix.dates.map((_, day) => signs[day]?.special?.kind === 'rest'),
  })
  const spread = intervalOverdispersion(matrix, totals, profiles)
  const aht = handleTimes(matrix)
  const recent = recentLevels(totals, signs, wild)
  const points: ForecastPoint[] = []
  for (let day = dates.length - days; day < dates.length; day++) {
    const weekday = weekdays[day] as Weekday
    const isRest = signs[day]?.special?.kind === 'rest'
    const isClosed = shape.openWeekdays[weekday] !== true
    const profile = isRest ? profiles.special : (profiles.byWeekday[weekday] as Float64Array)
    const level = levels[day] as DayLevel
    const isOrdinary = signs[day]?.special === null && signs[day]?.afterSpecial === false
    const steady = isOrdinary ? (recent[weekday] ?? null) : null
    const volume = isClosed ? 0 : blended(volumeOf(level), steady)
    for (const { slot, startMs } of startsOfDay(dates[day] as LocalDate, matrix, timezone)) {
      const expected = volume * (profile[slot] as number)
      const mean = expected < CLOSED_CONTACTS ? 0 : expected
      points.push({
        startMs,
        mean,
        quantiles: negativeBinomialQuantiles(mean, level.logVariance + spread, QUANTILE_LEVELS),
        ahtSeconds: aht.at(weekday, slot),
      })
    }
  }
  return {
    queue: history.queue,
    channel: history.channel,
    stepMinutes: history.stepMinutes,
    points,
    outliers: outlierDays.map((day) => matrix.dates[day] as LocalDate),
  }
}

/** Mean of a log-normal volume; the half contact that its logarithm was given is taken back. */
function volumeOf({ logMean, logVariance }: DayLevel): number {
  return Math.max(0, Math.exp(logMean + Math.min(logVariance, 0.25) / 2) - 0.5)
}

/** Half the model, half the recent level of the weekday: each repairs what the other gets wrong. */
function blended(modelled: number, steady: number | null): number {
  return steady === null ? modelled : Math.sqrt(modelled * steady)
}

/** History before the origin's midnight, without the excluded spans. */
function usable(history: QueueHistory, options: ForecastOptions): QueueHistory {
  const clock = localClock(options.timezone)
  const originMs = clock.instantsAt(wallMidnight(options.originDate))[0] ?? 0
  const kept: number[] = []
  history.startMs.forEach((startMs, row) => {
    const excluded = options.excluded?.some(
      ({ fromMs, toMs }) => startMs >= fromMs && startMs < toMs,
    )
    if (startMs < originMs && excluded !== true) kept.push(row)
  })
  const pick = (column: Float64Array): Float64Array =>
    Float64Array.from(kept, (row) => column[row] as number)
  return {
    ...history,
    startMs: pick(history.startMs),
    offered: pick(history.offered),
    handled: pick(history.handled),
    handleSeconds: pick(history.handleSeconds),
  }
}

function wallMidnight(date: LocalDate): number {
  return daysBetween(localDate('1970-01-01'), date) * DAY_MS
}

/** The instants at which the slots of a local day start: a skipped slot has none, a doubled one two. */
function startsOfDay(
  date: LocalDate,
  { slotsPerDay, slotMinutes }: DayMatrix,
  timezone: string,
): { readonly slot: number; readonly startMs: number }[] {
  const clock = localClock(timezone)
  const midnight = wallMidnight(date)
  return Array.from({ length: slotsPerDay }, (_, slot) => slot).flatMap((slot) =>
    clock
      .instantsAt(midnight + slot * slotMinutes * 60_000)
      .map((startMs) => ({ slot, startMs: startMs as number })),
  )
}
