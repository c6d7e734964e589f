import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { type LocalDate, localDate, startOfLocalDay } from '#forecasting/kernel/calendar.ts'
import type { QueueHistory } from '#forecasting/volume/history.ts'
import type { SpecialDay } from '#forecasting/volume/special-day.ts'

import { readHistoryFile } from '../history-file.ts'

interface Description {
  readonly file: string
  readonly queue: string
  readonly timezone: string
  readonly intervalMinutes: number
  readonly slots: number
  /** Slots of the day before the matrix begins. */
  readonly firstSlot: number
  readonly daysPerWeek: number
  /** Rows of the matrix at which a forecast begins. */
  readonly origins: readonly number[]
}

/** One open day of the matrix. */
export interface PreparedDay {
  readonly date: LocalDate
  readonly weekday: number
  /** Name of the special day, or empty. */
  readonly special: string
  /** By slot; NaN where not known. */
  readonly counts: readonly number[]
}

/** A series with the matrix that the protocol scores against. */
export interface PreparedSeries extends Description {
  readonly history: QueueHistory
  readonly rows: readonly PreparedDay[]
  readonly specialDays: readonly SpecialDay[]
}

/** Names of the shared series. */
export async function seriesNames(folder: string): Promise<string[]> {
  return Object.keys(await descriptions(folder))
}

/** Reads one series and its history, from the matrix's first day on. */
export async function prepareSeries(folder: string, name: string): Promise<PreparedSeries> {
  const description = (await descriptions(folder))[name]
  if (description === undefined) throw new RangeError(`there is no series ${name}`)
  const table = await readFile(path.join(folder, 'prepared', `${name}.csv`), 'utf8')
  const rows = table.trim().split('\n').slice(1).map(dayOf)
  const { timezone } = description
  const histories = await readHistoryFile(path.join(folder, 'data', description.file), timezone)
  const whole = histories.find(({ queue }) => queue === description.queue)
  if (whole === undefined) throw new RangeError(`there is no queue ${description.queue}`)
  const first = startOfLocalDay(rows[0]?.date as LocalDate, timezone)
  const from = whole.startMs.findIndex((startMs) => startMs >= first)
  return {
    ...description,
    rows,
    specialDays: rows
      .filter(({ special }) => special !== '')
      .map(({ date, special }) => ({ date, name: special, kind: 'rest' })),
    history: {
      ...whole,
      stepMinutes: description.intervalMinutes,
      startMs: whole.startMs.slice(from),
      offered: whole.offered.slice(from),
      handled: whole.handled.slice(from),
      handleSeconds: whole.handleSeconds.slice(from),
    },
  }
}

async function descriptions(folder: string): Promise<Readonly<Record<string, Description>>> {
  const text = await readFile(path.join(folder, 'prepared/series.json'), 'utf8')
  return JSON.parse(text) as Record<string, Description>
}

function dayOf(line: string): PreparedDay {
  const [date = '', weekday = '', special = '', ...counts] = line.split(',')
  return {
    date: localDate(date),
    weekday: Number(weekday),
    special,
    counts: counts.map((count) => (count === '' ? Number.NaN : Number(count))),
  }
}
