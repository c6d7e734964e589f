import { gzipSync } from 'node:zlib'

import { describe, expect, it } from 'vitest'

import { importMessage } from '#server/features/imports/import-messages.ts'

import { history, read } from './reading.ts'

const GOOD = '2026-03-02T09:00:00+05:00,A,voice,5'

/** windows-1251: Cyrillic capitals and small letters from 0xC0 in the order of the alphabet. */
function windows1251(text: string): Buffer {
  return Buffer.from(
    Array.from(text, (letter) => {
      const code = letter.codePointAt(0) ?? 0
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code
    }),
  )
}

/** A history of a hundred rows: long enough for a compressed file to be cut in its middle. */
function long(): string {
  const lines = Array.from({ length: 500 }, (_, index) => {
    const start = new Date(Date.UTC(2026, 2, 2) + index * 900_000).toISOString()
    return `${start},A,voice,${(index * 7919) % 97}`
  })
  return history(...lines)
}

const BROKEN: readonly {
  readonly what: string
  readonly file: string | Buffer
  readonly code: string
  readonly row: number | null
  readonly column: string | null
}[] = [
  { what: 'no bytes', file: '', code: 'file-empty', row: null, column: null },
  { what: 'blank lines only', file: '\r\n\r\n', code: 'file-empty', row: null, column: null },
  { what: 'a header only', file: history(), code: 'file-without-rows', row: 2, column: null },
  {
    what: 'a missing column',
    file: `interval_start,queue,offered\n2026-03-02T09:00:00+05:00,A,5\n`,
    code: 'column-missing',
    row: 1,
    column: 'channel',
  },
  {
    what: 'columns of something else',
    file: 'name,phone\nИванов,87011234567\n',
    code: 'template-unknown',
    row: 1,
    column: null,
  },
  {
    what: 'one column that only happens to be called as in a known layout',
    file: 'when,queue_name,calls\n2026-03-02T09:00:00+05:00,A,5\n',
    code: 'template-unknown',
    row: 1,
    column: null,
  },
  {
    what: 'a column twice',
    file: `interval_start,queue,channel,offered,offered\n${GOOD},6\n`,
    code: 'column-repeated',
    row: 1,
    column: 'offered',
  },
  {
    what: 'a row that is too short',
    file: history(GOOD, '2026-03-02T09:15:00+05:00,A,voice'),
    code: 'row-length',
    row: 3,
    column: null,
  },
  {
    what: 'a date that is none',
    file: history(GOOD, '2026-02-30T09:15:00+05:00,A,voice,5'),
    code: 'date-invalid',
    row: 3,
    column: 'interval_start',
  },
  {
    what: 'a date with slashes',
    file: history('03/02/2026 09:00,A,voice,5'),
    code: 'date-invalid',
    row: 2,
    column: 'interval_start',
  },
  {
    what: 'a year with a slip',
    file: history('0206-03-02T09:15:00+05:00,A,voice,5'),
    code: 'date-out-of-range',
    row: 2,
    column: 'interval_start',
  },
  {
    what: 'a start off the grid',
    file: history('2026-03-02T09:07:00+05:00,A,voice,5'),
    code: 'interval-not-aligned',
    row: 2,
    column: 'interval_start',
  },
  {
    what: 'a negative count',
    file: history(GOOD, '2026-03-02T09:15:00+05:00,A,voice,-5'),
    code: 'count-negative',
    row: 3,
    column: 'offered',
  },
  {
    what: 'ten million as a count',
    file: history('2026-03-02T09:15:00+05:00,A,voice,10000000'),
    code: 'count-too-large',
    row: 2,
    column: 'offered',
  },
  {
    what: 'ten million in powers of ten',
    file: history('2026-03-02T09:15:00+05:00,A,voice,1e7'),
    code: 'count-too-large',
    row: 2,
    column: 'offered',
  },
  {
    what: 'a count that is a word',
    file: history('2026-03-02T09:15:00+05:00,A,voice,NaN'),
    code: 'count-invalid',
    row: 2,
    column: 'offered',
  },
  {
    what: 'half a contact',
    file: history('2026-03-02T09:15:00+05:00,A,voice,2.5'),
    code: 'count-not-whole',
    row: 2,
    column: 'offered',
  },
  {
    what: 'no count',
    file: history('2026-03-02T09:15:00+05:00,A,voice,'),
    code: 'value-missing',
    row: 2,
    column: 'offered',
  },
  {
    what: 'a channel that is none',
    file: history('2026-03-02T09:15:00+05:00,A,pigeon,5'),
    code: 'channel-unknown',
    row: 2,
    column: 'channel',
  },
  {
    what: 'more handled than offered',
    file: `interval_start,queue,channel,offered,handled\n${GOOD},6\n`,
    code: 'handled-exceeds-offered',
    row: 2,
    column: 'offered',
  },
  {
    what: 'a negative duration',
    file: `interval_start,queue,channel,offered,wait_seconds\n${GOOD},-1\n`,
    code: 'seconds-negative',
    row: 2,
    column: 'wait_seconds',
  },
  {
    what: 'a quote that is never closed',
    file: history(
      GOOD,
      '2026-03-02T09:15:00+05:00,"A,voice,5',
      '2026-03-02T09:30:00+05:00,A,voice,5',
    ),
    code: 'quote-unclosed',
    row: 3,
    column: 'queue',
  },
  {
    what: 'a quote inside a field',
    file: history(GOOD, '2026-03-02T09:15:00+05:00,A"B,voice,5'),
    code: 'quote-misplaced',
    row: 3,
    column: 'queue',
  },
  {
    what: 'an unclosed quote among quoted rows',
    file: history(
      '"2026-03-02T09:00:00+05:00","A,voice,5',
      '"2026-03-02T09:15:00+05:00",A,voice,5',
    ),
    code: 'quote-misplaced',
    row: 2,
    column: 'queue',
  },
  {
    what: 'a byte that is not UTF-8, after text that is',
    file: Buffer.concat([
      Buffer.from(history('2026-03-02T09:00:00+05:00,Жалпы,voice,5')),
      Buffer.from('2026-03-02T09:15:00+05:00,'),
      Buffer.from([0xc6, 0x0a]),
    ]),
    code: 'text-undecodable',
    row: 3,
    column: 'queue',
  },
  {
    what: 'an encoding that is neither UTF-8 nor Russian windows-1251',
    // 0x8E 0xE7 is «О» and «ч» in code page 866.
    file: Buffer.concat([
      Buffer.from(history(GOOD)),
      Buffer.from('2026-03-02T09:15:00+05:00,'),
      Buffer.from([0x8e, 0xe7, 0x0a]),
    ]),
    code: 'text-encoding-unsure',
    row: 3,
    column: 'queue',
  },
  {
    what: 'a workbook in place of a table',
    file: Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00]),
    code: 'archive-unsupported',
    row: null,
    column: null,
  },
  {
    what: 'a log line that is none',
    file: '1772424000|NONE|NONE|NONE|QUEUESTART|\n1772424010|177242\n',
    code: 'log-line-invalid',
    row: 2,
    column: null,
  },
]

