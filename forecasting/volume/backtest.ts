import { daysBetween, type LocalDate, localDate, startOfLocalDay } from '../kernel/calendar.ts'
import { zoneClock } from '../kernel/zone-clock.ts'
import { dayMatrix, type DayMatrix } from './day-matrix.ts'
import { type ForecastPoint, forecastQueue } from './forecast-queue.ts'
import { historyBefore, type QueueHistory } from './history.ts'
import { QUANTILE_LEVELS } from './quantile-levels.ts'
import type { SpecialDay } from './special-day.ts'

/** Accuracy of one method for one queue and one week ahead. */
export interface BacktestRow {
  readonly queue: string
  /** The week that is scored: 1 is the seven days from the origin. */
  readonly week: number
  readonly method: 'kezek' | 'mean4dow' | 'mean6dow' | 'seasonal_naive'
  /** Σ|actual − forecast| / Σ actual over intervals. */
  readonly wape: number
  /** The same over days. */
  readonly wape_daily: number
  /** Mean absolute error over that of last week's same interval. */
  readonly mase: number
  /** Σ(forecast − actual) / Σ actual. */
  readonly bias: number
  /** Share of open intervals inside the band; null where the method has none. */
  readonly coverage80: number | null
  readonly coverage95: number | null
  /** Mean pinball loss over the quantiles, over the mean actual; null likewise. */
  readonly pinball: number | null
}

export interface BacktestOptions {
  readonly timezone: string
  readonly specialDays: readonly SpecialDay[]
  readonly weeks: readonly number[]
  /** Origins, a week apart, the last as late as the farthest week allows. */
  readonly origins: number
}

const METHODS = ['kezek', 'mean4dow', 'mean6dow', 'seasonal_naive'] as const
const DAYS_OF_HISTORY_MIN = 28

/**
 * Scores the forecast and simple methods from several origins, each knowing only what came before.
 *
 * Only days with an actual are scored, special days apart.
 *
 * @returns a row for each week and method; none for a week in which nothing could be scored, so
 *   that a history too short never reads as a perfect forecast
 */
export function backtest(history: QueueHistory, options: BacktestOptions): BacktestRow[] {
  const specials = new Set(options.specialDays.map(({ date }) => date))
  const rests = options.specialDays.filter(({ kind }) => kind === 'rest')
  const matrix = dayMatrix(history, {
    zone: options.timezone,
    slotMinutes: history.stepMinutes,
    restDays: new Set(rests.map(({ date }) => date)),
  })
  const farthest = Math.max(...options.weeks)
  const scores = new Map<string, Score>()
  for (const origin of originsOf(matrix, options.origins, farthest)) {
    const date = matrix.dates[origin] as LocalDate
    const { points } = forecastQueue(
      historyBefore(history, startOfLocalDay(date, options.timezone)),
      {
        timezone: options.timezone,
        originDate: date,
        days: farthest * 7,
        specialDays: options.specialDays,
      },
    )
    const bySlot = pointsBySlot(points, options.timezone)
    const isScored = (day: number): boolean => !specials.has(matrix.dates[day] as LocalDate)
    for (const week of options.weeks) {
      for (const day of daysOfWeek(origin, week).filter(isScored)) {
        scoreDay({ matrix, origin, day, week }, bySlot, scores)
      }
    }
  }
  return options.weeks.flatMap((week) =>
    METHODS.flatMap(
      (method) => scores.get(`${method} ${week}`)?.row(history.queue, week, method) ?? [],
    ),
  )
}

function originsOf(matrix: DayMatrix, count: number, farthest: number): number[] {
  const latest = matrix.dates.length - farthest * 7
  return Array.from({ length: count }, (_, i) => latest - 7 * (count - 1 - i)).filter(
    (origin) => origin >= DAYS_OF_HISTORY_MIN,
  )
}

/** The days of the matrix that lie `week` weeks ahead of an origin: 1 is the first week. */
function daysOfWeek(origin: number, week: number): number[] {
  return Array.from({ length: 7 }, (_, weekday) => origin + (week - 1) * 7 + weekday)
}

