import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { CsvRecords } from '#server/features/imports/csv-records.ts'
import { DELIMITERS } from '#server/features/imports/delimiter.ts'
import { FileRefused } from '#server/features/imports/import-problem.ts'

/** Reads a text in chunks of the given size; 'refused' where the reader refuses it. */
function records(text: string, chunkLength: number): string[][] | 'refused' {
  const found: string[][] = []
  const reader = new CsvRecords((fields) => found.push(fields))
  try {
    for (let at = 0; at < text.length; at += chunkLength) {
      reader.push(text.slice(at, at + chunkLength))
    }
    reader.end()
    return found
  } catch (error) {
    if (error instanceof FileRefused) return 'refused'
    throw error
  }
}

function byCsvParse(text: string, delimiter: string): string[][] | 'refused' {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n'],
    })
  } catch {
    return 'refused'
  }
}

const chunkLength = fc.integer({ min: 1, max: 40 })
const delimiter = fc.constantFrom(...DELIMITERS)

describe('CsvRecords', () => {
  it('reads what csv-parse reads from any table that is written by the rules', () => {
    const cell = fc.record({
      text: fc.string({
        unit: fc.constantFrom('a', 'Ж', ' ', '1', ',', ';', '\t', '"', '\n'),
        maxLength: 6,
      }),
      quoted: fc.boolean(),
    })
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 8 })
    const lineEnd = fc.constantFrom('\n', '\r\n')
    fc.assert(
      fc.property(table, delimiter, lineEnd, chunkLength, (rows, separator, end, length) => {
        const lines = rows.map((row) =>
          row
            .map(({ text, quoted }) =>
              quoted || /[,;\t"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text,
            )
            .join(separator),
        )
        const text = [['x', 'y', 'z'].join(separator), ...lines].join(end)

        expect(records(text, length)).toEqual(byCsvParse(text, separator))
      }),
      { numRuns: 500 },
    )
  })

  it('refuses what csv-parse refuses, and reads the rest alike, from any text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n'), maxLength: 30 })
    fc.assert(
      fc.property(text, chunkLength, (body, length) => {
        const file = `x,y\n${body}`

        expect(records(file, length)).toEqual(byCsvParse(file, ','))
      }),
      { numRuns: 1_000 },
    )
  })

  it('counts rows as a spreadsheet does: empty lines count, breaks inside quotes do not', () => {
    const rows: number[] = []
    const reader = new CsvRecords((_, row) => rows.push(row))
    reader.push('a,b\n\n"1\n2",3\n4,5\n')
    reader.end()

    expect(rows).toEqual([1, 3, 4])
  })

  it('gives up on a quote that swallows a hundred thousand characters', () => {
    const reader = new CsvRecords(() => undefined)

    expect(() => reader.push(`a,b\n"${'x\n'.repeat(60_000)}`)).toThrow('quote-unclosed')
  })
})