describe('a broken file', () => {
  it.each(BROKEN)('with $what is refused as $code and delivers nothing', async (broken) => {
    const { report, rows } = await read(broken.file)

    expect(report.problems[0]).toMatchObject({
      code: broken.code,
      row: broken.row,
      column: broken.column,
    })
    expect(report.accepted).toBe(false)
    expect(report.rowsDelivered).toBe(0)
    expect(rows).toEqual([])
  })

  it('that is a truncated gzip is refused with the row where it breaks off', async () => {
    const whole = gzipSync(long())
    const { report, rows } = await read(whole.subarray(0, whole.length - 200))

    expect(report.problems[0]?.code).toBe('gzip-truncated')
    expect(report.problems[0]?.row).toBeGreaterThan(1)
    expect(report.compressed).toBe(true)
    expect(rows).toEqual([])
  })

  it('that is a damaged gzip is refused', async () => {
    const whole = gzipSync(long())
    // The last eight bytes are the checksum and the length of what was compressed.
    whole.writeUInt32LE(0, whole.length - 8)
    const { report, rows } = await read(whole)

    expect(report.problems[0]?.code).toBe('gzip-corrupt')
    expect(rows).toEqual([])
  })

  it('lists a thousand problems and counts them all', async () => {
    const lines = Array.from({ length: 1_500 }, () => '2026-03-02T09:15:00+05:00,A,voice,-1')
    const { report } = await read(history(...lines))

    expect(report.problems).toHaveLength(1_000)
    expect(report.problemCount).toBe(1_500)
    expect(report.rowsRefused).toBe(1_500)
  })

  it('loses only its bad rows where the caller asks for that', async () => {
    const { report, rows } = await read(
      history(GOOD, '2026-03-02T09:15:00+05:00,A,voice,-5', '2026-03-02T09:30:00+05:00,A,voice,7'),
      { onBadRow: 'skip-row' },
    )

    expect(report).toMatchObject({ accepted: true, rowsRead: 3, rowsRefused: 1, rowsDelivered: 2 })
    expect(rows.map(({ row }) => row)).toEqual([2, 4])
  })

  it('is explained in three languages with row and column', async () => {
    const { report } = await read(history('2026-03-02T09:15:00+05:00,A,voice,-5'))
    const [problem] = report.problems
    if (problem === undefined) throw new Error('expected a problem')

    expect(importMessage(problem, 'en')).toBe(
      'Row 2, column “offered”: “-5”: a number of contacts cannot be negative.',
    )
    expect(importMessage(problem, 'ru')).toBe(
      'Строка 2, столбец «offered»: «-5»: число обращений не бывает отрицательным.',
    )
    expect(importMessage(problem, 'kk')).toBe(
      '2-жол, «offered» бағаны: «-5» теріс сан, жолданымдар саны теріс болмайды.',
    )
  })

  it('never has a personal value repeated, whichever column it strayed into', async () => {
    const { report } = await read(
      history(
        'Иванов Иван,A,voice,5',
        '2026-03-02T09:15:00+05:00,A,voice,87011234567',
        '2026-03-02T09:15:00+05:00,A,+7 701 123-45-67,5',
        '2026-03-02T09:15:00+05:00,A,voice,ivanov@example.kz',
      ),
    )

    expect(report.problemCount).toBe(4)
    expect(JSON.stringify(report)).not.toMatch(/Иван|ivanov|example|1234567|701|45/)
  })
})

