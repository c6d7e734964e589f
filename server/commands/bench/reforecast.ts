import { existsSync } from 'node:fs'
import path from 'node:path'

import { addDays, startOfLocalDay } from '#forecasting/kernel/calendar.ts'
import { forecastQueue, type ForecastPoint } from '#forecasting/volume/forecast-queue.ts'
import { historyBefore } from '#forecasting/volume/history.ts'
import { restOfDay, type TodaysInterval } from '#forecasting/volume/rest-of-day.ts'

import {
  type PreparedDay,
  type PreparedSeries,
  prepareSeries,
  seriesNames,
} from './prepared-series.ts'

/** Hours of the local clock until which a day has been seen. */
const SEEN_UNTIL_HOURS = [10, 12, 14] as const
/** Quantiles of a forecast that its band is made of: 10 % and 90 %. */
const [LOW, HIGH] = [2, 6] as const

/** Σ|actual − expected| over the intervals that were still to come. */
interface Errors {
  plan: number
  reforecast: number
  /** The plan times what came over what was expected, without doubt. */
  ratio: number
  actual: number
  intervals: number
  /** Intervals that lay within the 80 % band. */
  inBand: number
}

/**
 * Prints what the reforecast of a day cuts from the error of the plan on the shared series: the plan
 * is the forecast of the week ahead (up to seven days old), the days are the normal ones of the weeks
 * of `../shared/forecasting/README.md`, and the error is that of the intervals after the hour.
 */
export async function benchReforecast(): Promise<void> {
  const folder = path.join(process.env['KEZEK_SHARED'] ?? '../shared', 'forecasting')
  if (!existsSync(path.join(folder, 'prepared/series.json'))) {
    print('reforecast: skipped: no shared data')
    return
  }
  for (const hours of SEEN_UNTIL_HOURS) {
    print(
      `${`after ${hours}:00`.padEnd(18)}${['plan %', 'reforecast %', 'change', 'plain ratio', 'in 80 % band'].map((head) => head.padStart(14)).join('')}`,
    )
    for (const name of await seriesNames(folder)) {
      print(rowOf(name, measure(await prepareSeries(folder, name), hours)))
    }
  }
}

function rowOf(name: string, errors: Errors): string {
  const { plan, reforecast, ratio, actual, inBand, intervals } = errors
  const percent = (part: number, whole: number): string => ((100 * part) / whole).toFixed(2)
  const change = (error: number): string => `${(100 * (error / plan - 1)).toFixed(1)} %`
  const cells = [
    percent(plan, actual),
    percent(reforecast, actual),
    change(reforecast),
    change(ratio),
    percent(inBand, intervals),
  ]
  return `${name.padEnd(18)}${cells.map((cell) => cell.padStart(14)).join('')}`
}

function measure(series: PreparedSeries, hours: number): Errors {
  const errors: Errors = { plan: 0, reforecast: 0, ratio: 0, actual: 0, intervals: 0, inBand: 0 }
  for (const origin of series.origins) {
    const points = weekAhead(series, origin)
    for (let ahead = 0; ahead < series.daysPerWeek; ahead++) {
      const row = series.rows[origin + ahead]
      if (row === undefined || row.special !== '') continue
      addDay(errors, dayOf(series, row, points), hours)
    }
  }
  return errors
}

interface SeenInterval extends TodaysInterval {
  readonly startHours: number
  readonly count: number
}

function addDay(errors: Errors, day: readonly SeenInterval[], hours: number): void {
  const seen = day.map((one) => ({
    ...one,
    actual: one.startHours < hours && !Number.isNaN(one.count) ? one.count : null,
  }))
  const { intervals } = restOfDay(seen)
  const morning = seen.filter(({ actual }) => actual !== null)
  const expected = morning.reduce((sum, { mean }) => sum + mean, 0)
  const came = morning.reduce((sum, { actual }) => sum + (actual ?? 0), 0)
  const ratio = expected === 0 ? 1 : came / expected
  for (const [at, { startHours, count, mean }] of seen.entries()) {
    const now = intervals[at]
    if (startHours < hours || Number.isNaN(count) || now === undefined) continue
    errors.plan += Math.abs(mean - count)
    errors.reforecast += Math.abs(now.mean - count)
    errors.ratio += Math.abs(mean * ratio - count)
    errors.actual += count
    errors.intervals++
    if (now.low <= count && count <= now.high) errors.inBand++
  }
}

function weekAhead(series: PreparedSeries, origin: number): ReadonlyMap<number, ForecastPoint> {
  const { timezone, history, specialDays } = series
  const originDate = series.rows[origin]?.date
  if (originDate === undefined) return new Map()
  const before = historyBefore(history, startOfLocalDay(originDate, timezone))
  const { points } = forecastQueue(before, { timezone, originDate, days: 14, specialDays })
  return new Map(points.map((point) => [point.startMs, point]))
}

function dayOf(
  { timezone, firstSlot, intervalMinutes }: PreparedSeries,
  { date, counts }: PreparedDay,
  points: ReadonlyMap<number, ForecastPoint>,
): SeenInterval[] {
  // Slots count from midnight by the wall clock; on the rare day that it changes they shift.
  const noon = (startOfLocalDay(date, timezone) + startOfLocalDay(addDays(date, 1), timezone)) / 2
  return counts.map((count, slot) => {
    const minutes = (firstSlot + slot) * intervalMinutes
    const point = points.get(noon + (minutes - 720) * 60_000)
    return {
      startHours: minutes / 60,
      count,
      mean: point?.mean ?? 0,
      low: point?.quantiles[LOW] ?? 0,
      high: point?.quantiles[HIGH] ?? 0,
      actual: null,
    }
  })
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
