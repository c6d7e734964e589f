import { Readable } from 'node:stream'

import { describe, expect, it } from 'vitest'

import { readHistory } from '#server/features/imports/read-history.ts'

import { history, read } from './reading.ts'

const HOUR_MS = 3_600_000
const WEEK_HOURS = 168

function at(instantMs: number): string {
  return new Date(instantMs).toISOString()
}

/** Ten weeks of hours from Monday 2026-01-05 00:00 in Almaty; `offered` null leaves the row out. */
function hours(offered: (hour: number) => number | null): string {
  const firstMs = Date.UTC(2026, 0, 4, 19)
  const lines: string[] = []
  for (let hour = 0; hour < 10 * WEEK_HOURS; hour++) {
    const count = offered(hour)
    if (count !== null) lines.push(`${at(firstMs + hour * HOUR_MS)},A,voice,${count}`)
  }
  return history(...lines)
}

describe('local time', () => {
  it('that the clock skipped is refused', async () => {
    // Berlin, 2026-03-29: 02:00–03:00 did not exist.
    const { report, rows } = await read(history('2026-03-29 02:15,A,voice,5'), {
      timezone: 'Europe/Berlin',
    })

    expect(report.problems[0]).toMatchObject({
      code: 'date-skipped-by-clock',
      row: 2,
      column: 'interval_start',
      value: '2026-03-29 02:15',
    })
    expect(rows).toEqual([])
  })

  it('that the clock showed twice is told apart by order, queue by queue', async () => {
    const { report, rows } = await read(
      history(
        '2024-02-29 22:00,A,voice,1',
        '2024-02-29 22:00,B,voice,10',
        '2024-02-29 23:00,A,voice,2',
        '2024-02-29 23:00,B,voice,20',
        '2024-02-29 23:00,A,voice,3',
        '2024-02-29 23:00,B,voice,30',
        '2024-03-01 00:00,A,voice,4',
        '2024-03-01 00:00,B,voice,40',
      ),
    )

    // UTC+6 until 2024-02-29T18:00Z, UTC+5 after: the day has 25 hours.
    const first = Date.UTC(2024, 1, 29, 16)
    expect(
      rows.map(({ startsAtMs, offered }) => [(startsAtMs - first) / HOUR_MS, offered]),
    ).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
      [0, 10],
      [1, 20],
      [2, 30],
      [3, 40],
    ])
    expect(report.doubledHour).toEqual({ byOrder: 4, assumedFirst: 0 })
    expect(report.zoneChanges).toEqual([
      { atMs: Date.UTC(2024, 1, 29, 18), beforeMinutes: 360, afterMinutes: 300 },
    ])
  })

  it('that stands alone in a doubled hour is taken as the first, and said to be', async () => {
    const { report, rows } = await read(history('2024-02-29 23:00,A,voice,2'))

    expect(rows[0]?.startsAtMs).toBe(Date.UTC(2024, 1, 29, 17))
    expect(report.doubledHour).toEqual({ byOrder: 0, assumedFirst: 1 })
  })
})