/** Points by what the wall clock shows, because a day on which it changes has other points. */
function pointsBySlot(
  points: readonly ForecastPoint[],
  timezone: string,
): ReadonlyMap<number, ForecastPoint> {
  const clock = zoneClock(timezone)
  return new Map(
    points.map((point) => [(point.startMs + clock.offsetMs(point.startMs)) / 60_000, point]),
  )
}

function scoreDay(
  place: {
    readonly matrix: DayMatrix
    readonly origin: number
    readonly day: number
    readonly week: number
  },
  points: ReadonlyMap<number, ForecastPoint>,
  scores: Map<string, Score>,
): void {
  const { matrix, origin, day, week } = place
  const midnight = daysBetween(localDate('1970-01-01'), matrix.dates[day] as LocalDate) * 1440
  for (const method of METHODS) {
    const key = `${method} ${week}`
    const score = scores.get(key) ?? new Score()
    scores.set(key, score)
    score.beginDay()
    for (let slot = 0; slot < matrix.slotsPerDay; slot++) {
      const actual = matrix.counts[day * matrix.slotsPerDay + slot] as number
      if (Number.isNaN(actual)) continue
      const naive = sameWeekdays(matrix, { origin, day, slot }, 1)
      const point = points.get(midnight + slot * matrix.slotMinutes)
      if (method === 'kezek') score.add(actual, point?.mean ?? 0, naive, point?.quantiles)
      else if (method === 'seasonal_naive') score.add(actual, naive, naive)
      else {
        const weeks = method === 'mean4dow' ? 4 : 6
        score.add(actual, sameWeekdays(matrix, { origin, day, slot }, weeks), naive)
      }
    }
    score.endDay()
  }
}

/** Mean of a slot over the last same weekdays before the origin that are known. */
function sameWeekdays(
  matrix: DayMatrix,
  place: { readonly origin: number; readonly day: number; readonly slot: number },
  weeks: number,
): number {
  let sum = 0
  let known = 0
  const back = Math.ceil((place.day - place.origin + 1) / 7) * 7
  for (let day = place.day - back; day >= 0 && known < weeks; day -= 7) {
    const count = matrix.counts[day * matrix.slotsPerDay + place.slot] as number
    if (Number.isNaN(count)) continue
    sum += count
    known++
  }
  return known === 0 ? 0 : sum / known
}

class Score {
  #absolute = 0
  #naive = 0
  #error = 0
  #actual = 0
  #daily = 0
  #dayError = 0
  #count = 0
  #banded = 0
  #inside80 = 0
  #inside95 = 0
  #loss = 0

  beginDay(): void {
    this.#dayError = 0
  }

  endDay(): void {
    this.#daily += Math.abs(this.#dayError)
  }

  add(actual: number, forecast: number, naive: number, quantiles?: readonly number[]): void {
    this.#absolute += Math.abs(actual - forecast)
    this.#naive += Math.abs(actual - naive)
    this.#error += forecast - actual
    this.#dayError += forecast - actual
    this.#actual += actual
    this.#count++
    if (quantiles === undefined || (forecast === 0 && actual === 0)) return
    this.#banded++
    const at = (i: number): number => quantiles[i] ?? 0
    if (actual >= Math.floor(at(2)) && actual <= Math.ceil(at(6))) this.#inside80++
    if (actual >= Math.floor(at(0)) && actual <= Math.ceil(at(8))) this.#inside95++
    QUANTILE_LEVELS.forEach((level, i) => {
      const above = actual - at(i)
      this.#loss += Math.max(level * above, (level - 1) * above) / QUANTILE_LEVELS.length
    })
  }

  /** Undefined when no contact came in what was scored: no error can be measured against none. */
  row(queue: string, week: number, method: BacktestRow['method']): BacktestRow | undefined {
    if (this.#actual === 0) return undefined
    const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)
    const banded = this.#banded > 0
    return {
      queue,
      week,
      method,
      wape: share(this.#absolute, this.#actual),
      wape_daily: share(this.#daily, this.#actual),
      mase: share(this.#absolute, this.#naive),
      bias: share(this.#error, this.#actual),
      coverage80: banded ? this.#inside80 / this.#banded : null,
      coverage95: banded ? this.#inside95 / this.#banded : null,
      pinball: banded ? share(this.#loss / this.#banded, this.#actual / this.#count) : null,
    }
  }
}
