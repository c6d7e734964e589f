import { describe, expect, it } from 'vitest'

import { dayTotals } from '../../../../../../client/features/forecasts/chart/day-totals.ts'
import type { ForecastPoint } from '../../../../../../client/features/forecasts/forecast-model.ts'

const HOUR_MS = 3_600_000
/** Monday 7 December 2026, 00:00 in Almaty. */
const MONDAY = Date.UTC(2026, 11, 6, 19)

const point = (hour: number, part: Partial<ForecastPoint>): ForecastPoint => ({
  startMs: MONDAY + hour * HOUR_MS,
  endMs: MONDAY + (hour + 1) * HOUR_MS,
  mean: 10,
  engineMean: 10,
  low: 5,
  high: 15,
  quantiles: [],
  actual: null,
  handleSeconds: 100,
  handleQuantiles: null,
  previous: null,
  ...part,
})

describe('dayTotals', () => {
  it('sums over local days, and weighs the handling time by contacts', () => {
    const points = [
      point(22, { mean: 10, handleSeconds: 100, actual: 12 }),
      point(23, { mean: 30, handleSeconds: 200, actual: 28 }),
      point(24, { mean: 7, engineMean: 5, handleSeconds: null }),
    ]
    // (10 × 100 + 30 × 200) / 40 = 175.
    expect(dayTotals(points, 'Asia/Almaty')).toEqual([
      {
        startMs: MONDAY,
        endMs: MONDAY + 24 * HOUR_MS,
        mean: 40,
        engineMean: 20,
        actual: 40,
        handleSeconds: 175,
        previous: null,
      },
      {
        startMs: MONDAY + 24 * HOUR_MS,
        endMs: MONDAY + 48 * HOUR_MS,
        mean: 7,
        engineMean: 5,
        actual: null,
        handleSeconds: null,
        previous: null,
      },
    ])
  })

  it('does not call a day known before all of it has come', () => {
    const [day] = dayTotals([point(0, { actual: 9 }), point(1, { actual: null })], 'Asia/Almaty')
    expect(day?.actual).toBeNull()
  })
})
