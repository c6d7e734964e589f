import { detectDelimiter } from './delimiter.ts'
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
    const quoted = all.includes('"')
    let start = 0
    for (
      let end = all.indexOf('\n', start);
      end !== -1;
      end = quoted ? all.indexOf('\n', end + 1) : all.indexOf('\n', start)
    ) {
      const next = quoted ? this.#quotedLine(all, start, end) : this.#plainLine(all, start, end)
      // A line break inside quotes belongs to the record: look for the next one.
      if (next !== null) start = next
    }
    this.#pending = start === 0 ? all : all.slice(start)
    this.#refuseIfTooLong()
  }

  /** Ends the file: a last line needs no line break, but an open quote needs its close. */
  end(): void {
    if (this.#pending.length === 0) return
    const last = `${this.#pending}\n`
    this.#pending = ''
    if (this.#quotedLine(last, 0, last.length - 1) === null) {
      throw new FileRefused('quote-unclosed', { row: this.#row + 1 })
    }
  }

  #plainLine(text: string, start: number, end: number): number {
    const lineEnd = text.charCodeAt(end - 1) === 13 && end > start ? end - 1 : end
    this.#row++
    if (lineEnd > start) this.#emit(text.slice(start, lineEnd))
    return end + 1
  }

  /** The start of the next record, or null when the record goes on past this line break. */
  #quotedLine(text: string, start: number, end: number): number | null {
    const quote = text.indexOf('"', start)
    if (quote === -1 || quote > end) return this.#plainLine(text, start, end)
    const line = text.slice(start, text.charCodeAt(end - 1) === 13 ? end - 1 : end)
    this.#delimiter ??= detectDelimiter(line)
    const fields = splitQuoted(line, this.#delimiter)
    if (Array.isArray(fields)) {
      this.#faultColumn = null
      this.#row++
      this.#sink(fields, this.#row)
      return end + 1
    }
    this.#faultColumn = fields.column
    if (fields.quote === 'misplaced') {
      throw new FileRefused('quote-misplaced', { row: this.#row + 1 })
    }
    if (line.length > RECORD_LENGTH_MAX) {
      throw new FileRefused('quote-unclosed', { row: this.#row + 1 })
    }
    return null
  }

  #emit(line: string): void {
    this.#delimiter ??= detectDelimiter(line)
    this.#sink(line.split(this.#delimiter), this.#row)
  }

  #refuseIfTooLong(): void {
    if (this.#pending.length <= RECORD_LENGTH_MAX) return
    const code = this.#pending.includes('"') ? 'quote-unclosed' : 'record-too-long'
    throw new FileRefused(code, { row: this.#row + 1, params: { limit: RECORD_LENGTH_MAX } })
  }
}

/** A quote that breaks the rules, and the index of the column that it stands in. */
export interface QuoteFault {
  readonly quote: 'open' | 'misplaced'
  readonly column: number
}

/**
 * Splits one record that holds a quotation mark. A quote may stand only around a whole field;
 * inside, it is written twice.
 *
 * @returns the fields, or the first fault: a quote that is not closed, or that stands elsewhere
 */
export function splitQuoted(line: string, delimiter: Delimiter): string[] | QuoteFault {
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
