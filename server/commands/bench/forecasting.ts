import { existsSync } from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'

import { addDays, type LocalDate, startOfLocalDay } from '#forecasting/kernel/calendar.ts'
import { forecastQueue } from '#forecasting/volume/forecast-queue.ts'
import { historyBefore } from '#forecasting/volume/history.ts'

import type { ArimaTask } from './arima-days.worker.ts'
import { benchForecastingSpeed } from './forecasting-speed.ts'
import { type PreparedSeries, prepareSeries, seriesNames } from './prepared-series.ts'

const METHODS = ['kezek', 'mean4dow', 'mean6dow', 'naive', 'arima'] as const
type Method = (typeof METHODS)[number]

/** Σ|actual − forecast| of intervals and of days, and Σ actual, of one series. */
interface Errors {
  interval: number
  day: number
}
interface Measured {
  readonly name: string
  readonly actual: number
  readonly errors: Readonly<Record<Method, Errors>>
  readonly cpuSeconds: number
  readonly arimaFailed: number
}

/**
 * Prints the error of the week ahead (WAPE of intervals, W1, and of days, D1, normal days, eight
 * origins a series) of the forecast and of four other methods on the shared series, and the ratios
 * to the mean of the last six same weekdays: the table of `../shared/forecasting/README.md`.
 *
 * `arima` is npm's, on daily totals, spread by the weekday's profile of the last six weeks; where it
 * fails or diverges the mean of six weeks stands in for it.
 */
export async function benchForecasting(): Promise<void> {
  const folder = path.join(process.env['KEZEK_SHARED'] ?? '../shared', 'forecasting')
  if (!existsSync(path.join(folder, 'prepared/series.json'))) {
    print('forecasting: accuracy skipped: no shared data')
    await benchForecastingSpeed(arimaDays)
    return
  }
  print(
    `${'W1 / D1, %'.padEnd(18)}${METHODS.map((m) => m.padStart(15)).join('')}${'s'.padStart(8)}`,
  )
  const measured: Measured[] = []
  for (const name of await seriesNames(folder)) {
    const one = await measure(name, await prepareSeries(folder, name))
    measured.push(one)
    const cells = METHODS.map((method) =>
      pair(one.errors[method], (error) => (100 * error) / one.actual).padStart(15),
    )
    print(`${name.padEnd(18)}${cells.join('')}${one.cpuSeconds.toFixed(2).padStart(8)}`)
  }
  const ratios = METHODS.map((method) => {
    const mean = (of: (errors: Errors) => number): number =>
      Math.exp(
        measured.reduce(
          (sum, { errors }) => sum + Math.log(of(errors[method]) / of(errors.mean6dow)),
          0,
        ) / measured.length,
      )
    return `${mean((e) => e.interval).toFixed(3)} / ${mean((e) => e.day).toFixed(3)}`.padStart(15)
  })
  print(`${'ratio to mean6dow'.padEnd(18)}${ratios.join('')}`)
  const failed = measured.reduce((sum, one) => sum + one.arimaFailed, 0)
  print(`s: CPU seconds a forecast of four weeks; arima failed at ${failed} origins`)
  await benchForecastingSpeed(arimaDays)
}

async function measure(name: string, series: PreparedSeries): Promise<Measured> {
  const errors = Object.fromEntries(METHODS.map((m) => [m, { interval: 0, day: 0 }])) as Record<
    Method,
    Errors
  >
  const arima = await arimaDays(series.origins.map((origin) => arimaTask(series, origin)))
  let actual = 0
  let cpuMicros = 0
  for (const [i, origin] of series.origins.entries()) {
    const before = process.cpuUsage()
    const kezek = kezekWeek(series, origin)
    cpuMicros += process.cpuUsage(before).user
    for (let ahead = 0; ahead < series.daysPerWeek; ahead++) {
      const row = series.rows[origin + ahead]
      if (row === undefined || row.special !== '') continue
      const six = sameWeekdays(series, origin, { weekday: row.weekday, weeks: 6 })
      const volume = arima[i]?.[ahead]
      const forecasts: Record<Method, readonly number[]> = {
        kezek: kezek(row.date),
        mean4dow: sameWeekdays(series, origin, { weekday: row.weekday, weeks: 4 }),
        mean6dow: six,
        naive: sameWeekdays(series, origin, { weekday: row.weekday, weeks: 1 }),
        arima: volume === undefined ? six : scaledTo(six, volume),
      }
      for (const method of METHODS) addErrors(errors[method], row.counts, forecasts[method])
      actual += known(row.counts)
    }
  }
  return {
    name,
    actual,
    errors,
    cpuSeconds: cpuMicros / 1e6 / series.origins.length,
    arimaFailed: arima.filter((days) => days === null).length,
  }
}

