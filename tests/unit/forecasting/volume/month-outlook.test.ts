import { describe, expect, it } from 'vitest'

import { addDays, localDate, startOfLocalDay, weekdayOf } from '#forecasting/kernel/calendar.ts'
import { queueHistory } from '#forecasting/volume/history.ts'
import { monthOutlook } from '#forecasting/volume/month-outlook.ts'

const ZONE = 'Asia/Almaty'
const FIRST = localDate('2024-11-01')

/** One row a day at 12:00, so that only days, weekdays and months count. */
function history(days: number, volumeOf: (day: number, date: string) => number) {
  const rows = Array.from({ length: days }, (_, day) => {
    const date = addDays(FIRST, day)
    const startMs = startOfLocalDay(date, ZONE) + 12 * 3_600_000
    return { startMs, offered: volumeOf(day, date), handled: 0, handleSeconds: 0 }
  })
  return queueHistory({ queue: 'q', channel: 'voice' }, rows)
}

const options = { timezone: ZONE, months: 24, specialDays: [] }
const at = (outlook: ReturnType<typeof monthOutlook>, month: string) =>
  outlook.months.find((one) => one.month === month)

describe('monthOutlook', () => {
  it('goes on with a season of the year and its growth, to the length of each month', () => {
    const summer = (date: string) => (date.slice(5, 7) === '07' ? 2 : 1)
    const grown = (day: number) => 1.1 ** (day / 365)
    const outlook = monthOutlook(
      history(730, (day, date) => Math.round(1000 * grown(day) * summer(date))),
      options,
    )
    expect(outlook.months[0]?.month).toBe('2026-11')
    expect(outlook).toMatchObject({ growthIs: 'learned', knowsSeasons: true })
    expect(outlook.annualGrowth).toBeCloseTo(0.1, 2)
    const july = 31 * 1000 * grown(973) * 2
    expect((at(outlook, '2027-07')?.mean ?? 0) / july).toBeGreaterThan(0.97)
    expect((at(outlook, '2027-07')?.mean ?? 0) / july).toBeLessThan(1.03)
    const leapFebruary = at(outlook, '2028-02')?.mean ?? 0
    expect(leapFebruary / (at(outlook, '2028-01')?.mean ?? 0)).toBeCloseTo(29 / 31, 1)
  })

  it('spreads a month over its days, as weekdays and days of rest do', () => {
    const weekend = (date: string): boolean => weekdayOf(localDate(date)) >= 5
    const holiday = { date: localDate('2026-11-18'), name: 'x', kind: 'rest' } as const
    const { months } = monthOutlook(
      history(730, (_, date) => (weekend(date) ? 200 : 1000)),
      { ...options, specialDays: [holiday] },
    )
    for (const { mean, days } of months) {
      const sum = days.reduce((total, day) => total + day.mean, 0)
      expect(sum).toBeCloseTo(mean, 6)
      days.forEach(({ quantiles }) =>
        expect(quantiles).toEqual(quantiles.toSorted((a, b) => a - b)),
      )
    }
    const november = new Map(months[0]?.days.map((day) => [day.date, day.mean]))
    expect(november.size).toBe(30)
    expect((november.get(localDate('2026-11-19')) ?? 0) / 1000).toBeCloseTo(1, 1)
    expect((november.get(localDate('2026-11-21')) ?? 0) / 200).toBeCloseTo(1, 1)
    expect((november.get(localDate('2026-11-18')) ?? 0) / 200).toBeCloseTo(1, 1)
  })

  it('doubts a single day more than its month', () => {
    const wavering = (day: number): number => (day % 3 === 0 ? 1.3 : 0.85)
    const { months } = monthOutlook(
      history(730, (day) => Math.round(1000 * wavering(day))),
      options,
    )
    const [month] = months
    const width = ({ mean, quantiles }: { mean: number; quantiles: readonly number[] }): number =>
      ((quantiles[6] ?? 0) - (quantiles[2] ?? 0)) / mean
    month?.days.forEach((day) => expect(width(day)).toBeGreaterThan(width(month) + 0.2))
  })

  it('is not bent by one wild month', () => {
    const wild = (date: string) => (date.startsWith('2026-09') ? 4 : 1)
    const outlook = monthOutlook(
      history(730, (_, date) => 1000 * wild(date)),
      options,
    )
    expect(outlook.annualGrowth).toBeLessThan(0.15)
    expect((at(outlook, '2027-03')?.mean ?? 0) / 31_000).toBeLessThan(1.15)
  })

  it('takes the growth that a planner gives', () => {
    const steady = history(730, () => 1000)
    const outlook = monthOutlook(steady, { ...options, annualGrowth: 0.2 })
    expect(outlook).toMatchObject({ growthIs: 'given' })
    expect((at(outlook, '2027-10')?.mean ?? 0) / 31_000).toBeCloseTo(1.2, 1)
    expect((at(outlook, '2028-10')?.mean ?? 0) / 31_000).toBeCloseTo(1.44, 1)
  })

  it('says that it knows neither growth nor seasons from half a year, and doubts more', () => {
    const short = monthOutlook(
      history(181, () => 1000),
      options,
    )
    expect(short).toMatchObject({ growthIs: 'unknown', knowsSeasons: false, annualGrowth: 0 })
    const long = monthOutlook(
      history(730, () => 1000),
      options,
    )
    const width = (outlook: typeof long) => {
      const { quantiles = [], mean = 1 } = outlook.months[11] ?? {}
      return ((quantiles.at(-1) ?? 0) - (quantiles[0] ?? 0)) / mean
    }
    expect(width(short)).toBeGreaterThan(width(long))
  })

  it('widens with the distance, its quantiles ordered', () => {
    const { months } = monthOutlook(
      history(730, () => 1000),
      options,
    )
    for (const { quantiles } of months)
      expect(quantiles.toSorted((a, b) => a - b)).toEqual(quantiles)
    const share = (index: number) => (months[index]?.quantiles[0] ?? 0) / (months[index]?.mean ?? 1)
    expect(share(23)).toBeLessThan(share(0))
  })

  it('refuses a history without one whole month', () => {
    expect(() =>
      monthOutlook(
        history(20, () => 1000),
        options,
      ),
    ).toThrow('queue q must have one whole month')
  })
})

describe('a lasting change in the outlook', () => {
  const flat = history(730, () => 1000)
  const plain = monthOutlook(flat, options)
  const changed = monthOutlook(flat, { ...options, step: { month: '2027-03', factor: 1.2 } })

  it('leaves the months before it as they are, and scales those from it on with their band', () => {
    expect(at(changed, '2027-02')).toEqual(at(plain, '2027-02'))
    for (const month of ['2027-03', '2028-06']) {
      expect(at(changed, month)?.mean).toBeCloseTo(1.2 * (at(plain, month)?.mean ?? 0), 6)
      expect(at(changed, month)?.quantiles[8]).toBeCloseTo(
        1.2 * (at(plain, month)?.quantiles[8] ?? 0),
        6,
      )
    }
  })
})
