import {
  type LocalDate,
  addDays,
  daysBetween,
  localDate,
  localDateOf,
  weekdayOf,
} from '../kernel/calendar.ts'
import { localClock } from '../kernel/local-clock.ts'
import type { EpochMs } from '../kernel/units.ts'
import { bandQuantiles } from './band-quantiles.ts'
import type { BandWidth } from './band-width.ts'
import { dailyTotals } from './daily-totals.ts'
import type { Beliefs } from './day-judge.ts'
import type { DayPart } from './day-kernel.ts'
import { type DayLevel, type DayLevels, dayLevels } from './day-level.ts'
import { type DayMatrix, dayMatrix } from './day-matrix.ts'
import { type DaySigns, daySigns } from './day-signs.ts'
import { type HandleDoubt, handleDoubt, handleQuantiles } from './handle-doubt.ts'
import { type HandleTimes, handleTimes } from './handle-time.ts'
import { historyBefore, historyWithout, type QueueHistory } from './history.ts'
import { intervalWidth } from './interval-width.ts'
import { type IntradayProfiles, intradayProfiles } from './intraday-profile.ts'
import { intervalOverdispersion } from './overdispersion.ts'
import type { SpecialDay } from './special-day.ts'
import { type WeeklyShape, weeklyShape } from './weekly-shape.ts'

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
  /** Days that these touch are believed, however far they stray. */
  readonly trusted?: readonly ExcludedSpan[]
  /** A lasting step of the level that begins in one of these will pass: it is not lifted over. */
  readonly deniedShifts?: readonly ExcludedSpan[]
}

export interface ForecastPoint {
  readonly startMs: number
  /** Expected contacts. */
  readonly mean: number
  /** At `QUANTILE_LEVELS`, ascending. */
  readonly quantiles: readonly number[]
  /** Null when no handle time was ever known. */
  readonly ahtSeconds: number | null
  /** At `QUANTILE_LEVELS`, ascending; null where too little is known to tell. */
  readonly ahtQuantiles: readonly number[] | null
}

/** One day of the horizon, as a whole: its band is narrower than its intervals' bands together. */
export interface ForecastDay {
  readonly date: LocalDate
  readonly mean: number
  /** At `QUANTILE_LEVELS`, ascending. */
  readonly quantiles: readonly number[]
  /**
   * Why: logarithms of the factors whose product is the mean, half a contact apart. `trend` holds
   * the scale; 0 means "no effect". Null on closed days.
   */
  readonly parts: Readonly<Record<DayPart, number>> | null
  /** The calendar's word on the day; null on an ordinary one. */
  readonly special: SpecialDay | null
}

export interface QueueForecast {
  readonly queue: string
  readonly channel: string
  readonly stepMinutes: number
  /** Every interval of the horizon, closed ones with zero. */
  readonly points: readonly ForecastPoint[]
  /** Every day of the horizon; a day on which the clock goes back holds its hour twice. */
  readonly days: readonly ForecastDay[]
  /** Share of each member in an ordinary day's level, summing to 1. */
  readonly members: Readonly<Record<string, number>>
  /** Days that were taken for outliers, so that the planner can disagree. */
  readonly outliers: readonly LocalDate[]
  /** A recent lasting step that was found: its first day, and new volume over old. */
  readonly shift: { readonly date: LocalDate; readonly factor: number } | null
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
  const shape = weeklyShape(matrix, new Set(specialDays.map(({ date }) => date)))
  const totals = dailyTotals(matrix, shape)
  const first = matrix.dates[0] as LocalDate
  const dates = Array.from({ length: daysBetween(first, originDate) + days }, (_, i) =>
    addDays(first, i),
  )
  const weekdays = dates.map(weekdayOf)
  const signs = daySigns(dates, weekdays, { specialDays, ...shape })
  const levels = dayLevels(totals, signs, beliefsOf(first, options))
  const learned = learnShape(matrix, totals, { signs, levels })
  const points: ForecastPoint[] = []
  const foretold: ForecastDay[] = []
  const ahead = signs.slice(-days)
  const openDays = ahead.filter(
    ({ weekday }) => shape.openWeekdays[weekday] === true && shape.strayTotals[weekday] === null,
  )
  const told = new Map(levels.at(openDays).map((level, i) => [openDays[i], level]))
  for (const own of ahead) {
    const date = dates[own.day] as LocalDate
    const isOpen = told.has(own)
    const { volume, logVariance } = told.get(own) ?? strayDay(own, shape)
    const intervals = pointsOfDay(date, { own, volume, logVariance }, { matrix, timezone, learned })
    const mean = intervals.reduce((sum, point) => sum + point.mean, 0)
    for (const interval of intervals) points.push(interval)
    foretold.push({
      date,
      mean,
      quantiles: bandQuantiles(
        { middle: mean, logVariance, spread: 0 },
        { inner: 1, outer: levels.tail },
      ),
      parts: isOpen ? levels.parts(own) : null,
      special: own.special,
    })
  }
  return {
    queue: history.queue,
    channel: history.channel,
    stepMinutes: history.stepMinutes,
    points,
    days: foretold,
    members: levels.members,
    outliers: levels.outlierDays.map((day) => matrix.dates[day] as LocalDate),
    shift: shiftOf(levels, matrix),
  }
}