/** The forecast by date: expected contacts of the matrix's slots. */
function kezekWeek(series: PreparedSeries, origin: number): (date: LocalDate) => number[] {
  const { timezone, history, slots, firstSlot, intervalMinutes } = series
  const originDate = series.rows[origin]?.date as LocalDate
  const { points } = forecastQueue(historyBefore(history, startOfLocalDay(originDate, timezone)), {
    timezone,
    originDate,
    days: 28,
    specialDays: series.specialDays,
  })
  const byStart = new Map(points.map(({ startMs, mean }) => [startMs, mean]))
  return (date) => {
    // Slots count from midnight by the wall clock; on the rare day that it changes they shift.
    const noon = (startOfLocalDay(date, timezone) + startOfLocalDay(addDays(date, 1), timezone)) / 2
    return Array.from({ length: slots }, (_, slot) => {
      const minutes = (firstSlot + slot) * intervalMinutes - 720
      return byStart.get(noon + minutes * 60_000) ?? 0
    })
  }
}

function arimaTask({ rows, daysPerWeek }: PreparedSeries, origin: number): ArimaTask {
  const totals: number[] = []
  for (const { counts, special } of rows.slice(0, origin)) {
    const total = known(counts)
    const weekBefore = totals.at(-daysPerWeek)
    // It knows no holidays, so they are filled from the past like gaps.
    if (total > 0 && (special === '' || weekBefore === undefined)) totals.push(total)
    else if (weekBefore !== undefined) totals.push(weekBefore)
  }
  return { totals, season: daysPerWeek, days: daysPerWeek }
}

function arimaDays(tasks: readonly ArimaTask[]): Promise<readonly (readonly number[] | null)[]> {
  const worker = new Worker(new URL('arima-days.worker.ts', import.meta.url), {
    workerData: tasks,
    stdout: true,
    stderr: true,
  })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

/** Mean of each slot over the last same weekdays before the origin. */
function sameWeekdays(
  { rows, slots }: PreparedSeries,
  origin: number,
  past: { readonly weekday: number; readonly weeks: number },
): number[] {
  const same = rows
    .slice(0, origin)
    .filter(({ weekday }) => weekday === past.weekday)
    .slice(-past.weeks)
  return Array.from({ length: slots }, (_, slot) => {
    const counts = same.map((row) => row.counts[slot] as number).filter((c) => !Number.isNaN(c))
    return counts.length === 0 ? 0 : counts.reduce((sum, c) => sum + c, 0) / counts.length
  })
}

function addErrors(errors: Errors, counts: readonly number[], forecast: readonly number[]): void {
  let difference = 0
  counts.forEach((count, slot) => {
    if (Number.isNaN(count)) return
    errors.interval += Math.abs((forecast[slot] as number) - count)
    difference += (forecast[slot] as number) - count
  })
  errors.day += Math.abs(difference)
}

function scaledTo(profile: readonly number[], volume: number): number[] {
  const whole = known(profile)
  return profile.map((share) => (whole === 0 ? 0 : (share * volume) / whole))
}

function known(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + (Number.isNaN(count) ? 0 : count), 0)
}

function pair({ interval, day }: Errors, percent: (error: number) => number): string {
  return `${percent(interval).toFixed(2)} / ${percent(day).toFixed(2)}`
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
