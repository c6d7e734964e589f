import { describe, expect, it } from 'vitest'

import { readRefusal } from '../../../../../client/features/imports/refusal.ts'
import { refusedCsv } from '../../../../../client/features/imports/refused-csv.ts'

const place = (pointer: string) => ({ pointer, detail: 'why' })

describe('readRefusal', () => {
  it('takes row and column out of a place, also a column whose name has a comma', () => {
    const { rows, canSkipRows } = readRefusal([
      place('row 5, column offered'),
      place('row 7'),
      place('row 9, column a, b'),
    ])
    expect(rows.map(({ row, column }) => [row, column])).toEqual([
      [5, 'offered'],
      [7, null],
      [9, 'a, b'],
    ])
    expect(canSkipRows).toBe(true)
  })

  it.each(['file', 'column offered', 'row 1', 'intervals of queue q1'])(
    'cannot leave out %s',
    (pointer) => {
      expect(readRefusal([place('row 5'), place(pointer)]).canSkipRows).toBe(false)
    },
  )

  it('keeps names of unknown queues as the file has them', () => {
    expect(readRefusal([place('queue Help, desk'), place('queue q1/chat')])).toEqual({
      unknownQueues: ['Help, desk', 'q1/chat'],
      rows: [],
      canSkipRows: false,
    })
  })
})

describe('refusedCsv', () => {
  const headers = ['Row', 'Column', 'Why'] as const
  it('begins with a byte order mark and quotes what would break a cell', () => {
    const rows = [{ row: 5, column: 'a;b', reason: 'not a “"” sign' }]
    // RFC 4180: a quotation mark inside a quoted cell is doubled.
    expect(refusedCsv(rows, headers, ';')).toBe(
      '\uFEFFRow;Column;Why\r\n5;"a;b";"not a “""” sign"\r\n',
    )
  })

  it('executes nothing in a spreadsheet', () => {
    const rows = [{ row: null, column: '=cmd', reason: 'why' }]
    expect(refusedCsv(rows, headers, ',')).toContain("\r\n,'=cmd,why\r\n")
  })
})