describe('the report', () => {
  it('finds gaps inside the usual hours and nowhere else', async () => {
    // Open 09–17 every day; the rows of hours 10 and 11 of the 31st day are lost.
    const lost = new Set([30 * 24 + 10, 30 * 24 + 11])
    const text = hours((hour) =>
      hour % 24 < 9 || hour % 24 >= 17 || lost.has(hour) ? null : 20 + (hour % 3),
    )
    const { report } = await read(text)
    const dayMs = Date.UTC(2026, 0, 4, 19) + 30 * 24 * HOUR_MS

    expect(report.queues[0]?.gaps).toEqual({
      listed: [{ startMs: dayMs + 10 * HOUR_MS, endMs: dayMs + 12 * HOUR_MS }],
      count: 1,
      missingIntervals: 2,
    })
    expect(report.intervalLengths).toEqual([{ seconds: 3_600, intervals: 70 * 8 - 2 }])
  })

  it('finds closed hours as minutes of the local day', async () => {
    const { report } = await read(hours((hour) => (hour % 24 < 9 || hour % 24 >= 17 ? 0 : 20)))

    expect(report.queues[0]?.closedHours).toHaveLength(14)
    expect(report.queues[0]?.closedHours.slice(0, 2)).toEqual([
      { weekday: 0, fromMinute: 0, toMinute: 540 },
      { weekday: 0, fromMinute: 1_020, toMinute: 1_440 },
    ])
  })

  it('finds a spike, and takes no busy but steady hour for one', async () => {
    const spike = 5 * WEEK_HOURS + 34
    const { report } = await read(
      hours((hour) => (hour === spike ? 400 : hour % 24 === 10 ? 200 : 20 + (hour % 5))),
    )

    // Hour 34 is Tuesday 10:00, when 200 are usual.
    expect(report.queues[0]?.spikes).toEqual({
      listed: [
        { startsAtMs: Date.UTC(2026, 0, 4, 19) + spike * HOUR_MS, offered: 400, usual: 200 },
      ],
      count: 1,
    })
  })

  it('keeps the last of duplicates, and counts those that agree and those that do not', async () => {
    const { report, rows } = await read(
      history(
        '2026-03-02T09:00:00Z,A,voice,5',
        '2026-03-02T09:15:00Z,A,voice,6',
        '2026-03-02T09:00:00Z,A,voice,7',
        '2026-03-02T09:15:00Z,A,voice,6',
        '2026-03-02T09:00:00Z,A,chat,1',
      ),
    )

    expect(report.queues[0]?.duplicates).toEqual({ same: 1, replaced: 1, added: 0 })
    expect(rows.map(({ row, offered }) => [row, offered])).toEqual([
      [4, 7],
      [5, 6],
      [6, 1],
    ])
  })

  it('names queues that the centre does not have', async () => {
    const text = history('2026-03-02T09:00:00Z,A,voice,5', '2026-03-02T09:00:00Z,B,voice,5')

    expect((await read(text, { knownQueues: ['A'] })).report.unknownQueues).toEqual(['B'])
    expect((await read(text)).report.unknownQueues).toEqual([])
  })

  it('refuses a stray row between the intervals that all others keep to', async () => {
    const lines = Array.from(
      { length: 400 },
      (_, index) => `${at(Date.UTC(2026, 2, 2) + index * 1_800_000)},A,voice,5`,
    )
    const { report, rows } = await read(history(...lines, '2026-03-02T10:15:00Z,A,voice,5'))

    expect(report.problems).toEqual([
      {
        code: 'interval-not-aligned',
        row: 402,
        column: null,
        value: null,
        params: { minutes: 30 },
      },
    ])
    expect(rows).toEqual([])
  })
})

describe('reading', () => {
  const text = hours(() => 5)

  it('delivers in batches of at most five thousand rows', async () => {
    const lines = Array.from(
      { length: 12_000 },
      (_, index) => `${at(Date.UTC(2025, 0, 1) + index * 900_000)},A,voice,${index % 7}`,
    )
    const sizes: number[] = []
    const report = await readHistory(
      Readable.from([Buffer.from(history(...lines))]),
      { timezone: 'UTC' },
      {
        write: async (rows) => {
          sizes.push(rows.length)
          await Promise.resolve()
        },
      },
    )

    expect(sizes).toEqual([5_000, 5_000, 2_000])
    expect(report.rowsDelivered).toBe(12_000)
  })

  it('gives the same report in a dry run', async () => {
    const dry = await readHistory(Readable.from([Buffer.from(text)]), { timezone: 'Asia/Almaty' })

    expect(dry).toEqual((await read(text)).report)
  })

  it('tells how many bytes it has read', async () => {
    const told: number[] = []
    await read(text, { chunkBytes: 1_000, onProgress: (bytes) => told.push(bytes) })

    expect(told[0]).toBe(1_000)
    expect(told.at(-1)).toBe(Buffer.byteLength(text))
  })

  it('stops when it is cancelled, and delivers nothing', async () => {
    const cancel = new AbortController()
    const delivered: unknown[] = []
    const reading = readHistory(
      Readable.from(Array.from({ length: 100 }, () => Buffer.from(text))),
      {
        timezone: 'Asia/Almaty',
        signal: cancel.signal,
        onProgress: () => cancel.abort(new Error('enough')),
      },
      {
        write: async (rows) => {
          delivered.push(rows)
          await Promise.resolve()
        },
      },
    )

    await expect(reading).rejects.toThrow('enough')
    expect(delivered).toEqual([])
  })
})
