import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addDays, localDate, startOfLocalDay, weekdayOf } from '#forecasting/kernel/calendar.ts'
import { forecastQueue } from '#forecasting/volume/forecast-queue.ts'
import { queueHistory } from '#forecasting/volume/history.ts'

const ZONE = 'Asia/Almaty'
const FIRST = localDate('2025-01-06')

/** Half-hours 09:00–12:00, so many contacts a day, with a quieter weekend. */
function history(days: number, volumeOf: (day: number) => number) {
  const rows = Array.from({ length: days }, (_, day) => day).flatMap((day) => {
    const date = addDays(FIRST, day)
    const midnight = startOfLocalDay(date, ZONE)
    return Array.from({ length: 6 }, (_slot, slot) => ({
      startMs: midnight + (18 + slot) * 1_800_000,
      offered: Math.round(volumeOf(day) / 6),
      handled: Math.round(volumeOf(day) / 6),
      handleSeconds: Math.round(volumeOf(day) / 6) * 200,
    }))
  })
  return queueHistory({ queue: 'q', channel: 'voice' }, rows)
}

const weekly = (day: number): number => (weekdayOf(addDays(FIRST, day)) < 5 ? 600 : 240)
const forecast = (days: number, volumeOf = weekly, horizon = 7) =>
  forecastQueue(history(days, volumeOf), {
    timezone: ZONE,
    originDate: addDays(FIRST, days),
    days: horizon,
    specialDays: [],
  })
const dayTotals = (points: readonly { readonly mean: number }[]): number[] =>
  Array.from({ length: points.length / 48 }, (_, day) =>
    points.slice(day * 48, day * 48 + 48).reduce((sum, { mean }) => sum + mean, 0),
  )

describe('forecastQueue', () => {
  // The series repeats itself exactly, so anything but itself would be an error of the method.
  it('continues a week that has always been the same, within 5 %', () => {
    const totals = dayTotals(forecast(56).points)
    totals.forEach((total, day) => {
      const expected = weekly(56 + day)
      expect(Math.abs(total - expected) / expected).toBeLessThan(0.05)
    })
  })

  it('needs two weeks of history only', () => {
    const [monday = 0] = dayTotals(forecast(14).points)
    expect(Math.abs(monday - 600) / 600).toBeLessThan(0.2)
  })

  it('takes weekdays that a few days of history have not met for days like the others', () => {
    const totals = dayTotals(forecast(3, () => 600).points)
    expect(Math.min(...totals)).toBeGreaterThan(400)
  })

  it('closes a weekday after four weeks without a contact, and not after three', () => {
    const saturday = (day: number): boolean => weekdayOf(addDays(FIRST, day)) === 5
    const told = (weeks: number): number => {
      const volume = (day: number): number =>
        saturday(day) && day >= 112 - 7 * weeks ? 0 : weekly(day)
      return dayTotals(forecast(112, volume).points)[5] ?? Number.NaN
    }
    expect(told(4)).toBe(0)
    expect(told(3)).toBeGreaterThan(150)
  })

  it('tells the mean of a queue with less than a contact a day', () => {
    const one = history(70, (day) => (day === 40 ? 6 : 0))
    const { days } = forecastQueue(one, {
      timezone: ZONE,
      originDate: addDays(FIRST, 70),
      days: 28,
      specialDays: [],
    })
    expect(days.reduce((sum, { mean }) => sum + mean, 0)).toBeLessThan(3)
  })

  it('comes at most 7 % late where volume doubles in a year', () => {
    const grown = (day: number): number => weekly(day) * 2 ** (day / 365)
    const totals = dayTotals(forecast(500, grown, 28).points)
    const told = totals.reduce((sum, total) => sum + total, 0)
    const truth = totals.reduce((sum, _, day) => sum + grown(500 + day), 0)
    expect(told / truth).toBeGreaterThan(0.93)
    expect(told / truth).toBeLessThan(1.02)
  })

  // Two Sundays, of which one had a single contact: not a Sunday like the other days.
  it('expects strays, and no more, on a weekday that is closed but for them', () => {
    const sunday = (day: number): boolean => weekdayOf(addDays(FIRST, day)) === 6
    const once = history(14, (day) => (sunday(day) ? (day < 7 ? 6 : 0) : 600))
    const { days } = forecastQueue(once, {
      timezone: ZONE,
      originDate: addDays(FIRST, 14),
      days: 7,
      specialDays: [],
    })
    expect(days[6]?.mean).toBeGreaterThan(0)
    expect(days[6]?.mean).toBeLessThan(6)
    expect(days[6]?.parts).toBeNull()
  })

  // Both Tuesdays were holidays, and there is no third: the other weekdays lend level and shape.
  it('forecasts a weekday that was only ever a holiday like the others', () => {
    const holidays = [1, 8].map((day) => ({
      date: addDays(FIRST, day),
      name: 'new year',
      kind: 'rest' as const,
    }))
    const { days } = forecastQueue(
      history(14, (day) => (day % 7 === 1 ? 240 : weekly(day))),
      { timezone: ZONE, originDate: addDays(FIRST, 14), days: 7, specialDays: holidays },
    )
    expect(days[1]?.mean).toBeGreaterThan(300)
    expect(days[1]?.mean).toBeLessThan(700)
  })

  it('is not moved by one day that was ten times itself, and names the day', () => {
    const wild = 50
    const plain = dayTotals(forecast(70).points)
    const found = forecast(70, (day) => weekly(day) * (day === wild ? 10 : 1))
    expect(found.outliers).toContain(addDays(FIRST, wild))
    dayTotals(found.points).forEach((total, day) => {
      expect(Math.abs(total - (plain[day] ?? 0)) / total).toBeLessThan(0.05)
    })
  })

  it('answers every interval of the horizon, closed ones with zero', () => {
    const { points } = forecast(28)
    expect(points).toHaveLength(7 * 48)
    expect(points.filter(({ mean }) => mean > 0)).toHaveLength(7 * 6)
  })

  it('gives the clock that goes back an hour of its own and loses none', () => {
    const { points } = forecastQueue(history(28, weekly), {
      timezone: 'America/New_York',
      originDate: localDate('2025-11-02'),
      days: 1,
      specialDays: [],
    })
    expect(points).toHaveLength(50)
  })

  it('orders the quantiles and keeps them at zero or above, whatever the history', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 14, maxLength: 40 }),
        (volumes) => {
          const { points } = forecast(volumes.length, (day) => volumes[day] ?? 0, 2)
          for (const { mean, quantiles } of points) {
            expect(mean).toBeGreaterThanOrEqual(0)
            expect(quantiles.toSorted((a, b) => a - b)).toEqual(quantiles)
            expect(quantiles[0]).toBeGreaterThanOrEqual(0)
          }
        },
      ),
      { numRuns: 20 },
    )
  })
})
