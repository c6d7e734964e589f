import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'

import {
  addDays,
  daysBetween,
  localDate,
  localDateOf,
  startOfLocalDay,
  weekdayOf,
} from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'

const DAY_MS = 86_400_000
/** Every day from 1600 to 2400: a whole era of the calendar, and both its ends. */
const day = fc.integer({
  min: Date.UTC(1600, 0, 1) / DAY_MS,
  max: Date.UTC(2400, 11, 31) / DAY_MS,
})
const byLuxon = (days: number): string =>
  DateTime.fromMillis(days * DAY_MS, { zone: 'utc' }).toFormat('yyyy-MM-dd')

describe('the calendar', () => {
  it('counts days as luxon does', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
        const date = localDate(byLuxon(from))
        expect(addDays(date, days)).toBe(byLuxon(from + days))
        expect(daysBetween(date, addDays(date, days))).toBe(days)
        expect(weekdayOf(date)).toBe(DateTime.fromISO(date, { zone: 'utc' }).weekday - 1)
      }),
      { numRuns: 1000 },
    )
  })

  // São Paulo skipped midnight itself on its days of summer time, until 2018.
  it.each(['Asia/Almaty', 'Europe/Paris', 'America/Sao_Paulo', 'Pacific/Apia'])(
    'finds the first instant of any day in %s, as luxon does',
    (zone) => {
      const first = Date.UTC(2010, 0, 1) / DAY_MS
      for (let at = first; at < first + 6000; at++) {
        const date = localDate(byLuxon(at))
        const expected = DateTime.fromISO(date, { zone }).startOf('day').toMillis()
        expect(startOfLocalDay(date, zone)).toBe(expected)
      }
    },
  )

  it.each(['2025-02-29', '2100-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-1-1', ''])(
    'refuses %j, which is no date',
    (text) => {
      expect(() => localDate(text)).toThrow(RangeError)
    },
  )

  it.each(['2024-02-29', '2000-02-29', '0000-03-01', '9999-12-31'])('takes %s', (text) => {
    expect(localDate(text)).toBe(text)
  })

  it.each(['Asia/Almaty', 'Europe/Paris', 'Asia/Kathmandu', 'America/St_Johns'])(
    'shows the date of a clock in %s',
    (zone) => {
      fc.assert(
        fc.property(
          fc.integer({ min: Date.UTC(2010, 0, 1), max: Date.UTC(2035, 0, 1) }),
          (instantMs) => {
            const expected = DateTime.fromMillis(instantMs, { zone }).toFormat('yyyy-MM-dd')
            expect(localDateOf(instantMs as EpochMs, zone)).toBe(expected)
          },
        ),
      )
    },
  )
})
