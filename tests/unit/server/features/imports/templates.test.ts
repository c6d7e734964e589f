import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import type { TraitCount } from '#server/features/imports/trait-counts.ts'

import { read } from './reading.ts'

function sample(name: string): Buffer {
  return readFileSync(`fixtures/imports/${name}`)
}

/** 2026-03-02 09:00 in Almaty, UTC+5 since 2024-03-01. */
const NINE_MS = Date.UTC(2026, 2, 2, 4)
const QUARTER_MS = 900_000

const UNKNOWN = {
  handled: null,
  abandoned: null,
  shortAbandoned: null,
  handleSeconds: null,
  talkSeconds: null,
  holdSeconds: null,
  wrapSeconds: null,
  waitSeconds: null,
  answeredInTarget: null,
}

describe("Kezek's own template", () => {
  it('reads every measure, and handle time as talk + hold + wrap', async () => {
    const { report, rows } = await read(sample('kezek.csv'))

    expect(report.format).toBe('kezek')
    expect(rows[0]).toEqual({
      row: 2,
      startsAtMs: NINE_MS,
      intervalSeconds: 900,
      queue: 'Жалпы',
      channel: 'voice',
      offered: 12,
      handled: 10,
      abandoned: 2,
      shortAbandoned: 1,
      handleSeconds: 2_100,
      talkSeconds: 1_800,
      holdSeconds: 60,
      wrapSeconds: 240,
      waitSeconds: 150.5,
      answeredInTarget: 8,
    })
    expect(rows.map(({ queue }) => queue)).toEqual(['Жалпы', 'Жалпы', 'Чат, сайт'])
  })

  it('drops columns that it does not know, says so, and lets no value of them through', async () => {
    const { report, rows } = await read(sample('kezek.csv'))

    expect(report.droppedColumns).toEqual([
      { column: 'client_name', values: 2 },
      { column: 'phone', values: 2 },
    ])
    expect(JSON.stringify({ report, rows })).not.toMatch(/Иванов|Петрова|701|8701/)
  })

  it('turns a mean handle time into a total, with a decimal comma between semicolons', async () => {
    const { report, rows } = await read(sample('kezek-aht.csv'))

    expect(report.delimiter).toBe(';')
    // 10 × 180.5 s; nobody handled is no work; starts on the half-hour, so half-hours.
    expect(rows.map(({ handleSeconds }) => handleSeconds)).toEqual([1_805, 0])
    expect(rows.map(({ intervalSeconds }) => intervalSeconds)).toEqual([1_800, 1_800])
  })

  it('reads a spreadsheet date, tabs, and channel names of the caller', async () => {
    const text =
      'interval_start\tqueue\tchannel\toffered\n02.03.2026 9:00\tA\tDispatch\t3\n2.03.2026 9:15\tA\tdispatch\t4\n'
    const { rows } = await read(text, { channelNames: { dispatch: 'voice' } })

    expect(rows.map(({ startsAtMs, channel }) => [startsAtMs, channel])).toEqual([
      [NINE_MS, 'voice'],
      [NINE_MS + QUARTER_MS, 'voice'],
    ])
  })
})

describe('Genesys Cloud', () => {
  it('reads UTC and seconds, and adds up the rows of skill sets and languages', async () => {
    const { report, rows } = await read(sample('genesys-cloud.csv'))

    expect(report.format).toBe('genesys-cloud')
    const expected = { ...UNKNOWN, intervalSeconds: 900, queue: 'Front desk', channel: 'voice' }
    expect(rows).toEqual([
      // 16 + 10 offered, 12 + 11 handled, 2400 + 1980 s
      { ...expected, row: 2, startsAtMs: NINE_MS, offered: 26, handled: 23, handleSeconds: 4_380 },
      {
        ...expected,
        row: 4,
        startsAtMs: NINE_MS + QUARTER_MS,
        offered: 8,
        handled: 8,
        handleSeconds: 1_600,
      },
      {
        ...expected,
        row: 5,
        startsAtMs: NINE_MS,
        queue: 'Messengers',
        channel: 'social',
        offered: 5,
        handled: 5,
        handleSeconds: 900,
      },
    ])
    expect(report.queues[0]?.duplicates).toEqual({ same: 0, replaced: 0, added: 1 })
    expect(report.droppedColumns).toEqual([])
  })

  it('reads the older header, without the unit', async () => {
    const { rows } = await read(sample('genesys-cloud.csv').toString().replace(' (Seconds)', ''))

    expect(rows[0]?.handleSeconds).toBe(4_380)
  })
})

