import { describe, expect, it } from 'vitest'

import { addDays, localDate, startOfLocalDay, weekdayOf } from '#forecasting/kernel/calendar.ts'
import { forecastCentre, FORECASTING_ENGINE_VERSION } from '#forecasting/volume/forecast-centre.ts'
import { queueHistory } from '#forecasting/volume/history.ts'

const ZONE = 'Asia/Almaty'
const FIRST = localDate('2024-01-01')

/** Hours 9–17 of so many days; `factor` tells how a day differs from `volume` an hour. */
function history(queue: string, days: number, volumeOf: (day: number) => number) {
  return queueHistory(
    { queue, channel: 'voice' },
    Array.from({ length: days }, (_, day) => {
      const midnight = startOfLocalDay(addDays(FIRST, day), ZONE)
      return Array.from({ length: 8 }, (_hour, hour) => ({
        startMs: midnight + (9 + hour) * 3_600_000,
        offered: Math.round(volumeOf(day)),
        handled: Math.round(volumeOf(day)),
        handleSeconds: Math.round(volumeOf(day)) * (hour < 4 ? 120 : 240),
      }))
    }).flat(),
  )
}

const ask = (histories: readonly ReturnType<typeof history>[]) => ({
  histories,
  timezone: ZONE,
  originDate: addDays(FIRST, 140),
  days: 14,
  specialDays: [],
})
const usual = (day: number): number => (weekdayOf(addDays(FIRST, day)) < 5 ? 100 : 30)

describe('forecastCentre', () => {
  it('gives the same numbers for the same history, and another hash for another', () => {
    const input = ask([history('a', 140, usual), history('b', 140, () => 4)])
    const forecast = forecastCentre(input)
    expect(forecastCentre(structuredClone(input))).toEqual(forecast)
    expect(structuredClone(forecast)).toEqual(forecast)
    expect(forecast.engineVersion).toBe(FORECASTING_ENGINE_VERSION)
    expect(forecast.series.map(({ queue }) => queue)).toEqual(['a', 'b'])
    const other = forecastCentre(ask([history('a', 140, usual), history('b', 140, () => 5)]))
    expect(other.dataHash).not.toBe(forecast.dataHash)
  })

  it('tells of its progress queue by queue', () => {
    const shares: number[] = []
    forecastCentre(ask([history('a', 28, usual), history('b', 28, usual)]), (share) => {
      shares.push(share)
    })
    expect(shares).toEqual([0.5, 1])
  })

  // The made-up handle times are 120 s before 13:00 and 240 s after, in equal numbers of contacts.
  it('learns that handle times differ by the hour', () => {
    const [series] = forecastCentre(ask([history('a', 140, usual)])).series
    const at = (hour: number): number => series?.points[hour]?.ahtSeconds ?? 0
    expect(Math.abs(at(10) - 120)).toBeLessThan(6)
    expect(Math.abs(at(15) - 240)).toBeLessThan(6)
  })

  // The made-up holiday halves the volume each time; the next one of that name falls on day 147.
  it('learns what a holiday does from those of the same name', () => {
    const holidays = [35, 63, 98, 126]
    const rows = history('a', 140, (day) => (holidays.includes(day) ? 50 : usual(day)))
    const specialDays = [...holidays, 147].map((day) => ({
      date: addDays(FIRST, day),
      name: 'nauryz',
      kind: 'rest' as const,
    }))
    const day = (specials: typeof specialDays): number => {
      const [series] = forecastCentre({ ...ask([rows]), specialDays: specials }).series
      const points = series?.points.slice(7 * 24, 8 * 24) ?? []
      return points.reduce((sum, { mean }) => sum + mean, 0)
    }
    expect(Math.abs(day(specialDays) - 400)).toBeLessThan(60)
    expect(Math.abs(day([]) - 800)).toBeLessThan(80)
  })

  it('learns nothing from an excluded span', () => {
    const rows = history('a', 140, (day) => (day >= 130 && day < 134 ? 1 : usual(day)))
    const excluded = [
      {
        fromMs: startOfLocalDay(addDays(FIRST, 130), ZONE),
        toMs: startOfLocalDay(addDays(FIRST, 134), ZONE),
      },
    ]
    const [series] = forecastCentre({ ...ask([rows]), excluded }).series
    const monday = series?.points.slice(0, 24).reduce((sum, { mean }) => sum + mean, 0) ?? 0
    expect(Math.abs(monday - 800)).toBeLessThan(40)
    expect(series?.outliers).toEqual([])
  })
})
