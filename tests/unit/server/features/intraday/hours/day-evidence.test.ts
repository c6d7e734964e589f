import { describe, expect, it } from 'vitest'

import type { HistoryDecision } from '#forecasting/volume/history-decisions.ts'
import { dayEvidence, type DayKnowledge } from '#server/features/intraday/hours/day-evidence.ts'
import { queueDay } from '#server/features/intraday/hours/queue-day.ts'

const HOUR_MS = 3_600_000

/** Eight hours of 100 expected contacts; in the third and fourth almost nobody came. */
const CAME = [100, 100, 5, 0, 100, 100, 100, 100]
const HOURS = CAME.map((came, at) => ({
  startMs: at * HOUR_MS,
  endMs: (at + 1) * HOUR_MS,
  forecast: 100,
  came,
}))

const decided = (
  action: HistoryDecision['action'],
  contacts: number | null = null,
): HistoryDecision => ({
  finding: 'outage',
  fromMs: 2 * HOUR_MS,
  toMs: 4 * HOUR_MS,
  action,
  contacts,
})

const counts = (known: Partial<DayKnowledge>): (number | null)[] =>
  dayEvidence(HOURS, { outages: [], decisions: [], ...known }).map(({ count }) => count)

const OUTAGE = { fromMs: 2 * HOUR_MS, toMs: 4 * HOUR_MS }

describe('dayEvidence', () => {
  it('learns from everything where nothing else is known', () => {
    expect(counts({})).toEqual(CAME)
  })

  it('learns nothing from an outage of the calendar, from what was dropped, or from what was as usual', () => {
    const without = [100, 100, null, null, 100, 100, 100, 100]
    expect(counts({ outages: [OUTAGE] })).toEqual(without)
    expect(counts({ decisions: [decided('drop')] })).toEqual(without)
    expect(counts({ decisions: [decided('usual')] })).toEqual(without)
  })

  it('believes an outage that a planner has decided to keep, and the later of two decisions', () => {
    expect(counts({ outages: [OUTAGE], decisions: [decided('keep')] })).toEqual(CAME)
    expect(counts({ decisions: [decided('drop'), decided('keep')] })).toEqual(CAME)
  })

  it('takes what a planner puts in place of figures', () => {
    expect(counts({ decisions: [decided('replace', 180)] }).slice(2, 4)).toEqual([90, 90])
    const sinceYesterday = { ...decided('replace', 400), fromMs: -4 * HOUR_MS }
    // Four of its eight hours are today.
    expect(counts({ decisions: [sinceYesterday] }).slice(0, 5)).toEqual([50, 50, 50, 50, 100])
  })

  it('leaves figures alone where a planner speaks of a lasting step', () => {
    expect(counts({ decisions: [{ ...decided('drop'), finding: 'shift' }] })).toEqual(CAME)
  })
})

describe('queueDay', () => {
  const day = (known: DayKnowledge) =>
    queueDay(
      HOURS.map(({ startMs, endMs }) => ({ startMs, endMs, isOpen: true })),
      new Map(
        HOURS.map(({ startMs }) => [
          startMs,
          {
            startMs,
            volume: 100,
            adjusted: 100,
            quantiles: [70, 75, 80, 90, 100, 110, 120, 125, 130],
            ahtSeconds: 240,
            ahtQuantiles: null,
          } as never,
        ]),
      ),
      ({ startMs }) => ({ offered: CAME[startMs / HOUR_MS] ?? 0, handledKnown: 0 }) as never,
      { nowMs: 6 * HOUR_MS, ...known },
    )

  it('does not lower the evening for an outage that the calendar knows of', () => {
    expect(day({ outages: [], decisions: [] }).factor).toBeLessThan(0.95)
    const told = day({ outages: [OUTAGE], decisions: [] })
    expect(told.factor).toBeCloseTo(1, 2)
    expect(told.intervals.map(({ isLeftOut }) => isLeftOut)).toEqual([
      false,
      false,
      true,
      true,
      false,
      false,
      false,
      false,
    ])
  })
})
