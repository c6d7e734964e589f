import { describe, expect, it } from 'vitest'

import { addDays, localDate, startOfLocalDay, weekdayOf } from '#forecasting/kernel/calendar.ts'
import { backtest, type BacktestRow } from '#forecasting/volume/backtest.ts'
import { queueHistory } from '#forecasting/volume/history.ts'

/** Two hours a day, by hour and day. */
function history(first: string, zone: string, offered: readonly (readonly number[])[]) {
  const rows = offered.flatMap((day, i) => {
    const midnight = startOfLocalDay(addDays(localDate(first), i), zone)
    return day.map((count, hour) => ({
      startMs: midnight + (12 + hour) * 3_600_000,
      offered: count,
      handled: 0,
      handleSeconds: 0,
    }))
  })
  return queueHistory({ queue: 'q', channel: 'voice' }, rows)
}
const options = (timezone: string, weeks = [1], origins = 1) => ({
  timezone,
  specialDays: [],
  weeks,
  origins,
})
const of = (rows: readonly BacktestRow[], method: BacktestRow['method']) =>
  rows.find((row) => row.method === method)

describe('backtest', () => {
  // 10 contacts an hour in odd weeks and 20 in even ones; the 9th week is odd and holds 10. Last
  // week: |20 − 10| / 10 = 1. Mean of the last four (20, 10, 20, 10) is 15: 0.5, and all above.
  it('scores the simple methods as by hand', () => {
    const weeks = Array.from({ length: 63 }, (_, day) => {
      const count = Math.floor(day / 7) % 2 === 0 ? 10 : 20
      return [count, count]
    })
    const rows = backtest(history('2025-01-06', 'Asia/Almaty', weeks), options('Asia/Almaty'))
    expect(of(rows, 'seasonal_naive')).toMatchObject({ wape: 1, bias: 1, mase: 1 })
    expect(of(rows, 'mean4dow')).toMatchObject({ wape: 0.5, wape_daily: 0.5, bias: 0.5, mase: 0.5 })
    expect(of(rows, 'mean6dow')).toMatchObject({ wape: 0.5, coverage80: null, pinball: null })
    // What alternates without a reason cannot be told: nearer to the mean than last week was.
    expect(of(rows, 'kezek')?.wape).toBeLessThan(0.75)
  })

  // Paris put its clocks forward on 2025-03-30, in the second week that is scored; a forecast that
  // were read by position from then on would miss by whole hours.
  it('stays by the wall clock when it changes', () => {
    const days = Array.from({ length: 70 }, (_, day) => {
      const isWorking = weekdayOf(addDays(localDate('2025-01-27'), day)) < 5
      return isWorking ? [400, 100] : [40, 10]
    })
    const rows = backtest(history('2025-01-27', 'Europe/Paris', days), options('Europe/Paris', [2]))
    expect(of(rows, 'kezek')?.wape).toBeLessThan(0.1)
  })

  it('has no row for a week that it could not score', () => {
    const days = Array.from({ length: 30 }, () => [10, 10])
    const short = history('2025-01-06', 'Asia/Almaty', days)
    expect(backtest(short, options('Asia/Almaty'))).toEqual([])
  })
})
