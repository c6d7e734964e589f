import { describe, expect, it } from 'vitest'

import {
  addDays,
  type LocalDate,
  localDate,
  startOfLocalDay,
} from '#forecasting/kernel/calendar.ts'
import { borrowedHistory } from '#forecasting/volume/borrowed-history.ts'
import { forecastQueue } from '#forecasting/volume/forecast-queue.ts'
import { queueHistory, type QueueHistory } from '#forecasting/volume/history.ts'

import { generateSampleCentre } from '../../../../fixtures/sample/sample-centre.ts'

const AS_OF = localDate('2026-11-24')
const ZONE = 'Asia/Almaty'
const sample = generateSampleCentre({ asOf: AS_OF, seed: 1 })
const WEEK_MS = 7 * 86_400_000

function historyOf(code: string): QueueHistory {
  return queueHistory(
    { queue: code, channel: 'voice' },
    sample.history
      .filter(({ queue }) => queue === code)
      .map((row) => ({
        startMs: row.startMs,
        offered: row.offered,
        handled: row.handled,
        handleSeconds: row.talkSeconds + row.holdSeconds + row.wrapSeconds,
      })),
  )
}

const within = (history: QueueHistory, fromMs: number, toMs: number): QueueHistory => {
  const keep = (column: Float64Array) =>
    column.filter((_, row) => {
      const startMs = history.startMs[row] ?? 0
      return startMs >= fromMs && startMs < toMs
    })
  const { startMs, offered, handled, handleSeconds } = history
  return {
    ...history,
    startMs: keep(startMs),
    offered: keep(offered),
    handled: keep(handled),
    handleSeconds: keep(handleSeconds),
  }
}

/** Absolute errors of a week over its contacts. */
function weekError(learned: QueueHistory, actual: QueueHistory, originDate: LocalDate): number {
  const { points } = forecastQueue(learned, {
    timezone: ZONE,
    originDate,
    days: 7,
    specialDays: [],
  })
  const came = new Map(Array.from(actual.startMs, (ms, row) => [ms, actual.offered[row] ?? 0]))
  let [error, total] = [0, 0]
  for (const { startMs, mean } of points) {
    const count = came.get(startMs) ?? 0
    error += Math.abs(mean - count)
    total += count
  }
  return error / total
}

describe('borrowedHistory', () => {
  const like = historyOf('voice-ru')
  const whole = historyOf('voice-kk')
  const originDate = addDays(AS_OF, -30)
  const originMs = startOfLocalDay(originDate, ZONE)
  const young = (weeks: number) => within(whole, originMs - weeks * WEEK_MS, originMs)
  const known = within(like, 0, originMs)

  it.each([1, 2, 4])(
    'forecasts a queue of %d weeks better than its own history alone does',
    (weeks) => {
      let [alone, borrowed] = [0, 0]
      for (const back of [0, 4, 8, 12, 16, 20]) {
        const date = addDays(originDate, -7 * back)
        const ms = startOfLocalDay(date, ZONE)
        const own = within(whole, ms - weeks * WEEK_MS, ms)
        const found = borrowedHistory(own, within(like, 0, ms))
        if (found === undefined) throw new Error('nothing was borrowed')
        alone += weekError(own, whole, date)
        borrowed += weekError(found.history, whole, date)
      }
      // Measured: 27.8 % to 24.5 % after one week, 26.5 to 24.2 after two, 24.9 to 24.1 after four.
      expect(borrowed).toBeLessThan(alone)
    },
    60_000,
  )

  it('tells the level by what came to both, and borrows the less the older the queue is', () => {
    const [one, four] = [borrowedHistory(young(1), known), borrowedHistory(young(4), known)]
    // A week lacks seven eighths of the 26 weeks, four weeks lack half of them.
    expect(one?.borrowedWeeks).toBeCloseTo(23, 6)
    expect(four?.borrowedWeeks).toBeCloseTo(13, 6)
    const ratio = (a: QueueHistory, b: QueueHistory): number =>
      a.offered.reduce((x, y) => x + y, 0) / b.offered.reduce((x, y) => x + y, 0)
    expect(four?.factor).toBeCloseTo(
      ratio(young(4), within(known, originMs - 4 * WEEK_MS, originMs)),
      6,
    )
    expect(borrowedHistory(young(8), known)).toBeUndefined()
  })

  it('keeps the chance of a small queue: thinned counts stray as far as such counts do', () => {
    const small = { ...young(2), offered: young(2).offered.map((count) => Math.round(count / 10)) }
    const found = borrowedHistory(small, known)
    if (found === undefined) throw new Error('nothing was borrowed')
    const { history, factor } = found
    const rows = history.startMs.length - small.startMs.length
    const before = within(known, history.startMs[0] ?? 0, small.startMs[0] ?? 0)
    // Of thinned counts: variance of (thinned − factor × count) is count × factor × (1 − factor).
    let [squares, expected] = [0, 0]
    for (let row = 0; row < rows; row++) {
      const count = before.offered[row] ?? 0
      squares += ((history.offered[row] ?? 0) - factor * count) ** 2
      expected += count * factor * (1 - factor)
    }
    expect(squares / expected).toBeGreaterThan(0.93)
    expect(squares / expected).toBeLessThan(1.07)
  })

  it('borrows no handle times, and nothing at all where the two were never there together', () => {
    const found = borrowedHistory(young(2), known)
    const rows = (found?.history.startMs.length ?? 0) - young(2).startMs.length
    expect(found?.history.handled.slice(0, rows).every((count) => count === 0)).toBe(true)
    expect(found?.history.handled.slice(rows)).toEqual(young(2).handled)
    expect(borrowedHistory(young(2), within(known, 0, originMs - 3 * WEEK_MS))).toBeUndefined()
    expect(borrowedHistory(young(2), { ...known, stepMinutes: 60 })).toBeUndefined()
  })
})
