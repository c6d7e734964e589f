import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addDays, localDate, weekdayOf } from '#forecasting/kernel/calendar.ts'
import { drawNormal } from '#forecasting/kernel/draw-normal.ts'
import { mulberry32 } from '#forecasting/kernel/random.ts'
import type { DayMatrix } from '#forecasting/volume/day-matrix.ts'
import { handleDoubt, handleQuantiles } from '#forecasting/volume/handle-doubt.ts'
import { handleTimes } from '#forecasting/volume/handle-time.ts'

const SLOTS = 24

/**
 * Days of 240 s a contact, each as a whole off by a log-normal factor, and each interval's mean off by
 * what so many contacts of a relative variance leave.
 */
function matrixOf(
  dayCount: number,
  doubt: {
    readonly daySpread: number
    readonly contactVariance: number
    readonly contacts: number
  },
): DayMatrix {
  const random = mulberry32(7)
  const dates = Array.from({ length: dayCount }, (_, day) => addDays(localDate('2026-01-05'), day))
  const cells = dayCount * SLOTS
  const { daySpread, contactVariance, contacts } = doubt
  const handleSeconds = new Float64Array(cells)
  for (let day = 0; day < dayCount; day++) {
    const level = Math.exp(daySpread * drawNormal(random))
    for (let slot = 0; slot < SLOTS; slot++) {
      const noise = 1 + Math.sqrt(contactVariance / contacts) * drawNormal(random)
      handleSeconds[day * SLOTS + slot] = 240 * contacts * level * noise
    }
  }
  return {
    slotMinutes: 60,
    slotsPerDay: SLOTS,
    dates,
    weekdays: dates.map(weekdayOf),
    counts: new Float64Array(cells).fill(contacts),
    handled: new Float64Array(cells).fill(contacts),
    handleSeconds,
  }
}

describe('handleDoubt', () => {
  it('tells the doubt of days and that of single contacts apart', () => {
    const matrix = matrixOf(182, { daySpread: 0.06, contactVariance: 1, contacts: 40 })
    const found = handleDoubt(matrix, handleTimes(matrix))
    // What the days were drawn with; the level that was known is itself a little off.
    expect(Math.sqrt(found?.dayVariance ?? 0)).toBeGreaterThan(0.05)
    expect(Math.sqrt(found?.dayVariance ?? 0)).toBeLessThan(0.075)
    expect(found?.contactVariance).toBeGreaterThan(0.85)
    expect(found?.contactVariance).toBeLessThan(1.1)
  })

  it('puts as many of the weeks that follow inside its bands as it says', () => {
    const whole = matrixOf(364, { daySpread: 0.06, contactVariance: 1, contacts: 40 })
    const known = 182 * SLOTS
    const learned: DayMatrix = {
      ...whole,
      dates: whole.dates.slice(0, 182),
      weekdays: whole.weekdays.slice(0, 182),
      counts: whole.counts.subarray(0, known),
      handled: whole.handled.subarray(0, known),
      handleSeconds: whole.handleSeconds.subarray(0, known),
    }
    const times = handleTimes(learned)
    const doubt = handleDoubt(learned, times)
    if (doubt === null) throw new Error('nothing was learned')
    let [inside, count] = [0, 0]
    for (let cell = known; cell < whole.handled.length; cell++) {
      const weekday = whole.weekdays[Math.floor(cell / SLOTS)] ?? 0
      const band = handleQuantiles(times.at(weekday, cell % SLOTS) ?? 0, 40, doubt)
      const actual = (whole.handleSeconds[cell] ?? 0) / 40
      count++
      if (actual >= (band[2] ?? 0) && actual <= (band[6] ?? 0)) inside++
    }
    // Intervals of a day stray together: 182 days, a standard error of about 2 %.
    expect(inside / count).toBeGreaterThan(0.74)
    expect(inside / count).toBeLessThan(0.87)
  })

  it('says nothing of a queue that is three weeks old', () => {
    const young = matrixOf(21, { daySpread: 0.06, contactVariance: 1, contacts: 40 })
    expect(handleDoubt(young, handleTimes(young))).toBeNull()
  })
})

describe('handleQuantiles', () => {
  it('ascend about the mean, and lie the closer the more contacts share the doubt', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 10, max: 2000, noNaN: true }),
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0.001, max: 0.1, noNaN: true }),
        (mean, contacts, dayVariance) => {
          const doubt = { dayVariance, contactVariance: 1 }
          const band = handleQuantiles(mean, contacts, doubt)
          const many = handleQuantiles(mean, contacts * 4, doubt)
          expect(band).toHaveLength(9)
          expect(band).toEqual(band.toSorted((a, b) => a - b))
          expect(band[0]).toBeLessThan(mean)
          expect(band[8]).toBeGreaterThan(mean)
          expect((many[8] ?? 0) - (many[0] ?? 0)).toBeLessThan((band[8] ?? 0) - (band[0] ?? 0))
          // The scale of the handle time is the scale of its band.
          handleQuantiles(2 * mean, contacts, doubt).forEach((quantile, i) =>
            expect(quantile).toBeCloseTo(2 * (band[i] ?? 0), 6),
          )
        },
      ),
    )
  })
})
