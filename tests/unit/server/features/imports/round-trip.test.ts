import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { MEASURES } from '#server/features/imports/normalised-row.ts'
import type { NormalisedRow } from '#server/features/imports/normalised-row.ts'

import { read } from './reading.ts'

const QUARTER_MS = 900_000
/** Midnight of 2024-02-28 in Almaty: a day and a half before its clock goes back. */
const FIRST_MS = Date.UTC(2024, 1, 27, 18)

const whole = fc.nat({ max: 300 })
const seconds = fc.oneof(whole, fc.double({ min: 0, max: 1e6, noNaN: true }))

const measures = fc
  .record({
    abandonedShort: whole,
    abandonedLate: whole,
    inTarget: whole,
    late: whole,
    left: whole,
    talkSeconds: seconds,
    holdSeconds: seconds,
    wrapSeconds: seconds,
    waitSeconds: seconds,
  })
  .map(({ abandonedShort, abandonedLate, inTarget, late, left, ...durations }) => ({
    offered: abandonedShort + abandonedLate + inTarget + late + left,
    handled: inTarget + late,
    abandoned: abandonedShort + abandonedLate,
    shortAbandoned: abandonedShort,
    answeredInTarget: inTarget,
    ...durations,
  }))

const histories = fc.uniqueArray(
  fc.tuple(
    fc.nat({ max: 400 }),
    fc.constantFrom('Жалпы', 'a,b;c', '«Кеңес» "1414"', 'Қала 2'),
    fc.constantFrom('voice' as const, 'chat' as const),
    measures,
  ),
  {
    minLength: 1,
    maxLength: 60,
    selector: ([slot, queue, channel]) => `${slot} ${queue} ${channel}`,
  },
)

type History = typeof histories extends fc.Arbitrary<infer Value> ? Value : never

/** Writes a history as Kezek's own file. `start` says how an instant is written. */
function written(rows: History, start: (instantMs: number) => string): string {
  const header =
    'interval_start,interval_seconds,queue,channel,offered,handled,abandoned,short_abandoned,answered_in_target,talk_seconds,hold_seconds,wrap_seconds,wait_seconds'
  const lines = rows.map(([slot, queue, channel, values]) =>
    [
      start(FIRST_MS + slot * QUARTER_MS),
      900,
      `"${queue.replaceAll('"', '""')}"`,
      channel,
      values.offered,
      values.handled,
      values.abandoned,
      values.shortAbandoned,
      values.answeredInTarget,
      values.talkSeconds,
      values.holdSeconds,
      values.wrapSeconds,
      values.waitSeconds,
    ].join(','),
  )
  return [header, ...lines].join('\n')
}

function inOrder(rows: readonly NormalisedRow[]): unknown {
  return rows
    .map((row) => ({ ...row, row: 0 }))
    .toSorted((a, b) =>
      `${a.queue}${a.channel}${a.startsAtMs}`.localeCompare(
        `${b.queue}${b.channel}${b.startsAtMs}`,
      ),
    )
}

function expected(rows: History): unknown {
  return inOrder(
    rows.map(
      ([slot, queue, channel, values]) =>
        ({
          row: 0,
          startsAtMs: FIRST_MS + slot * QUARTER_MS,
          intervalSeconds: 900,
          queue,
          channel,
          ...values,
          handleSeconds: values.talkSeconds + values.holdSeconds + values.wrapSeconds,
        }) as NormalisedRow,
    ),
  )
}

describe('a history', () => {
  it('comes back as it was written, with offsets, in any order of rows', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.integer({ min: 1, max: 200 }), async (rows, chunkBytes) => {
        const text = written(rows, (instantMs) => new Date(instantMs).toISOString())
        const result = await read(text, { chunkBytes })

        expect(result.report.problems).toEqual([])
        expect(inOrder(result.rows)).toEqual(expected(rows))
      }),
      { numRuns: 150 },
    )
  })

  it('comes back as it was written in local time, across the hour that Almaty had twice', async () => {
    const wholeSpan = histories.map((rows) => {
      // Every slot of one queue, so that the doubled hour has both of its rows.
      const [first] = rows
      if (first === undefined) throw new Error('histories are not empty')
      return Array.from({ length: 300 }, (_, slot): History[number] => {
        const [, queue, channel, values] = rows[slot % rows.length] ?? first
        return [
          slot,
          queue === first[1] ? queue : first[1],
          first[2] === channel ? channel : first[2],
          values,
        ]
      })
    })
    await fc.assert(
      fc.asyncProperty(wholeSpan, fc.boolean(), async (rows, descending) => {
        const offsetHours = (instantMs: number): number =>
          instantMs < Date.UTC(2024, 1, 29, 18) ? 6 : 5
        const ordered = descending ? rows.toReversed() : rows
        const text = written(ordered, (instantMs) =>
          new Date(instantMs + offsetHours(instantMs) * 3_600_000).toISOString().slice(0, 16),
        )
        const result = await read(text)

        expect(inOrder(result.rows)).toEqual(expected(rows))
        // Four quarters twice.
        expect(result.report.doubledHour).toEqual({ byOrder: 8, assumedFirst: 0 })
      }),
      { numRuns: 20 },
    )
  })

  it('loses nothing of its totals', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (rows) => {
        const text = written(rows, (instantMs) => new Date(instantMs).toISOString())
        const { report, rows: delivered } = await read(text)
        const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

        expect(sum(report.queues.map(({ contacts }) => contacts))).toBe(
          sum(rows.map(([, , , { offered }]) => offered)),
        )
        for (const measure of MEASURES) {
          expect(delivered.every((row) => row[measure] !== null)).toBe(true)
        }
      }),
      { numRuns: 50 },
    )
  })
})
