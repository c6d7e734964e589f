import { describe, expect, it } from 'vitest'

import { addDays, localDate, weekdayOf } from '#forecasting/kernel/calendar.ts'
import { drawNormal } from '#forecasting/kernel/draw-normal.ts'
import { mulberry32 } from '#forecasting/kernel/random.ts'
import { DAY_PARTS } from '#forecasting/volume/day-kernel.ts'
import { type DayLevels, dayLevels } from '#forecasting/volume/day-level.ts'
import { type DaySigns, daySigns } from '#forecasting/volume/day-signs.ts'
import type { SpecialDay } from '#forecasting/volume/special-day.ts'

const FIRST = localDate('2024-01-01')
const WEEK = [1.2, 1.1, 1, 1, 0.95, 0.5, 0.3]
const HORIZON = 28

interface Told {
  readonly levels: DayLevels
  /** Of the days after the history. */
  readonly ahead: readonly DaySigns[]
}

/** A history of days that stray by 7 %, and what is learned of it. */
function told(
  days: number,
  volumeOf: (day: number) => number,
  specialDays: readonly SpecialDay[] = [],
): Told {
  const random = mulberry32(11)
  const totals = Float64Array.from({ length: days }, (_, day) =>
    Math.round(volumeOf(day) * Math.exp(0.07 * drawNormal(random))),
  )
  const dates = Array.from({ length: days + HORIZON }, (_, day) => addDays(FIRST, day))
  const signs = daySigns(dates, dates.map(weekdayOf), {
    specialDays,
    openWeekdays: WEEK.map(() => true),
    quietestWeekday: 6,
    quietWeekdays: WEEK.map((factor) => factor < 0.7),
  })
  return { levels: dayLevels(totals, signs), ahead: signs.slice(days) }
}

const weekly = (day: number): number => 600 * (WEEK[day % 7] ?? 0)
const volumeAt = (levels: DayLevels, signs: DaySigns): number => levels.at([signs])[0]?.volume ?? 0
/** Forecast over truth, of the week after the history. */
function weekRatio({ levels, ahead }: Told, volumeOf: (day: number) => number): number {
  const week = ahead.slice(0, 7)
  const forecast = week.reduce((sum, signs) => sum + volumeAt(levels, signs), 0)
  return forecast / week.reduce((sum, { day }) => sum + volumeOf(day), 0)
}

