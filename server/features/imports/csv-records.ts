import { DELIMITERS, detectDelimiter } from './delimiter.ts'
import type { Delimiter } from './delimiter.ts'
import { FileRefused } from './import-problem.ts'

/** A quoted field may hold line breaks; one this long is an unclosed quote or not a table. */
const RECORD_LENGTH_MAX = 100_000

/** Takes one record. `row` counts records from 1 as a spreadsheet does; empty lines count. */
export type RecordSink = (fields: string[], row: number) => void

/**
 * Splits streamed text into CSV records (RFC 4180, with LF or CRLF, and the delimiter detected).
 *
 * Lines without a quotation mark, which is nearly every line of a history, go through
 * `String.split`; the others through a strict reader that names the row of a misplaced or unclosed
 * quote instead of swallowing the rest of the file. The tests hold both equal to `csv-parse`.
 */
export class CsvRecords {
  #pending = ''
  #row = 0
  #delimiter: Delimiter | null = null
  #faultColumn: number | null = null
  readonly #sink: RecordSink

  constructor(sink: RecordSink) {
    this.#sink = sink
  }

  /** Null until the first line has been seen. */
  get delimiter(): Delimiter | null {
    return this.#delimiter
  }

  /** Row of the record that is being read, when something goes wrong in its middle. */
  get pendingRow(): number {
    return this.#row + 1
  }

  /** Index of the column that is being read, or of the one with the faulty quote. */
  get pendingColumn(): number {
    if (this.#faultColumn !== null) return this.#faultColumn
    return this.#pending.split(this.#delimiter ?? detectDelimiter(this.#pending)).length - 1
  }

  /**
   * @throws {FileRefused} `quote-misplaced`, `quote-unclosed` or `record-too-long`, with its row
   */
  push(text: string): void {
    const all = this.#pending.length === 0 ? text : this.#pending + text
    let start = 0
    /** The next quotation mark from `start` on: looked for again only when it has been passed. */
    let quote = all.indexOf('"')
    for (let end = all.indexOf('\n'); end !== -1; end = all.indexOf('\n', end + 1)) {
      const line = all.slice(start, all.charCodeAt(end - 1) === 13 ? Math.max(start, end - 1) : end)
      if (quote === -1 || quote > end) {
        this.#plainLine(line)
        start = end + 1
      } else if (this.#quotedLine(line)) {
        start = end + 1
        quote = all.indexOf('"', start)
      }
      // Else this line break stands inside quotes: the record goes on to the next one.
    }
    this.#pending = start === 0 ? all : all.slice(start)
    this.#refuseIfTooLong()
  }

  /** Ends the file: a last line needs no line break, but an open quote needs its close. */
  end(): void {
    const last = this.#pending
    this.#pending = ''
    if (last.length === 0) return
    if (!last.includes('"')) this.#plainLine(last.endsWith('\r') ? last.slice(0, -1) : last)
    else if (!this.#quotedLine(last.endsWith('\r') ? last.slice(0, -1) : last)) {
      throw new FileRefused('quote-unclosed', { row: this.#row + 1 })
    }
  }

  #plainLine(line: string): void {
    this.#row++
    if (line.length === 0 || this.#declaresDelimiter(line)) return
    this.#delimiter ??= detectDelimiter(line)
    this.#sink(line.split(this.#delimiter), this.#row)
  }

  /** Takes a record with quotation marks; false when it goes on past this line. */
  #quotedLine(line: string): boolean {
    this.#delimiter ??= detectDelimiter(line)
    const fields = splitQuoted(line, this.#delimiter)
    if (Array.isArray(fields)) {
      this.#faultColumn = null
      this.#row++
      this.#sink(fields, this.#row)
      return true
    }
    this.#faultColumn = fields.column
    if (fields.quote === 'misplaced') {
      throw new FileRefused('quote-misplaced', { row: this.#row + 1 })
    }
    if (line.length > RECORD_LENGTH_MAX) {
      throw new FileRefused('quote-unclosed', { row: this.#row + 1 })
    }
    return false
  }

  /** A spreadsheet's first line `sep=;` is an order to its readers, not a record. */
  #declaresDelimiter(line: string): boolean {
    if (this.#row !== 1 || !line.startsWith('sep=')) return false
    this.#delimiter = DELIMITERS.find((delimiter) => line === `sep=${delimiter}`) ?? null
    return this.#delimiter !== null
  }

  #refuseIfTooLong(): void {
    if (this.#pending.length <= RECORD_LENGTH_MAX) return
    const code = this.#pending.includes('"') ? 'quote-unclosed' : 'record-too-long'
    throw new FileRefused(code, { row: this.#row + 1, params: { limit: RECORD_LENGTH_MAX } })
  }
}

/** A quote that breaks the rules, and the index of the column that it stands in. */
interface QuoteFault {
  readonly quote: 'open' | 'misplaced'
  readonly column: number
}

/**
 * Splits one record that holds a quotation mark. A quote may stand only around a whole field;
 * inside, it is written twice.
 *
 * @returns the fields, or the first fault: a quote that is not closed, or that stands elsewhere
 */
function splitQuoted(line: string, delimiter: Delimiter): string[] | QuoteFault {
  const fields: string[] = []
  let at = 0
  for (;;) {
    if (line.charCodeAt(at) !== 34) {
      const end = line.indexOf(delimiter, at)
      const field = end === -1 ? line.slice(at) : line.slice(at, end)
      if (field.includes('"')) return { quote: 'misplaced', column: fields.length }
      fields.push(field)
      if (end === -1) return fields
      at = end + 1
      continue
    }
    const close = closingQuote(line, at + 1)
    if (close === -1) return { quote: 'open', column: fields.length }
    if (close + 1 < line.length && line.charAt(close + 1) !== delimiter) {
      return { quote: 'misplaced', column: fields.length }
    }
    fields.push(line.slice(at + 1, close).replaceAll('""', '"'))
    if (close + 1 === line.length) return fields
    at = close + 2
  }
}

function closingQuote(line: string, from: number): number {
  let at = line.indexOf('"', from)
  while (at !== -1 && line.charCodeAt(at + 1) === 34) at = line.indexOf('"', at + 2)
  return at
}
