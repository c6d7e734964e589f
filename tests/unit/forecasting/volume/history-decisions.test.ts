import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addDays, localDate, startOfLocalDay } from '#forecasting/kernel/calendar.ts'
import { mulberry32 } from '#forecasting/kernel/random.ts'
import { forecastQueue } from '#forecasting/volume/forecast-queue.ts'
import { decidedHistory, type HistoryDecision } from '#forecasting/volume/history-decisions.ts'
import { type QueueHistory, queueHistory } from '#forecasting/volume/history.ts'

const ZONE = 'Asia/Almaty'
const FIRST = localDate('2026-03-02')
const HOUR_MS = 3_600_000
const at = (day: number, hour = 0): number =>
  startOfLocalDay(addDays(FIRST, day), ZONE) + hour * HOUR_MS

/** One row an hour from 10:00 to 12:00 of every day. */
function history(days: number, countOf: (day: number, hour: number) => number): QueueHistory {
  const rows = Array.from({ length: days }, (_, day) =>
    [10, 11, 12].map((hour) => ({
      startMs: at(day, hour),
      offered: countOf(day, hour),
      handled: 5,
      handleSeconds: 500,
    })),
  ).flat()
  return queueHistory({ queue: 'q', channel: 'voice' }, rows)
}

const decision = (part: Partial<HistoryDecision>): HistoryDecision => ({
  finding: 'outlier',
  fromMs: at(14),
  toMs: at(15),
  action: 'keep',
  contacts: null,
  ...part,
})

const day14 = ({ startMs, offered }: QueueHistory): number[] =>
  [...offered].filter((_, i) => (startMs[i] ?? 0) >= at(14) && (startMs[i] ?? 0) < at(15))

describe('decidedHistory', () => {
  const odd = history(28, (day, hour) => (day === 14 ? 100 : hour))

  it('puts the weeks around in place of what cannot be believed', () => {
    const { history: decided } = decidedHistory(odd, [decision({ action: 'usual' })], ZONE)
    // Every other day brings 10, 11 and 12; the night has no rows, and stays empty.
    expect(day14(decided).filter((count) => count > 0)).toEqual([10, 11, 12])
    expect(decided.offered.length).toBe(odd.offered.length + 21)
    expect(day14(odd)).toEqual([100, 100, 100])
  })

  it('spreads a given number by the shape that the figures have', () => {
    const { history: decided } = decidedHistory(
      odd,
      [decision({ action: 'replace', contacts: 60 })],
      ZONE,
    )
    expect(day14(decided).filter((count) => count > 0)).toEqual([20, 20, 20])
  })

  it('fills a gap by the shape of the weeks around', () => {
    const holed = history(28, (_, hour) => hour)
    const keep = (_: number, i: number): boolean =>
      (holed.startMs[i] ?? 0) < at(14) || (holed.startMs[i] ?? 0) >= at(15)
    const gap: QueueHistory = {
      ...holed,
      startMs: holed.startMs.filter(keep),
      offered: holed.offered.filter(keep),
      handled: holed.handled.filter(keep),
      handleSeconds: holed.handleSeconds.filter(keep),
    }
    const filled = decidedHistory(
      gap,
      [decision({ finding: 'gap', action: 'replace', contacts: 66 })],
      ZONE,
    ).history
    // 33 is usual, by hour 10, 11 and 12: 66 is twice as many.
    expect(day14(filled).filter((count) => count > 0)).toEqual([20, 22, 24])
  })

  it('knows no handle time of what it puts in place', () => {
    const { history: decided } = decidedHistory(odd, [decision({ action: 'usual' })], ZONE)
    const i = decided.startMs.indexOf(at(14, 10))
    expect([decided.handled[i], decided.handleSeconds[i]]).toEqual([0, 0])
  })

  it('tells the engine what to leave out and what to believe', () => {
    const spans = decidedHistory(
      odd,
      [
        decision({ action: 'keep' }),
        decision({ fromMs: at(3), toMs: at(4), action: 'drop' }),
        decision({ finding: 'shift', fromMs: at(7), toMs: at(9), action: 'drop' }),
      ],
      ZONE,
    )
    expect(spans.trusted).toEqual([{ fromMs: at(14), toMs: at(15) }])
    expect(spans.excluded).toEqual([{ fromMs: at(3), toMs: at(4) }])
    expect(spans.deniedShifts).toMatchObject([{ fromMs: at(7), toMs: at(9) }])
  })

  it('lets the later decision win where two speak of one instant', () => {
    const spans = decidedHistory(
      odd,
      [decision({ action: 'drop' }), decision({ fromMs: at(14, 11), action: 'keep' })],
      ZONE,
    )
    expect(spans.excluded).toEqual([{ fromMs: at(14), toMs: at(14, 11) }])
    expect(spans.trusted).toEqual([{ fromMs: at(14, 11), toMs: at(15) }])
  })

  it('changes nothing when nothing was decided, and nothing outside of what was', () => {
    expect(decidedHistory(odd, [], ZONE).history).toEqual(odd)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 27 }), fc.nat(500), (day, contacts) => {
        const span = { fromMs: at(day), toMs: at(day + 1) }
        const { history: decided } = decidedHistory(
          odd,
          [decision({ ...span, action: 'replace', contacts })],
          ZONE,
        )
        const isInside = (startMs: number): boolean => startMs >= span.fromMs && startMs < span.toMs
        const outside = ({ startMs, offered }: QueueHistory) =>
          [...offered].filter((_, i) => !isInside(startMs[i] ?? 0))
        expect(outside(decided)).toEqual(outside(odd))
        const inside = [...decided.offered]
          .filter((_, i) => isInside(decided.startMs[i] ?? 0))
          .reduce((sum, count) => sum + count, 0)
        expect(inside).toBeCloseTo(contacts, 6)
      }),
    )
  })
})

describe('a forecast that obeys', () => {
  const random = mulberry32(3)
  const wobble = (mean: number): number => Math.round(mean * (0.95 + 0.1 * random()))
  const options = { timezone: ZONE, originDate: addDays(FIRST, 84), days: 7, specialDays: [] }

  it('believes a strange day that a planner keeps', () => {
    const odd = history(84, (day) => wobble(day === 60 ? 1000 : 100))
    expect(forecastQueue(odd, options).outliers).toContain(addDays(FIRST, 60))
    const { trusted } = decidedHistory(odd, [decision({ fromMs: at(60), toMs: at(61) })], ZONE)
    expect(forecastQueue(odd, { ...options, trusted }).outliers).not.toContain(addDays(FIRST, 60))
  })

  it('does not lift the past over a step that will pass', () => {
    const stepped = history(84, (day) => wobble(day >= 60 ? 220 : 100))
    const found = forecastQueue(stepped, options).shift
    expect(found).not.toBeNull()
    const passing = decision({ finding: 'shift', action: 'drop', fromMs: at(53), toMs: at(67) })
    const { deniedShifts } = decidedHistory(stepped, [passing], ZONE)
    expect(forecastQueue(stepped, { ...options, deniedShifts }).shift).toBeNull()
  })
})
