import { describe, expect, it } from 'vitest'

import { toTsv } from '../../../../client/lib/tsv.ts'

interface Row {
  readonly name: string
  readonly hours: number | null
}

const columns = [
  { header: 'Имя', value: ({ name }: Row) => name },
  { header: 'Часы, ч', value: ({ hours }: Row) => hours },
]

describe('toTsv', () => {
  it('writes a header and one line a row, with the decimal sign of the reader', () => {
    expect(toTsv(columns, [{ name: 'Айгерім', hours: 36.5 }], ',')).toBe(
      'Имя\tЧасы, ч\nАйгерім\t36,5',
    )
    expect(toTsv(columns, [{ name: 'Aigerim', hours: 36.5 }], '.')).toContain('36.5')
  })

  it('does not group, so that 12345 stays a number', () => {
    expect(toTsv(columns, [{ name: '', hours: 12_345 }], ',')).toMatch(/\t12345$/u)
  })

  it('leaves an empty cell for null', () => {
    expect(toTsv(columns, [{ name: 'x', hours: null }], ',')).toMatch(/\nx\t$/u)
  })

  it('keeps a tab or a new line inside a text from breaking the table', () => {
    expect(toTsv(columns, [{ name: 'a\tb\r\nc', hours: 1 }], ',')).toMatch(/\na b c\t1$/u)
  })

  it.each(['=1+1', '+7', '-x', '@cmd'])('disarms text that begins like a formula: %s', (name) => {
    expect(toTsv(columns, [{ name, hours: 1 }], ',')).toContain(`\n'${name}\t`)
  })

  it('leaves the sign of a negative number alone', () => {
    expect(toTsv(columns, [{ name: 'x', hours: -3 }], ',')).toMatch(/\t-3$/u)
  })
})
