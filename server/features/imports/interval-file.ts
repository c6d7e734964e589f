import type { LocalClock } from '#forecasting/kernel/local-clock.ts'

import { cellReaders } from './cell-readers.ts'
import { CsvRecords } from './csv-records.ts'
import type { Delimiter } from './delimiter.ts'
import { DoubledHour } from './doubled-hour.ts'
import type { DoubledHourCounts } from './doubled-hour.ts'
import { DroppedColumns } from './dropped-columns.ts'
import type { DroppedColumn } from './dropped-columns.ts'
import { FileRefused } from './import-problem.ts'
import { intervalStarts } from './interval-start.ts'
import type { Channel } from './normalised-row.ts'
import type { RowProblems } from './row-problems.ts'
import type { RowStore } from './row-store.ts'
import { normaliseHeader } from './templates/file-columns.ts'
import type { FileColumns } from './templates/file-columns.ts'
import { recogniseTemplate } from './templates/recognise-template.ts'
import { emptyDraft } from './templates/template.ts'
import type { DraftRow, Template, TemplateName } from './templates/template.ts'

/** How other systems call the channels that Kezek has under another name. */
const FOREIGN_CHANNELS: Readonly<Record<string, Channel>> = { message: 'social' }
/** Rows of a file that does not say its length stand at least on a quarter of an hour. */
const COARSEST_UNDECLARED_SECONDS = 900

export interface IntervalFileOptions {
  readonly template: TemplateName | 'auto'
  readonly clock: LocalClock
  readonly defaultChannel: Channel
  /** More channel names of this file, in lower case. */
  readonly channelNames: Readonly<Record<string, Channel>>
  readonly declaredIntervalSeconds: number | undefined
}

/** What is known of a file besides its rows. */
export interface IntervalFileFacts {
  readonly template: TemplateName
  readonly delimiter: Delimiter
  readonly rowsRead: number
  readonly droppedColumns: readonly DroppedColumn[]
  readonly doubledHour: DoubledHourCounts
}

/** Reads the text of an interval history, in any template, into a store. */
export class IntervalFile {
  readonly #records: CsvRecords
  readonly #options: IntervalFileOptions
  readonly #store: RowStore
  readonly #problems: RowProblems
  readonly #doubledHour = new DoubledHour()
  readonly #draft: DraftRow = emptyDraft()
  #template: Template | null = null
  #columns: FileColumns | null = null
  #dropped: DroppedColumns | null = null
  #readRow: ((fields: readonly string[], draft: DraftRow) => void) | null = null
  #rowsRead = 0

  constructor(store: RowStore, problems: RowProblems, options: IntervalFileOptions) {
    this.#store = store
    this.#problems = problems
    this.#options = options
    this.#records = new CsvRecords((fields, row) => this.#takeRecord(fields, row))
  }

  /** @throws {FileRefused} when the file cannot be read on, with the row */
  push(text: string): void {
    this.#records.push(text)
  }

  /** @throws {FileRefused} when the file ends in the middle of something, or has no rows */
  end(): IntervalFileFacts {
    this.#records.end()
    const { delimiter } = this.#records
    if (this.#template === null || delimiter === null) throw new FileRefused('file-empty')
    if (this.#rowsRead === 0) throw new FileRefused('file-without-rows')
    return {
      template: this.#template.name,
      delimiter,
      rowsRead: this.#rowsRead,
      droppedColumns: this.#dropped?.list ?? [],
      doubledHour: this.#doubledHour.counts,
    }
  }

  /** Null until the first record has been seen. */
  get template(): TemplateName | null {
    return this.#template?.name ?? null
  }

  get rowsRead(): number {
    return this.#rowsRead
  }

  /** Where reading stands, for a problem of the bytes: the row, and the column if it is known. */
  get position(): { readonly row: number; readonly column: string | null } {
    const column = this.#columns?.all[this.#records.pendingColumn]
    return { row: this.#records.pendingRow, column: column?.name ?? null }
  }

  #takeRecord(fields: string[], row: number): void {
    if (this.#readRow === null) {
      if (isBlank(fields)) return
      if (this.#start(fields, row)) return
    }
    this.#takeRow(fields, row)
  }

  /** Binds the template; true when the record was a header. */
  #start(fields: readonly string[], row: number): boolean {
    const { template: declared, clock, channelNames, defaultChannel } = this.#options
    const { template, columns, hasHeader } = recogniseTemplate(fields, { declared, row })
    const known = new Set([...template.required, ...template.optional, ...template.ignored])
    const cells = cellReaders(this.#problems, {
      decimalComma: this.#records.delimiter !== ',',
      channelNames: { ...FOREIGN_CHANNELS, ...channelNames },
    })
    const starts = intervalStarts(clock)
    const problems = this.#problems
    this.#template = template
    this.#columns = columns
    this.#dropped = new DroppedColumns(
      columns.all.filter(({ name }) => !known.has(normaliseHeader(name))),
    )
    this.#readRow = template.bind({ columns, cells, starts, problems, defaultChannel })
    return hasHeader
  }

  #takeRow(fields: string[], row: number): void {
    const width = this.#columns?.width ?? 0
    if (fields.length !== width) {
      if (isBlank(fields)) return
      // A spreadsheet likes to end its rows with empty cells.
      while (fields.length > width && fields.at(-1) === '') fields.pop()
    }
    if (fields[0] === '' && isBlank(fields)) return
    this.#rowsRead++
    this.#problems.startRow(row)
    if (fields.length !== width) {
      this.#problems.report('row-length', null, {
        params: { expected: width, found: fields.length },
      })
      return
    }
    this.#dropped?.count(fields)
    this.#readRow?.(fields, this.#draft)
    this.#keep(row)
  }

  #keep(row: number): void {
    const { start, channel, queue, intervalSeconds } = this.#draft
    if (start !== null) this.#checkAlignment(start.wallMs, intervalSeconds)
    if (start === null || channel === null || this.#problems.rowIsBad) return
    const series = this.#store.seriesOf(queue, channel)
    const startMs = this.#doubledHour.instantOf(start, series.index)
    this.#store.add(series, this.#draft, { row, startMs })
  }

  #checkAlignment(wallMs: number, intervalSeconds: number): void {
    const length =
      intervalSeconds > 0
        ? intervalSeconds
        : (this.#options.declaredIntervalSeconds ?? COARSEST_UNDECLARED_SECONDS)
    if (wallMs % (length * 1000) === 0) return
    const column = this.#columns?.all.find(({ name }) => /time|start|date/i.test(name))
    this.#problems.report('interval-not-aligned', column?.name ?? null, {
      params: { minutes: length / 60 },
    })
  }
}

function isBlank(fields: readonly string[]): boolean {
  return fields.every((field) => field.trim() === '')
}
