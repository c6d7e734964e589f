import { describe, expect, it } from 'vitest'

import type { Locale } from '../../../../../client/lib/i18n/catalogue.ts'
import { DATE_NAMES } from '../../../../../client/lib/i18n/date-names.ts'
import { createFormat } from '../../../../../client/lib/i18n/format.ts'
import { translatorOf } from '../../../../../client/lib/i18n/translate.ts'

const formatIn = (locale: Locale, timeZone = 'Asia/Almaty') =>
  createFormat(locale, timeZone, translatorOf(locale))

/** 15 June 2026 is a Monday. Almaty keeps UTC+5 since 1 March 2024. */
const MONDAY_10_00 = Date.UTC(2026, 5, 15, 5)
const HOUR = 3_600_000

describe('createFormat', () => {
  it('writes numbers as each language does', () => {
    expect(formatIn('ru').number(12_345.6, 1)).toBe('12\u00A0345,6')
    expect(formatIn('kk').number(12_345.6, 1)).toBe('12\u00A0345,6')
    expect(formatIn('en').number(12_345.6, 1)).toBe('12,345.6')
  })

  it('writes a per cent with one digit, with a space before the sign in Russian only (CLDR)', () => {
    expect(formatIn('ru').percent(0.123)).toBe('12,3\u00A0%')
    expect(formatIn('kk').percent(0.123)).toBe('12,3%')
    expect(formatIn('en').percent(0.123)).toBe('12.3%')
  })

  it('signs a difference with a true minus, and zero with nothing', () => {
    expect([-3, 0, 2].map((value) => formatIn('ru').signed(value))).toEqual(['−3', '0', '+2'])
  })

  it('writes people whole, and a part of one to a tenth where there is one', () => {
    const { people, signedPeople } = formatIn('ru')
    expect([12, 0.5, 2.04, 0.96].map(people)).toEqual(['12', '0,5', '2', '1'])
    expect([-3, -0.5, 0.04, 1.25].map(signedPeople)).toEqual(['−3', '−0,5', '0', '+1,3'])
  })

  it('writes no minus before a zero that was rounded', () => {
    expect(formatIn('ru').number(-0.2)).toBe('0')
  })

  it('carries the doubt of a number', () => {
    expect(formatIn('en').withDoubt(411.7, 380.2, 446.6)).toBe('412 (380–447)')
  })

  it('says durations in the largest units that they fill', () => {
    const { duration } = formatIn('ru')
    expect([720, 3600, 131_400].map(duration)).toEqual(['12 мин', '1 ч', '36 ч 30 мин'])
  })

  it("shows an instant on the centre's clock, not on the reader's", () => {
    expect(formatIn('ru').weekdayTime(MONDAY_10_00)).toBe('пн 10:00')
    expect(formatIn('ru', 'UTC').weekdayTime(MONDAY_10_00)).toBe('пн 05:00')
  })

  it('names the offset of the moment: Almaty went from UTC+6 to UTC+5 on 1 March 2024', () => {
    const { offset } = formatIn('ru')
    expect(offset(Date.UTC(2024, 1, 1))).toBe('UTC+6')
    expect(offset(Date.UTC(2024, 2, 2))).toBe('UTC+5')
    expect(formatIn('ru', 'Asia/Kolkata').offset(MONDAY_10_00)).toBe('UTC+5:30')
  })

  it('names one day once in a range, and two days both', () => {
    const { weekdayRange } = formatIn('kk')
    expect(weekdayRange(MONDAY_10_00, MONDAY_10_00 + 1.5 * HOUR)).toBe('дс 10:00–11:30')
    expect(weekdayRange(MONDAY_10_00, MONDAY_10_00 + 22 * HOUR)).toBe('дс 10:00 – сс 08:00')
  })

  it('gives a range that ends at midnight to the day before: the end is outside', () => {
    const midnight = MONDAY_10_00 + 14 * HOUR
    expect(formatIn('ru').weekdayRange(midnight - HOUR, midnight)).toBe('пн 23:00–00:00')
  })

  it('says whole days without hours', () => {
    const start = MONDAY_10_00 - 10 * HOUR
    const { dateRange } = formatIn('en')
    expect(dateRange(start, start + 24 * HOUR)).toBe('Mon 15')
    expect(dateRange(start, start + 48 * HOUR)).toBe('Mon 15 – Tue 16')
    expect(dateRange(start, start + HOUR)).toBe('Mon 15, 00:00–01:00')
  })
})

describe('DATE_NAMES', () => {
  // Node carries the whole of CLDR, so here Intl is the reference that browsers lack for Kazakh.
  it.each(['kk', 'ru', 'en'] as const)('are those of CLDR in %s', (locale) => {
    const part = (type: string, options: Intl.DateTimeFormatOptions, ms: number): string =>
      new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
        .formatToParts(ms)
        .find((found) => found.type === type)?.value ?? ''
    const days = Array.from({ length: 7 }, (_, day) => Date.UTC(2026, 5, 15 + day))
    const months = Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, 5))
    const dayAndMonth = { day: 'numeric', month: 'long' } as const
    expect(DATE_NAMES[locale]).toEqual({
      weekdaysShort: days.map((ms) => part('weekday', { weekday: 'short' }, ms)),
      weekdays: days.map((ms) => part('weekday', { weekday: 'long' }, ms)),
      months: months.map((ms) => part('month', dayAndMonth, ms)),
      // CLDR begins a Kazakh month that stands alone with a capital, as a heading; in a sentence it has none.
      monthsAlone: months.map((ms) => {
        const name = part('month', { month: 'long' }, ms)
        return locale === 'kk' ? name.toLocaleLowerCase('kk') : name
      }),
    })
  })
})
