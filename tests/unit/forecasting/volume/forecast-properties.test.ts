import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addDays, localDate, startOfLocalDay, weekdayOf } from '#forecasting/kernel/calendar.ts'
import { forecastQueue, type QueueForecast } from '#forecasting/volume/forecast-queue.ts'
import { queueHistory } from '#forecasting/volume/history.ts'

const FIRST = localDate('2025-01-06')
const DAYS = 49

/** Hours 09–13 of Monday to Saturday. */
function forecast(zone: string, countOf: (day: number, hour: number) => number): QueueForecast {
  const rows = Array.from({ length: DAYS }, (_, day) => addDays(FIRST, day)).flatMap((date, day) =>
    weekdayOf(date) === 6
      ? []
      : [9, 10, 11, 12].map((hour) => ({
          startMs: startOfLocalDay(date, zone) + hour * 3_600_000,
          offered: countOf(day, hour),
          handled: 0,
          handleSeconds: 0,
        })),
  )
  return forecastQueue(queueHistory({ queue: 'q', channel: 'voice' }, rows), {
    timezone: zone,
    originDate: addDays(FIRST, DAYS),
    days: 14,
    specialDays: [],
  })
}

const counts = fc.array(fc.integer({ min: 500, max: 4_000 }), { minLength: 31, maxLength: 31 })
const of =
  (values: readonly number[]) =>
  (day: number, hour: number): number =>
    values[(day * 4 + hour) % values.length] ?? 0

describe('a forecast', () => {
  // Counts and their relative noise do not scale alike: 2 % is what the noise of counting leaves.
  it('scales with its history', () => {
    fc.assert(
      fc.property(counts, (values) => {
        const once = forecast('Asia/Almaty', of(values))
        const tenfold = forecast('Asia/Almaty', (day, hour) => 10 * of(values)(day, hour))
        once.days.forEach(({ mean }, i) => {
          const ratio = (tenfold.days[i]?.mean ?? 0) / 10
          expect(Math.abs(ratio - mean)).toBeLessThanOrEqual(0.02 * mean)
        })
      }),
      { numRuns: 8 },
    )
  })

  it('is zero when the queue is closed, with its whole distribution', () => {
    fc.assert(
      fc.property(counts, (values) => {
        const { points, days } = forecast('Asia/Almaty', of(values))
        const zone = 'Asia/Almaty'
        const isOpen = (startMs: number): boolean => {
          const date = addDays(FIRST, Math.floor((startMs - startOfLocalDay(FIRST, zone)) / 864e5))
          const hour = (startMs - startOfLocalDay(date, zone)) / 3_600_000
          return weekdayOf(date) !== 6 && hour >= 9 && hour < 13
        }
        const open = points.filter(({ startMs }) => isOpen(startMs))
        const closed = points.filter(({ startMs }) => !isOpen(startMs))
        expect(open.every(({ mean }) => mean > 0)).toBe(true)
        expect(closed.flatMap(({ mean, quantiles }) => [mean, ...quantiles]).some(Boolean)).toBe(
          false,
        )
        expect(days[6]).toMatchObject({ mean: 0, parts: null })
      }),
      { numRuns: 8 },
    )
  })

  it('has days that are the sums of their intervals, and quantiles in order', () => {
    fc.assert(
      fc.property(counts, (values) => {
        const { points, days } = forecast('Asia/Almaty', of(values))
        days.forEach(({ mean, quantiles }, day) => {
          const sum = points.slice(day * 24, day * 24 + 24).reduce((s, p) => s + p.mean, 0)
          expect(mean).toBeCloseTo(sum, 9)
          expect(quantiles.toSorted((a, b) => a - b)).toEqual(quantiles)
        })
      }),
      { numRuns: 8 },
    )
  })

  // The wall clock is the same in both, so the numbers are, to the last bit.
  it('does not depend on where on Earth the clock stands', () => {
    fc.assert(
      fc.property(counts, (values) => {
        const here = forecast('Asia/Almaty', of(values))
        const there = forecast('Africa/Abidjan', of(values))
        expect(there.days).toEqual(here.days)
        expect(there.points.map(({ mean }) => mean)).toEqual(here.points.map(({ mean }) => mean))
      }),
      { numRuns: 4 },
    )
  })
})