describe('dayLevels', () => {
  // The true level is known, because the history is made from it; 5 % is less than a day's noise.
  it.each([0.5, 0.67, 1.5, 2])('recovers from a level shift to %s within two weeks', (factor) => {
    const shifted = (day: number): number => weekly(day) * (day >= 300 ? factor : 1)
    const found = told(314, shifted)
    expect(Math.abs(weekRatio(found, shifted) - 1)).toBeLessThan(0.05)
  })

  it('names the day and the factor of a shift', () => {
    const { shift } = told(314, (day) => weekly(day) * (day >= 300 ? 2 : 1)).levels
    expect(Math.abs((shift?.day ?? 0) - 300)).toBeLessThanOrEqual(1)
    expect(Math.abs((shift?.factor ?? 0) - 2)).toBeLessThan(0.25)
  })

  // A year that swings between 55 % and 180 %: at its steepest 1 % a day, of which a week's lag and
  // a week ahead may be missed, and never a step.
  it.each([200, 270, 330, 365, 420])('takes no season for a shift, %s days in', (days) => {
    const season = (day: number): number =>
      weekly(day) * Math.exp(0.6 * Math.sin((2 * Math.PI * day) / 365.25))
    const found = told(days, season)
    expect(found.levels.shift).toBeNull()
    expect(Math.abs(weekRatio(found, season) - 1)).toBeLessThan(0.15)
  })

  // Pensions paid by the fortnight: the factors of the weeks' volumes, and days of history.
  it.each([
    { up: 1.4, down: 0.7, days: 84 },
    { up: 1.4, down: 0.7, days: 357 },
    { up: 1.4, down: 0.7, days: 364 },
    { up: 1.15, down: 0.9, days: 189 },
  ])('tells every other week as what it is ($up, $down, $days days)', ({ up, down, days }) => {
    const swinging = (day: number): number =>
      weekly(day) * (Math.floor(day / 7) % 2 === 1 ? up : down)
    const found = told(days, swinging)
    expect(found.levels.shift).toBeNull()
    expect(Math.abs(weekRatio(found, swinging) - 1)).toBeLessThan(0.06)
    // The week after next is the other one again.
    const next = found.ahead.slice(7, 14)
    const ratio =
      next.reduce((sum, signs) => sum + volumeAt(found.levels, signs), 0) /
      next.reduce((sum, { day }) => sum + swinging(day), 0)
    expect(Math.abs(ratio - 1)).toBeLessThan(0.06)
  })

  // Two years of a season between 60 and 165 % that grow by a fifth each: the fourth week ahead, in
  // which the season turns, was told 17 % too low while a season was supposed to be small.
  it('follows a season that grows from year to year', () => {
    const growing = (day: number): number =>
      weekly(day) * Math.exp(0.5 * Math.sin((2 * Math.PI * day) / 365.25)) * 1.2 ** (day / 365.25)
    const { levels, ahead } = told(728, growing)
    const week = ahead.slice(21, 28)
    const ratio =
      week.reduce((sum, signs) => sum + volumeAt(levels, signs), 0) /
      week.reduce((sum, { day }) => sum + growing(day), 0)
    expect(Math.abs(ratio - 1)).toBeLessThan(0.08)
  })

  it('doubts the day that was wild, and not the days beside it', () => {
    const spike = (day: number): number => weekly(day) * (day === 250 ? 6 : 1)
    expect(told(300, spike).levels.outlierDays).toEqual([250])
    const two = (day: number): number => weekly(day) * (day === 250 || day === 251 ? 6 : 1)
    expect(told(300, two).levels.outlierDays).toEqual([250, 251])
  })

  it('takes no short burst for a shift', () => {
    const burst = (day: number): number => weekly(day) * (day >= 296 && day < 299 ? 2.5 : 1)
    expect(told(310, burst).levels.shift).toBeNull()
  })

  // 80 % more for a week, and then five days as before: what is over is no new level.
  it('takes no week of campaign for a shift once it is over', () => {
    const campaign = (day: number): number => weekly(day) * (day >= 298 && day < 305 ? 1.8 : 1)
    const found = told(310, campaign)
    expect(found.levels.shift).toBeNull()
    expect(Math.abs(weekRatio(found, weekly) - 1)).toBeLessThan(0.1)
  })

  it('is the product of its parts, which its members agree on', () => {
    const { levels, ahead } = told(200, weekly)
    for (const signs of ahead) {
      const parts = levels.parts(signs)
      const sum = DAY_PARTS.reduce((whole, part) => whole + parts[part], 0)
      expect(Math.exp(sum) - 0.5).toBeCloseTo(volumeAt(levels, signs), 6)
    }
    const shares = Object.values(levels.members)
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
    expect(shares.every((share) => share > 0)).toBe(true)
  })

  // Sundays have 30 % of a usual day: a first holiday is expected between them and a working day.
  it('expects a holiday never seen to be like the day of rest, and the day after like a Monday', () => {
    const dates = [214, 215].map((day) => addDays(FIRST, day))
    const holiday = { date: dates[0] ?? FIRST, name: 'new', kind: 'rest' as const }
    const { levels, ahead } = told(210, weekly, [holiday])
    const plain = told(210, weekly)
    const at = ({ levels: of, ahead: days }: Told, day: number): number =>
      volumeAt(of, days[day] as DaySigns)
    expect(at({ levels, ahead }, 4)).toBeLessThan(0.85 * at(plain, 4))
    expect(at({ levels, ahead }, 5)).toBeGreaterThan(1.02 * at(plain, 5))
    expect(levels.parts(ahead[4] as DaySigns).special).toBeLessThan(-0.2)
  })
})
