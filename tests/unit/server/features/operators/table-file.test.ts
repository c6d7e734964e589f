import { describe, expect, it } from 'vitest'

import { readTable } from '#server/features/operators/table-file.ts'
import { writeTable } from '#server/platform/http/write-table.ts'

const TABLE = {
  name: 'people',
  headers: ['number', 'name', 'level'],
  rows: [
    ['007', 'Ахметова; "Айгүл"', 3],
    ['008', null, null],
    ['009', 'Өмірбек', 0],
  ],
}
const CELLS = [
  ['number', 'name', 'level'],
  ['007', 'Ахметова; "Айгүл"', '3'],
  ['008', '', ''],
  ['009', 'Өмірбек', '0'],
]
const cellsOf = async (bytes: Buffer) =>
  (await readTable(bytes)).map(({ cells }) => [...cells, '', '', ''].slice(0, 3))

describe('a table', () => {
  it.each(['csv', 'xlsx'] as const)('comes back from %s as it went out', async (format) => {
    expect(await cellsOf(await writeTable(TABLE, format))).toEqual(CELLS)
  })

  it('counts rows as a spreadsheet does, empty ones too', async () => {
    const rows = await readTable(Buffer.from('a,b\n\n1,2\n,\n3,4\n'))
    expect(rows.map(({ row }) => row)).toEqual([1, 3, 5])
  })

  it('is read from windows-1251, as Excel writes it', async () => {
    // «Имя» in windows-1251.
    const bytes = Buffer.concat([Buffer.from([0xc8, 0xec, 0xff]), Buffer.from(';b\r\n1;2\r\n')])
    expect((await readTable(bytes))[0]?.cells).toEqual(['Имя', 'b'])
  })

  it.each([
    ['an empty file', Buffer.from(''), 'empty'],
    ['an archive that is no workbook', Buffer.from('PK nothing'), 'not-a-table'],
    ['an unclosed quote', Buffer.from('a,b\n"1,2\n'), 'not-a-table'],
  ])('is refused when it is %s', async (_, bytes, code) => {
    await expect(readTable(bytes)).rejects.toMatchObject({ code })
  })

  it('gives no formula to a spreadsheet that opens the CSV', async () => {
    const table = { name: 'x', headers: ['a'], rows: [['=1+1']] }
    expect((await writeTable(table, 'csv')).toString()).toContain("'=1+1")
  })
})