describe('a file with the marks of another system', () => {
  const expected = [['Жалпы', 5]]
  const line = '2026-03-02T09:00:00+05:00,Жалпы,voice,5'

  it.each([
    ['a byte order mark', Buffer.from(`\u{feff}${history(line)}`), 'utf-8'],
    ['CRLF', Buffer.from(history(line).replaceAll('\n', '\r\n')), 'utf-8'],
    ['semicolons', Buffer.from(history(line).replaceAll(',', ';')), 'utf-8'],
    ["a spreadsheet's order", Buffer.from(`sep=;\n${history(line).replaceAll(',', ';')}`), 'utf-8'],
    ['no line break at its end', Buffer.from(history(line).trimEnd()), 'utf-8'],
    ['empty cells and rows at its end', Buffer.from(`${history(`${line},,`)},,,,\n\n`), 'utf-8'],
    ['UTF-16', Buffer.from(`\u{feff}${history(line)}`, 'utf16le'), 'utf-16le'],
    ['windows-1251', windows1251(history(line)), 'windows-1251'],
    ['gzip', gzipSync(history(line)), 'utf-8'],
  ])('such as %s is read', async (_, file, encoding) => {
    for (const chunkBytes of [1, 7, 65_536]) {
      const { report, rows } = await read(file, { chunkBytes })

      expect(report.problems).toEqual([])
      expect(report.encoding).toBe(encoding)
      expect(rows.map(({ queue, offered }) => [queue, offered])).toEqual(expected)
    }
  })

  it('can have its encoding declared where letters would be doubtful', async () => {
    const bytes = Buffer.concat([
      Buffer.from(history(GOOD)),
      Buffer.from('2026-03-02T09:15:00+05:00,'),
      Buffer.from([0x81]), // Ѓ, which Russian does not have
      Buffer.from(',voice,5\n'),
    ])

    expect((await read(bytes)).report.problems[0]?.code).toBe('text-encoding-unsure')
    const { rows } = await read(bytes, { encoding: 'windows-1251' })
    expect(rows.map(({ queue }) => queue)).toEqual(['A', 'Ѓ'])
  })
})
