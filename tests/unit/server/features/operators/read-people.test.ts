import { describe, expect, it } from 'vitest'

import { localDate } from '#forecasting/kernel/calendar.ts'
import { readCompetences } from '#server/features/operators/read-competences.ts'
import { readPeople } from '#server/features/operators/read-people.ts'

const CODES = {
  sites: new Map([['A', '1']]),
  teams: new Map([['first', '1']]),
  contracts: new Map([['FT40', '1']]),
}
const table = (...rows: string[][]) => rows.map((cells, at) => ({ row: at + 1, cells }))
const HEADER = ['personnel_number', 'full_name', 'site', 'contract', 'hired_on']
const places = (faults: readonly { row: number | null; column: string | null; code: string }[]) =>
  faults.map(({ row, column, code }) => `${row} ${column} ${code}`)

describe('a file of people', () => {
  it.each([
    ['kk', ['Табель нөмірі', 'Т.А.Ә.', 'Алаң', 'Шарт', 'Жұмысқа қабылданған күні']],
    ['ru', ['ТАБЕЛЬНЫЙ НОМЕР', 'Ф.И.О.'.replaceAll('.', ''), 'площадка', 'Договор', 'Дата приема']],
    ['en', ['Personnel number', 'Full name', 'Site', 'Contract', 'Hired on']],
  ])('may name its columns in %s', (_, header) => {
    const { rows, faults } = readPeople(
      table(header, ['1', 'Ахметова', 'a', 'ft40', '01.03.2024']),
      CODES,
    )
    expect(faults).toEqual([])
    expect(rows).toEqual([
      {
        row: 2,
        personnelNumber: '1',
        fullName: 'Ахметова',
        siteCode: 'A',
        contractCode: 'FT40',
        hiredOn: '2024-03-01',
      },
    ])
  })

  it('speaks of nothing that it has no column for, and clears what an empty cell stands for', () => {
    const { rows } = readPeople(
      table(
        [...HEADER, 'team', 'left_on', 'kind'],
        ['1', 'Ахметова', 'A', 'FT40', '2024-03-01', '', '', ''],
      ),
      CODES,
    )
    expect(rows[0]).toMatchObject({ teamCode: null, leftOn: null })
    expect(rows[0]).not.toHaveProperty('kind')
    expect(rows[0]).not.toHaveProperty('position')
  })

  it('names every fault of every row, and gives the rows that have none', () => {
    const { rows, faults, rowsRead } = readPeople(
      table(
        [...HEADER, 'left_on', 'team', 'takes_contacts'],
        ['1', '', 'B', 'FT40', '30.02.2024', '', '', ''],
        ['2', 'Ахметова', 'A', 'FT40', '2024-03-01', '2024-02-01', 'second', 'maybe'],
        ['1', 'Бекова', 'A', 'FT40', '2024-03-01', '', '', 'да'],
        ['900101300017', 'Ким', 'A', 'FT40', '2024-03-01', '', '', ''],
        ['4', 'Цой', 'A', 'FT40', '2024-03-01', '', 'first', 'жоқ'],
      ),
      CODES,
    )
    expect(places(faults)).toEqual([
      '2 full_name missing',
      '2 site code-unknown',
      '2 hired_on date-unreadable',
      '3 team code-unknown',
      '3 takes_contacts value-unknown',
      '3 left_on dates-disordered',
      '4 personnel_number repeated',
      '5 personnel_number iin-value',
    ])
    expect(rows.map(({ personnelNumber }) => personnelNumber)).toEqual(['4'])
    expect(rows[0]?.takesContacts).toBe(false)
    expect(rowsRead).toBe(5)
  })

  it.each(['ИИН', 'ЖСН', 'IIN', 'ИИН работника'])('is refused with a column %s', (column) => {
    const { faults } = readPeople(table([...HEADER, column], ['1']), CODES)
    expect(places(faults)).toEqual([`1 ${column} iin-column`])
  })

  it('is refused without the columns that it needs, and names those that it does not', () => {
    const { faults, ignored } = readPeople(table(['full_name', 'Примечание'], ['x', 'y']), CODES)
    expect(places(faults)).toEqual(
      ['personnel_number', 'site', 'contract', 'hired_on'].map((one) => `1 ${one} column-missing`),
    )
    expect(ignored).toEqual(['Примечание'])
  })
})

describe('a file of competences', () => {
  const known = {
    people: new Map([['1', 'a']]),
    competences: new Map([['19.1', 'x']]),
    today: localDate('2026-11-25'),
  }
  const header = ['personnel_number', 'competence', 'level', 'assessed_on', 'valid_until']

  it('gives a level with its dates', () => {
    const { rows, faults } = readCompetences(
      table(header, ['1', '19.1', '3', '2026-11-25', '']),
      known,
    )
    expect(faults).toEqual([])
    expect(rows).toMatchObject([{ level: 3, assessedOn: '2026-11-25', validUntil: null }])
  })

  it('names every fault', () => {
    const { faults } = readCompetences(
      table(
        header,
        ['2', '19.9', '6', '2026-11-26', ''],
        ['1', '19.1', '3', '2026-11-01', '2026-10-31'],
        ['1', '19.1', '2.5', '2026-11-01', ''],
        ['1', '19.1', '2', '2026-11-01', ''],
      ),
      known,
    )
    expect(places(faults)).toEqual([
      '2 personnel_number person-unknown',
      '2 competence code-unknown',
      '2 level level-unreadable',
      '2 assessed_on in-future',
      '3 valid_until dates-disordered',
      '4 level level-unreadable',
      '5 competence repeated',
    ])
  })
})
