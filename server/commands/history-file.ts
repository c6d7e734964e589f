import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'

import { parse } from 'csv-parse'

import { localClock } from '#forecasting/kernel/local-clock.ts'
import { type HistoryRow, queueHistory, type QueueHistory } from '#forecasting/volume/history.ts'

import { InputError } from './command.ts'

type Cells = Readonly<Record<string, string>>

/**
 * Reads a history file of Kezek's own format for the planning commands, which need no database.
 *
 * @throws {InputError} naming row, column and rule; nothing is used of a file that has a fault
 */
export async function readHistoryFile(file: string, timezone: string): Promise<QueueHistory[]> {
  await stat(file).catch(() => {
    throw new InputError(`${file} cannot be read`)
  })
  const groups = new Map<string, { channel: string; rows: HistoryRow[] }>()
  const clock = localClock(timezone)
  const records = createReadStream(file).pipe(parse({ columns: true, bom: true, trim: true }))
  let row = 1
  try {
    for await (const record of records as AsyncIterable<Cells>) {
      row++
      const queue = required(record, 'queue', row)
      const group = groups.get(queue) ?? { channel: record['channel'] ?? 'voice', rows: [] }
      groups.set(queue, group)
      group.rows.push(rowOf(record, row, clock))
    }
  } catch (error) {
    if (error instanceof InputError) throw error
    throw new InputError(
      `row ${row + 1}: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
  if (groups.size === 0) throw new InputError(`${file} has no rows`)
  return [...groups].map(([queue, { channel, rows }]) => queueHistory({ queue, channel }, rows))
}

function rowOf(record: Cells, row: number, clock: ReturnType<typeof localClock>): HistoryRow {
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
    startMs: instant(required(record, 'interval_start', row), row, clock),
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

/** RFC 3339 with an offset, or a local time of the zone; a doubled local hour means its first. */
function instant(text: string, row: number, clock: ReturnType<typeof localClock>): number {
  const hasOffset = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text)
  const ms = Date.parse(hasOffset ? text : `${text.replace(' ', 'T')}Z`)
  const found = Number.isNaN(ms) ? undefined : hasOffset ? ms : clock.instantsAt(ms)[0]
  if (found === undefined) {
    throw new InputError(
      `row ${row}, column interval_start: not a time that the clock of ${clock.zone} shows: ${text.slice(0, 30)}`,
    )
  }
  return found
}
