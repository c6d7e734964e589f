import { readFile } from 'node:fs/promises'

import { parse } from 'csv-parse/sync'
import { DateTime } from 'luxon'

import {
  addDays,
  isZone,
  type LocalDate,
  localDate,
  localDateOf,
  startOfLocalDay,
  weekdayOf,
} from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import { contactShares } from '#forecasting/volume/contact-shares.ts'
import { forecastQueue, type QueueForecast } from '#forecasting/volume/forecast-queue.ts'
import type { QueueHistory } from '#forecasting/volume/history.ts'
import { kazakhstanSpecialDays } from '#forecasting/volume/kazakhstan-days.ts'
import { QUANTILE_LEVELS } from '#forecasting/volume/quantile-levels.ts'
import { partsOfDay } from '#forecasting/volume/share-bands.ts'
import type { SpecialDay } from '#forecasting/volume/special-day.ts'

import { kzHolidays } from '../../fixtures/calendar/kz-holidays.ts'
import {
  type Command,
  InputError,
  type ParsedOptions,
  parseOptions,
  UsageError,
} from './command.ts'
import { type FileHistory, readHistoryFile } from './history-file.ts'

const KAZAKHSTAN_ZONES = /^Asia\/(Almaty|Astana|Aqtau|Aqtobe|Atyrau|Oral|Qostanay|Qyzylorda)$/
const WEEKS_MAX = 104

/** Forecast of every queue in a history file; no database. */
export const forecastCommand: Command = {
  name: 'forecast',
  summary: 'Forecasts every queue in a history file.',
  usage:
    '--history FILE --timezone TZ --weeks N [--interval 15|30|60] [--origin ISO] [--calendar KZ|none] [--events FILE]',
  async run(args) {
    const options = parseOptions(args, {
      history: 'string',
      timezone: 'string',
      weeks: 'string',
      interval: 'string',
      origin: 'string',
      calendar: 'string',
      events: 'string',
    })
    const timezone = zoneOf(options)
    const weeks = options.integer('weeks', { min: 1, max: WEEKS_MAX })
    if (weeks === undefined) throw new UsageError('--weeks is required')
    const histories = await readHistoryFile(options.required('history'), timezone)
    const interval = options.integer('interval', { min: 15, max: 60 })
    const specialDays = await specialDaysOf(options, timezone)
    const series = histories.map((history) => {
      const coarse =
        interval === undefined ? history : { ...history, stepMinutes: stepOf(history, interval) }
      const originDate = originOf(options, history, timezone)
      refuseWithoutPast(history, originDate, timezone)
      const forecast = forecastQueue(coarse, { timezone, originDate, days: weeks * 7, specialDays })
      return { ...present(forecast, timezone), ...presentShares(history, forecast, originDate) }
    })
    process.stdout.write(`${JSON.stringify({ series })}\n`)
  },
}

/** The zone of `--timezone`. */
export function zoneOf(options: ParsedOptions): string {
  const timezone = options.required('timezone')
  if (!isZone(timezone)) throw new UsageError(`--timezone: there is no zone ${timezone}`)
  return timezone
}

/** Special days of `--events`, else of `--calendar`, else of the zone's country. */
export async function specialDaysOf(
  options: ParsedOptions,
  timezone: string,
): Promise<readonly SpecialDay[]> {
  const events = options.text('events')
  if (events !== undefined) return readEvents(events)
  const calendar = options.text('calendar') ?? (KAZAKHSTAN_ZONES.test(timezone) ? 'KZ' : 'none')
  if (calendar === 'none') return []
  if (calendar !== 'KZ') throw new UsageError(`--calendar must be KZ or none, got ${calendar}`)
  return kazakhstanSpecialDays(kzHolidays().days)
}

async function readEvents(file: string): Promise<readonly SpecialDay[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new InputError(`${file} cannot be read`)
  })
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true, trim: true })
  return rows.map(({ date = '', name = '' }, i) => {
    try {
      return { date: localDate(date), name, kind: 'rest' as const }
    } catch {
      throw new InputError(
        `row ${i + 2}, column date: must be a date such as 2026-03-22, got ${date}`,
      )
    }
  })
}

function stepOf(history: QueueHistory, interval: number): number {
  if (interval % history.stepMinutes !== 0) {
    throw new InputError(
      `--interval ${interval} is finer than the history's ${history.stepMinutes} min`,
    )
  }
  return interval
}

/** The first day to forecast: `--origin`, else the day after the last day of the history. */
function originOf(options: ParsedOptions, history: QueueHistory, timezone: string): LocalDate {
  const origin = options.text('origin')
  if (origin === undefined) {
    return addDays(localDateOf((history.startMs.at(-1) ?? 0) as EpochMs, timezone), 1)
  }
  const instant = DateTime.fromISO(origin, { zone: timezone })
  if (!instant.isValid) throw new UsageError(`--origin must be an instant, got ${origin}`)
  return localDateOf(instant.toMillis() as EpochMs, timezone)
}

function refuseWithoutPast(history: QueueHistory, originDate: LocalDate, timezone: string): void {
  if ((history.startMs[0] ?? Infinity) >= startOfLocalDay(originDate, timezone)) {
    throw new InputError(`queue ${history.queue} has no history before ${originDate}`)
  }
}

function present(series: QueueForecast, timezone: string): Record<string, unknown> {
  return {
    queue: series.queue,
    channel: series.channel,
    interval_minutes: series.stepMinutes,
    outliers: series.outliers,
    points: series.points.map((point) => ({
      start: DateTime.fromMillis(point.startMs, { zone: timezone }).toFormat(
        "yyyy-MM-dd'T'HH:mm:ssZZ",
      ),
      volume: {
        mean: point.mean,
        quantiles: byLevel(point.quantiles),
      },
      aht_seconds: {
        mean: point.ahtSeconds,
        ...(point.ahtQuantiles === null ? {} : { quantiles: byLevel(point.ahtQuantiles) }),
      },
    })),
  }
}

/** Languages and topics of each day, where the file tells them long enough. */
function presentShares(
  { traits }: FileHistory,
  { days }: QueueForecast,
  originDate: LocalDate,
): Record<string, unknown> {
  const told = Object.entries(traits).flatMap(([trait, counted]) => {
    const shares = contactShares(counted, originDate)
    if (shares.kind !== 'estimated') return []
    const byDay = days.map((day) => ({
      date: day.date,
      parts: partsOfDay(shares, weekdayOf(day.date), day).map((part) => ({
        share: { mean: part.share, quantiles: byLevel(part.shareQuantiles) },
        contacts: { mean: part.contacts, quantiles: byLevel(part.contactsQuantiles) },
      })),
    }))
    return [[trait, { names: shares.names, days: byDay }] as const]
  })
  return told.length === 0 ? {} : { shares: Object.fromEntries(told) }
}

function byLevel(quantiles: readonly number[]): Record<string, number | undefined> {
  return Object.fromEntries(QUANTILE_LEVELS.map((level, i) => [String(level), quantiles[i]]))
}