function shiftOf({ shift }: DayLevels, matrix: DayMatrix): QueueForecast['shift'] {
  if (shift === null) return null
  return { date: matrix.dates[shift.day] as LocalDate, factor: shift.factor }
}

/** A doubt of half up or down, about a few contacts. */
const STRAY_VARIANCE = 0.2

/** A closed day; strays that come to one all the same have a mean, and no level to follow. */
function strayDay({ weekday }: DaySigns, shape: WeeklyShape): DayLevel {
  const isOpen = shape.openWeekdays[weekday] === true
  return { volume: isOpen ? (shape.strayTotals[weekday] ?? 0) : 0, logVariance: STRAY_VARIANCE }
}

/** What a planner knows better, in days that spans touch, counted from the first of the history. */
function beliefsOf(first: LocalDate, options: ForecastOptions): Beliefs {
  const { timezone, trusted = [], deniedShifts = [] } = options
  const dayOf = (ms: number): number => daysBetween(first, localDateOf(ms as EpochMs, timezone))
  const daysOf = (spans: readonly ExcludedSpan[]): ReadonlySet<number> =>
    new Set(
      spans.flatMap(({ fromMs, toMs }) => {
        const from = dayOf(fromMs)
        return Array.from({ length: dayOf(toMs - 1) - from + 1 }, (_, i) => from + i)
      }),
    )
  return { trusted: daysOf(trusted), deniedShifts: daysOf(deniedShifts) }
}

/** What is learned of the inside of days. */
interface LearnedShape {
  readonly profiles: IntradayProfiles
  /** Relative variance of a slot's rate, given the day's volume. */
  readonly spread: Float64Array
  readonly width: BandWidth
  readonly aht: HandleTimes
  readonly ahtDoubt: HandleDoubt | null
}

function learnShape(
  matrix: DayMatrix,
  totals: Float64Array,
  days: { readonly signs: readonly DaySigns[]; readonly levels: DayLevels },
): LearnedShape {
  const wild = new Set(days.levels.outlierDays)
  const profiles = intradayProfiles(matrix, {
    totals,
    weights: Float64Array.from(matrix.dates, (_, day) => (wild.has(day) ? 0 : 1)),
    special: matrix.dates.map((_, day) => isSpecialRest(days.signs[day] as DaySigns)),
  })
  const spread = intervalOverdispersion(matrix, totals, profiles)
  const width = intervalWidth(matrix, days.levels.tried, { profiles, spread })
  const aht = handleTimes(matrix)
  return { profiles, spread, width, aht, ahtDoubt: handleDoubt(matrix, aht) }
}

function isSpecialRest(signs: DaySigns): boolean {
  return signs.special?.kind === 'rest'
}

function pointsOfDay(
  date: LocalDate,
  day: { readonly own: DaySigns; readonly volume: number; readonly logVariance: number },
  known: {
    readonly matrix: DayMatrix
    readonly timezone: string
    readonly learned: LearnedShape
  },
): ForecastPoint[] {
  const { profiles, spread, width, aht, ahtDoubt } = known.learned
  const { weekday } = day.own
  const profile = isSpecialRest(day.own)
    ? profiles.special
    : (profiles.byWeekday[weekday] as Float64Array)
  return startsOfDay(date, known.matrix, known.timezone).map(({ slot, startMs }) => {
    const expected = day.volume * (profile[slot] as number)
    const mean = expected < CLOSED_CONTACTS ? 0 : expected
    const ahtSeconds = aht.at(weekday, slot)
    return {
      startMs,
      mean,
      quantiles: bandQuantiles(
        { middle: mean, logVariance: day.logVariance, spread: spread[slot] as number },
        width,
      ),
      ahtSeconds,
      ahtQuantiles:
        ahtSeconds === null || ahtDoubt === null
          ? null
          : handleQuantiles(ahtSeconds, mean, ahtDoubt),
    }
  })
}

/** History before the origin's midnight, without the excluded spans. */
function usable(history: QueueHistory, options: ForecastOptions): QueueHistory {
  const clock = localClock(options.timezone)
  const originMs = clock.instantsAt(wallMidnight(options.originDate))[0] ?? 0
  const before = historyBefore(history, originMs)
  return historyWithout(before, options.excluded ?? [])
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
