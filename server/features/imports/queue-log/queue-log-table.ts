import type { LocalClock } from '#forecasting/kernel/local-clock.ts'

import { CsvRecords } from '../csv-records.ts'
import type { Delimiter } from '../delimiter.ts'
import { readInstantText } from '../instant-text.ts'
import type { RowProblems } from '../row-problems.ts'
import { callerMark } from './caller-mark.ts'
import { emptyLogLine } from './log-line.ts'
import type { QueueLogFile } from './queue-log-file.ts'

const COLUMNS = ['time', 'callid', 'queuename', 'agent', 'event'] as const
/** Events of one moment may stand out of order by seconds; a longer leap back is the clock's. */
const BACKWARDS_MS = 60_000

/** True when the first line is the header of a realtime `queue_log` table that was exported. */
export function looksLikeLogTable(text: string): boolean {
  const header = (text.trimStart().split('\n', 1)[0] ?? '').toLowerCase()
  return COLUMNS.every((column) => new RegExp(`\\b${column}\\b`).test(header))
}

/**
 * A `queue_log` that Asterisk wrote into a database, exported as a table: the same events, with
 * parameters in `data1` … `data5` or in one `data`, and with local time that may have a fraction
 * (with `queue_log_realtime_use_gmt` it is UTC, and the zone of the file is to be given as UTC). In
 * an hour that the clock showed twice, time that leaps back marks the second pass. Only the columns
 * named above are read, and of ENTERQUEUE's parameters nothing is kept but the caller's mark.
 */
export class QueueLogTable {
  readonly #records: CsvRecords
  readonly #log: QueueLogFile
  readonly #problems: RowProblems
  readonly #clock: LocalClock
  readonly #line = emptyLogLine()
  #columns: ReadonlyMap<string, number> | null = null
  #dataColumns: readonly number[] = []
  #previousMs = Number.NEGATIVE_INFINITY

  constructor(log: QueueLogFile, problems: RowProblems, clock: LocalClock) {
    this.#log = log
    this.#problems = problems
    this.#clock = clock
    this.#records = new CsvRecords((fields, row) => this.#takeRecord(fields, row))
  }

  get delimiter(): Delimiter | null {
    return this.#records.delimiter
  }

  /** Where reading stands, for a problem of the bytes. */
  get position(): { readonly row: number; readonly column: string | null } {
    return { row: this.#records.pendingRow, column: null }
  }

  /** @throws {FileRefused} as `CsvRecords` */
  push(text: string): void {
    this.#records.push(text)
  }

  /** Ends the table; the log it reads for is ended by itself. */
  end(): void {
    this.#records.end()
  }

  #takeRecord(fields: readonly string[], row: number): void {
    if (this.#columns === null) {
      const headers = fields.map((header) => header.trim().toLowerCase())
      this.#columns = new Map(headers.map((header, index) => [header, index]))
      this.#dataColumns = headers.flatMap((header, index) =>
        /^data\d?$/.test(header) ? [index] : [],
      )
      return
    }
    const columns = this.#columns
    const field = (column: (typeof COLUMNS)[number]): string =>
      fields[columns.get(column) ?? -1] ?? ''
    const timeMs = this.#timeMs(field('time'))
    const line = this.#line
    line.event = field('event')
    if (timeMs === null || line.event === '') {
      this.#problems.startRow(row)
      this.#problems.report('log-line-invalid', null)
      return
    }
    line.timeMs = timeMs
    line.callId = field('callid')
    line.queue = field('queuename')
    line.agent = field('agent')
    const data = this.#data(fields)
    const isEntry = line.event === 'ENTERQUEUE'
    line.data = isEntry ? '' : data
    line.caller = isEntry ? callerMark(data.split('|')[1] ?? '') : 0
    this.#log.takeEvent(line)
  }

  #data(fields: readonly string[]): string {
    return this.#dataColumns.map((index) => fields[index] ?? '').join('|')
  }

  #timeMs(text: string): number | null {
    const [whole = '', fraction = ''] = text.trim().split('.')
    const read = readInstantText(whole)
    if (read === null || !/^\d*$/.test(fraction)) return null
    const [first, second] = this.#clock.instantsAt(read.wallMs)
    if (first === undefined) return null
    const isSecondPass = second !== undefined && first < this.#previousMs - BACKWARDS_MS
    const instantMs = (isSecondPass ? second : first) + Math.floor(Number(`0.${fraction}0`) * 1000)
    this.#previousMs = instantMs
    return instantMs
  }
}
