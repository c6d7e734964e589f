import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addDays, localDate, startOfLocalDay } from '#forecasting/kernel/calendar.ts'
import {
  scoredIntervals,
  scoreOf,
  stretchesOf,
  type ToldVersion,
} from '#forecasting/volume/forecast-scores.ts'

const ZONE = 'Asia/Almaty'
const ORIGIN = localDate('2026-06-01')
/** 10:00 of a day, and 11:00. */
const at = (day: number, hour: number, zone = ZONE): number =>
  startOfLocalDay(addDays(ORIGIN, day), zone) + hour * 3_600_000

function version(days: number, engine: number, final = engine): ToldVersion {
  const startMs = Array.from({ length: days }, (_, day) => [at(day, 10), at(day, 11)]).flat()
  const same = (value: number) => Float64Array.from(startMs, () => value)
  return {
    originDate: ORIGIN,
    startMs: Float64Array.from(startMs),
    engine: same(engine),
    final: same(final),
    low: same(final - 3),
    high: same(final + 3),
  }
}

/** Every known interval from `from` to `to` days after the origin. */
function arrivals(from: number, to: number, offeredOf: (day: number, hour: number) => number) {
  const rows = Array.from({ length: to - from }, (_, i) =>
    [10, 11].map((hour) => ({ startMs: at(from + i, hour), offered: offeredOf(from + i, hour) })),
  ).flat()
  return {
    startMs: Float64Array.from(rows, ({ startMs }) => startMs),
    offered: Float64Array.from(rows, ({ offered }) => offered),
  }
}

describe('scoredIntervals', () => {
  it('counts weeks ahead from the first day that was foretold', () => {
    const scored = scoredIntervals(
      version(14, 10),
      arrivals(-7, 14, () => 10),
      ZONE,
    )
    expect(scored.map(({ weekAhead }) => weekAhead)).toEqual([
      ...Array.from({ length: 14 }, () => 1),
      ...Array.from({ length: 14 }, () => 2),
    ])
  })

  it('lets the naive forecast know only what was known at the origin', () => {
    // The week before brought its day's number below zero; the weeks after bring 50.
    const known = arrivals(-7, 14, (day) => (day < 0 ? day + 100 : 50))
    const scored = scoredIntervals(version(14, 10), known, ZONE)
    // Day 0 and day 7 look back at day −7: 93; day 13 at day −1: 99.
    expect(scored[0]?.naive).toBe(93)
    expect(scored[14]?.naive).toBe(93)
    expect(scored.at(-1)?.naive).toBe(99)
  })

  it('leaves out a day that is under way, and what has not come', () => {
    const known = arrivals(-7, 3, () => 10)
    // Of the third day only the first interval is in.
    const cut = { startMs: known.startMs.slice(0, -1), offered: known.offered.slice(0, -1) }
    const scored = scoredIntervals(version(14, 10), cut, ZONE)
    expect(new Set(scored.map(({ date }) => date))).toEqual(new Set([ORIGIN, addDays(ORIGIN, 1)]))
  })

  it('says whether what came lay inside the band', () => {
    const scored = scoredIntervals(
      version(1, 10),
      arrivals(0, 1, (_, hour) => (hour === 10 ? 13 : 14)),
      ZONE,
    )
    expect(scored.map(({ isInside }) => isInside)).toEqual([true, false])
  })

  it('looks back by the wall clock where the clock was changed between', () => {
    // Almaty went from UTC+6 to UTC+5 on 1 March 2024: a week is then an hour longer.
    const origin = localDate('2024-03-01')
    const ten = (day: number) => startOfLocalDay(addDays(origin, day), ZONE) + 10 * 3_600_000
    const one = (value: number) => Float64Array.of(value)
    const told = {
      originDate: origin,
      startMs: one(ten(3)),
      engine: one(5),
      final: one(5),
      low: one(0),
      high: one(9),
    }
    const known = { startMs: Float64Array.of(ten(-4), ten(3)), offered: Float64Array.of(77, 5) }
    expect(ten(3) - ten(-4)).toBe(7 * 86_400_000 + 3_600_000)
    expect(scoredIntervals(told, known, ZONE)[0]?.naive).toBe(77)
  })
})

describe('stretchesOf and scoreOf', () => {
  it('lets errors cancel within a day, as they do for a day', () => {
    // 12 and 8 against 10 and 10.
    const known = arrivals(-7, 7, (_, hour) => (hour === 10 ? 12 : 8))
    const scored = scoredIntervals(version(7, 10), known, ZONE)
    expect(scoreOf(stretchesOf(scored, 'interval'))).toMatchObject({
      stretches: 14,
      wapeEngine: 0.2,
      wapeNaive: 0,
      biasFinal: 0,
    })
    expect(scoreOf(stretchesOf(scored, 'day'))).toMatchObject({ stretches: 7, wapeEngine: 0 })
    expect(scoreOf(stretchesOf(scored, 'week'))).toMatchObject({ stretches: 1, wapeEngine: 0 })
  })

  it('does not call a part of a week a week', () => {
    const scored = scoredIntervals(
      version(7, 10),
      arrivals(-7, 3, () => 10),
      ZONE,
    )
    expect(stretchesOf(scored, 'week')).toEqual([])
    expect(scoreOf([])).toMatchObject({ stretches: 0, wapeFinal: null, biasFinal: null })
  })

  it('tells what a change by hand did', () => {
    // 12 came; the engine said 10, the planner 12.
    const scored = scoredIntervals(
      version(7, 10, 12),
      arrivals(-7, 7, () => 12),
      ZONE,
    )
    const { wapeEngine, wapeFinal } = scoreOf(stretchesOf(scored, 'interval'))
    expect(wapeEngine).toBeCloseTo(2 / 12, 12)
    expect(wapeFinal).toBe(0)
  })

  it('finds no more error in days than in their intervals', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 14, maxLength: 14 })
    fc.assert(
      fc.property(counts, (own) => {
        const known = arrivals(0, 7, (day, hour) => own[day * 2 + hour - 10] ?? 0)
        const scored = scoredIntervals(version(7, 10), known, ZONE)
        const byInterval = scoreOf(stretchesOf(scored, 'interval')).wapeEngine ?? 0
        const byDay = scoreOf(stretchesOf(scored, 'day')).wapeEngine ?? 0
        expect(byDay).toBeLessThanOrEqual(byInterval + 1e-12)
      }),
    )
  })
})
