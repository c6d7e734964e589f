import { type LocalDate, startOfLocalDay } from '../kernel/calendar.ts'
import { dayMatrix, type DayMatrix } from './day-matrix.ts'
import { forecastQueue, QUANTILE_LEVELS } from './forecast-queue.ts'
import { historyBefore, type QueueHistory } from './history.ts'
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

/** Scores the forecast and simple methods from several origins, each knowing only what came before. */
export function backtest(history: QueueHistory, options: BacktestOptions): BacktestRow[] {
  const restDays = new Set(options.specialDays.map(({ date }) => date))
  const layout = { zone: options.timezone, slotMinutes: history.stepMinutes, restDays }
  const matrix = dayMatrix(history, layout)
  const farthest = Math.max(...options.weeks)
  const scores = new Map<string, Score>()
  for (const origin of originsOf(matrix, options.origins, farthest)) {
    const date = matrix.dates[origin] as LocalDate
    const known = historyBefore(history, startOfLocalDay(date, options.timezone))
    const forecast = forecastQueue(known, {
      timezone: options.timezone,
      originDate: date,
      days: farthest * 7,
      specialDays: options.specialDays,
    })
    for (const week of options.weeks) {
      for (let ahead = (week - 1) * 7; ahead < week * 7; ahead++) {
        const day = origin + ahead
        if (day >= matrix.dates.length || restDays.has(matrix.dates[day] as LocalDate)) continue
        const start = ahead * matrix.slotsPerDay
        const points = forecast.points.slice(start, start + matrix.slotsPerDay)
        scoreDay({ matrix, origin, day, week }, points, scores)
      }
    }
  }
  return options.weeks.flatMap((week) =>
    METHODS.map((method) =>
      (scores.get(`${method} ${week}`) ?? new Score()).row(history.queue, week, method),
    ),
  )
}

function originsOf(matrix: DayMatrix, count: number, farthest: number): number[] {
  const latest = matrix.dates.length - farthest * 7
  return Array.from({ length: count }, (_, i) => latest - 7 * (count - 1 - i)).filter(
    (origin) => origin >= DAYS_OF_HISTORY_MIN,
  )
}

function scoreDay(
  place: {
    readonly matrix: DayMatrix
    readonly origin: number
    readonly day: number
    readonly week: number
  },
  points: readonly { readonly mean: number; readonly quantiles: readonly number[] }[],
  scores: Map<string, Score>,
): void {
  const { matrix, origin, day, week } = place
  for (const method of METHODS) {
    const key = `${method} ${week}`
    const score = scores.get(key) ?? new Score()
    scores.set(key, score)
    score.beginDay()
    for (let slot = 0; slot < matrix.slotsPerDay; slot++) {
      const actual = matrix.counts[day * matrix.slotsPerDay + slot] as number
      if (Number.isNaN(actual)) continue
      const naive = sameWeekdays(matrix, { origin, day, slot }, 1)
      const point = points[slot]
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

  row(queue: string, week: number, method: BacktestRow['method']): BacktestRow {
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
