import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'

import { parse } from 'csv-parse'

import { localDate } from '#forecasting/kernel/calendar.ts'
import { type LocalClock, localClock } from '#forecasting/kernel/local-clock.ts'
import type { CountedDay } from '#forecasting/volume/contact-shares.ts'
import { type HistoryRow, queueHistory, type QueueHistory } from '#forecasting/volume/history.ts'

import { languageOf } from '../features/imports/language-names.ts'
import { InputError } from './command.ts'

type Cells = Readonly<Record<string, string>>

/** What a file may tell of its contacts. */
const TRAITS = ['language', 'topic'] as const

/** A queue's history, and its days by language and topic where the file tells them. */
export interface FileHistory extends QueueHistory {
  readonly traits: Readonly<Record<(typeof TRAITS)[number], readonly CountedDay[]>>
}

interface FileRow extends HistoryRow {
  readonly language: string
  readonly topic: string
}

/** Rows of one queue and channel, as read so far. */
interface Group {
  readonly queue: string
  readonly channel: string
  readonly rows: FileRow[]
  /** How often each local time that the clock shows twice has been read. */
  readonly repeats: Map<number, number>
}

/**
 * Reads a history file of Kezek's own format for the planning commands, which need no database.
 *
 * @throws {InputError} naming row, column and rule; nothing is used of a file that has a fault
 */
export async function readHistoryFile(file: string, timezone: string): Promise<FileHistory[]> {
  await stat(file).catch(() => {
    throw new InputError(`${file} cannot be read`)
  })
  const groups = new Map<string, Group>()
  const clock = localClock(timezone)
  const records = createReadStream(file).pipe(parse({ columns: true, bom: true, trim: true }))
  let row = 1
  try {
    for await (const record of records as AsyncIterable<Cells>) {
      row++
      const queue = required(record, 'queue', row)
      const channel = record['channel'] ?? 'voice'
      const key = JSON.stringify([queue, channel])
      const group: Group = groups.get(key) ?? { queue, channel, rows: [], repeats: new Map() }
      groups.set(key, group)
      const startMs = instant(required(record, 'interval_start', row), row, {
        clock,
        repeats: group.repeats,
      })
      const [language = '', topic = ''] = TRAITS.map((trait) => record[trait] ?? '')
      group.rows.push({
        startMs,
        ...figuresOf(record, row),
        language: language === '' ? '' : languageOf(language),
        topic,
      })
    }
  } catch (error) {
    if (error instanceof InputError) throw error
    throw new InputError(
      `row ${row + 1}: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
  if (groups.size === 0) throw new InputError(`${file} has no rows`)
  return [...groups.values()].map(({ queue, channel, rows }) => ({
    ...queueHistory({ queue, channel }, addedUp(rows)),
    traits: { language: daysBy('language', rows, clock), topic: daysBy('topic', rows, clock) },
  }))
}

/** Rows of different languages or topics are parts of one interval, however alike their figures are. */
function addedUp(rows: readonly FileRow[]): readonly HistoryRow[] {
  if (rows.every(({ language, topic }) => language === '' && topic === '')) return rows
  // Of rows that are told apart by nothing the last one counts.
  const parts = new Map(
    rows.map((row) => [JSON.stringify([row.startMs, row.language, row.topic]), row]),
  )
  return [...Map.groupBy(parts.values(), ({ startMs }) => startMs)].map(([startMs, own]) => ({
    startMs,
    offered: own.reduce((sum, { offered }) => sum + offered, 0),
    handled: own.reduce((sum, { handled }) => sum + handled, 0),
    handleSeconds: own.reduce((sum, { handleSeconds }) => sum + handleSeconds, 0),
  }))
}

/** Contacts of the clock's days by one of the traits; days of which nothing is told are left out. */
function daysBy(
  trait: (typeof TRAITS)[number],
  rows: readonly FileRow[],
  clock: LocalClock,
): readonly CountedDay[] {
  const told = rows.filter((row) => row[trait] !== '' && row.offered > 0)
  const byDay = Map.groupBy(told, ({ startMs }) => {
    return Math.floor((startMs + clock.offsetMinutesAt(startMs) * 60_000) / 86_400_000)
  })
  return [...byDay].map(([day, own]) => {
    const contacts = new Map<string, number>()
    for (const row of own) contacts.set(row[trait], (contacts.get(row[trait]) ?? 0) + row.offered)
    return { date: localDate(new Date(day * 86_400_000).toISOString().slice(0, 10)), contacts }
  })
}

function figuresOf(record: Cells, row: number): Omit<HistoryRow, 'startMs'> {
  const offered = count(record, 'offered', row) ?? 0
  const handled = count(record, 'handled', row)
  const aht = count(record, 'aht_seconds', row)
  const parts = ['talk_seconds', 'hold_seconds', 'wrap_seconds'].map((name) =>
    count(record, name, row),
  )
  const total = parts.some((part) => part !== undefined)
    ? parts.reduce<number>((sum, part) => sum + (part ?? 0), 0)
    : undefined
  const contacts = handled ?? (aht === undefined && total === undefined ? 0 : offered)
  const known = total ?? (aht === undefined ? undefined : aht * contacts)
  return {
    offered,
    handled: known === undefined ? 0 : contacts,
    handleSeconds: known ?? 0,
  }
}

function required(record: Cells, column: string, row: number): string {
  const value = record[column]
  if (value === undefined || value === '') {
    throw new InputError(`row ${row}, column ${column}: a value is required`)
  }
  return value
}

function count(record: Cells, column: string, row: number): number | undefined {
  const text = record[column]
  if (text === undefined || text === '') {
    if (column === 'offered')
      throw new InputError(`row ${row}, column offered: a count is required`)
    return undefined
  }
  const value = Number(text)
  if (!Number.isFinite(value) || value < 0) {
    throw new InputError(
      `row ${row}, column ${column}: must be 0 or more, got ${text.slice(0, 20)}`,
    )
  }
  return value
}

/**
 * RFC 3339 with an offset, or a local time of the zone. A local time that the clock shows twice
 * means its first instant when it is first read, and its second from then on: a file in order of
 * time neither loses nor doubles the hour.
 */
function instant(
  text: string,
  row: number,
  local: { readonly clock: LocalClock; readonly repeats: Map<number, number> },
): number {
  const hasOffset = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text)
  const ms = Date.parse(hasOffset ? text : `${text.replace(' ', 'T')}Z`)
  const found = Number.isNaN(ms) ? undefined : hasOffset ? ms : localInstant(ms, local)
  if (found === undefined) {
    throw new InputError(
      `row ${row}, column interval_start: not a time that the clock of ${local.clock.zone} shows: ${text.slice(0, 30)}`,
    )
  }
  return found
}

function localInstant(
  wallMs: number,
  { clock, repeats }: { readonly clock: LocalClock; readonly repeats: Map<number, number> },
): number | undefined {
  const instants = clock.instantsAt(wallMs)
  if (instants.length < 2) return instants[0]
  const read = repeats.get(wallMs) ?? 0
  repeats.set(wallMs, read + 1)
  return instants[Math.min(read, instants.length - 1)]
}