describe('Amazon Connect', () => {
  it("reads local time in the file's zone, minutes, and average × handled", async () => {
    const { report, rows } = await read(sample('amazon-connect.csv'))

    expect(report.format).toBe('amazon-connect')
    const expected = { ...UNKNOWN, intervalSeconds: 900, queue: 'BasicQueue' }
    expect(rows).toEqual([
      {
        ...expected,
        row: 2,
        startsAtMs: NINE_MS,
        channel: 'voice',
        offered: 20,
        handled: 18,
        handleSeconds: 3_789, // 18 × 210.5
      },
      {
        ...expected,
        row: 3,
        startsAtMs: NINE_MS + QUARTER_MS,
        channel: 'voice',
        offered: 7,
        handled: 0,
        handleSeconds: 0,
      },
      {
        ...expected,
        row: 4,
        startsAtMs: NINE_MS,
        channel: 'chat',
        offered: 3,
        handled: 3,
        handleSeconds: 900,
      },
    ])
  })

  it('takes the offset of a timestamp that has one', async () => {
    const { rows } = await read(
      sample('amazon-connect.csv').toString().replaceAll(':00,15', ':00Z,15'),
    )

    expect(rows[0]?.startsAtMs).toBe(Date.UTC(2026, 2, 2, 9))
  })
})

describe('Calabrio', () => {
  it('reads the 21 fields', async () => {
    const { report, rows } = await read(sample('calabrio.csv'))

    expect(report.format).toBe('calabrio')
    expect(rows[0]).toEqual({
      row: 2,
      startsAtMs: NINE_MS,
      intervalSeconds: 1_800,
      queue: 'Help',
      channel: 'voice',
      offered: 24, // 20 of its own + 4 from another queue
      handled: 19,
      abandoned: 3,
      shortAbandoned: 1,
      handleSeconds: 4_180, // 3610 talk + 570 wrap-up
      talkSeconds: 3_610,
      holdSeconds: null,
      wrapSeconds: 570,
      waitSeconds: 380, // queued_and_answ_call_dur, not wait_dur
      answeredInTarget: 15,
    })
    // A queue without a name goes by its number.
    expect(rows[2]?.queue).toBe('102')
    expect(report.droppedColumns).toEqual([])
  })

  it('reads the same from a file without a header', async () => {
    const withHeader = await read(sample('calabrio.csv'))
    const without = await read(sample('calabrio-without-header.csv'))

    expect(without.rows.map((row) => ({ ...row, row: row.row + 1 }))).toEqual(withHeader.rows)
  })
})

describe('what the contacts of a file were', () => {
  const counted = async (text: string) => {
    const counts: TraitCount[] = []
    const result = await read(text, { onTraits: (found) => void counts.push(...found) })
    return {
      ...result,
      counts: counts.map(({ day, trait, name, contacts }) => ({ day, trait, name, contacts })),
    }
  }
  const HEADER = 'interval_start,queue,channel,offered,language,topic'

  it('adds the rows of one interval up, and counts them by local day', async () => {
    const { rows, counts } = await counted(
      [
        HEADER,
        '2026-03-02T23:45:00+05:00,q1,voice,4,kk,Tax',
        '2026-03-02T23:45:00+05:00,q1,voice,4,Русский,Tax',
        '2026-03-02T23:45:00+05:00,q1,voice,2,ru-KZ,',
        '2026-03-03T00:00:00+05:00,q1,voice,5,KAZ,Fines',
      ].join('\n'),
    )
    expect(rows.map(({ offered }) => offered)).toEqual([10, 5])
    expect(counts).toEqual([
      { day: '2026-03-02', trait: 'language', name: 'kk', contacts: 4 },
      { day: '2026-03-02', trait: 'language', name: 'ru', contacts: 6 },
      { day: '2026-03-02', trait: 'topic', name: 'Tax', contacts: 8 },
      { day: '2026-03-02', trait: 'topic', name: '', contacts: 2 },
      { day: '2026-03-03', trait: 'language', name: 'kk', contacts: 5 },
      { day: '2026-03-03', trait: 'topic', name: 'Fines', contacts: 5 },
    ])
  })

  it('counts a row that comes twice once, the last one', async () => {
    const { counts } = await counted(
      [
        HEADER,
        '2026-03-02T09:00:00+05:00,q1,voice,4,kk,',
        '2026-03-02T09:00:00+05:00,q1,voice,6,kk,',
      ].join('\n'),
    )
    expect(counts).toEqual([{ day: '2026-03-02', trait: 'language', name: 'kk', contacts: 6 }])
  })

  it('takes the languages of a Genesys Cloud file, by whatever name', async () => {
    const { report, counts } = await counted(
      [
        'Interval Start UTC Date,Queue,Media Type,Language,Offered,Interactions Handled,Total Handle Time',
        '2026-03-02T04:00:00Z,q1,Voice,English,3,3,600',
        '2026-03-02T04:00:00Z,q1,Voice,Kazakh - Written,2,2,400',
      ].join('\n'),
    )
    expect(report.accepted).toBe(true)
    expect(counts.map(({ name, contacts }) => [name, contacts])).toEqual([
      ['en', 3],
      ['Kazakh - Written', 2],
    ])
  })

  it('refuses a topic column that holds remarks, for remarks hold people', async () => {
    const lines = Array.from(
      { length: 201 },
      (_, at) =>
        `2026-03-02T${String(at % 24).padStart(2, '0')}:00:00+05:00,q1,voice,1,,remark ${at}`,
    )
    const { report, counts } = await counted([HEADER, ...lines].join('\n'))
    expect(report.accepted).toBe(false)
    expect(report.problems[0]).toMatchObject({ code: 'traits-too-many', column: 'topic' })
    expect(counts).toEqual([])
  })
})
