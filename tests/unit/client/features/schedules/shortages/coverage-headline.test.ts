import { describe, expect, it } from 'vitest'

import {
  coverageAnswer,
  shortages,
  surpluses,
} from '../../../../../../client/features/schedules/shortages/coverage-headline.ts'
import type { Locale } from '../../../../../../client/lib/i18n/catalogue.ts'
import { createFormat } from '../../../../../../client/lib/i18n/format.ts'
import { translatorOf } from '../../../../../../client/lib/i18n/translate.ts'

/** Monday 15 June 2026, 00:00 in Almaty (UTC+5). */
const MONDAY = Date.UTC(2026, 5, 14, 19)
const HALF_HOUR = 1_800_000

/** A week of half-hours that need 10 people and have them, but for the given ones. */
function weekWith(missing: Readonly<Record<number, number>>) {
  return Array.from({ length: 336 }, (_, at) => ({
    startMs: MONDAY + at * HALF_HOUR,
    endMs: MONDAY + (at + 1) * HALF_HOUR,
    required: 10,
    scheduled: 10 - (missing[at] ?? 0),
  }))
}

const words = (locale: Locale) => {
  const t = translatorOf(locale)
  return { t, format: createFormat(locale, 'Asia/Almaty', t) }
}

/** Tuesday 10:00 is half-hour 48 + 20. */
const TUESDAY_10 = 68

describe('shortages', () => {
  it('joins neighbours and keeps the worst of them', () => {
    const found = shortages(weekWith({ [TUESDAY_10]: 1, [TUESDAY_10 + 1]: 3 }))
    expect(found).toEqual([
      {
        startMs: MONDAY + TUESDAY_10 * HALF_HOUR,
        endMs: MONDAY + (TUESDAY_10 + 2) * HALF_HOUR,
        missing: 3,
      },
    ])
  })

  it('puts the worst first, and tells a part of a person to a tenth', () => {
    const found = shortages(weekWith({ 3: 0.2, 20: 2, 30: 0.04 }))
    expect(found.map(({ missing }) => missing)).toEqual([2, 0.2])
  })
})

describe('surpluses', () => {
  it('joins neighbours, tells the most of them, and knows no shortage', () => {
    const week = weekWith({ 3: -0.5, 4: -2, 20: 3, 30: -1 })
    expect(surpluses(week).map(({ startMs, extra }) => [startMs, extra])).toEqual([
      [MONDAY + 3 * HALF_HOUR, 2],
      [MONDAY + 30 * HALF_HOUR, 1],
    ])
  })
})

describe('coverageAnswer', () => {
  it('says yes when nobody is missing', () => {
    expect(coverageAnswer(weekWith({}), words('ru'))).toEqual({
      text: 'Да, каждый интервал',
      tone: 'covered',
    })
  })

  it.each([
    ['ru', 'Да, кроме вт 10:00–11:30 (−3)'],
    ['kk', 'Иә, мыналардан басқа: сс 10:00–11:30 (−3)'],
    ['en', 'Yes, except Tue 10:00–11:30 (−3)'],
  ] as const)('names the shortage in %s', (locale, text) => {
    const week = weekWith({ [TUESDAY_10]: 3, [TUESDAY_10 + 1]: 3, [TUESDAY_10 + 2]: 1 })
    expect(coverageAnswer(week, words(locale))).toEqual({ text, tone: 'under' })
  })

  it('does not make a whole person of a break', () => {
    expect(coverageAnswer(weekWith({ [TUESDAY_10]: 0.5 }), words('ru')).text).toBe(
      'Да, кроме вт 10:00–10:30 (−0,5)',
    )
  })

  it('names two shortages and counts the others', () => {
    const week = weekWith({ 20: 1, 30: 4, 70: 2, 100: 1 })
    expect(coverageAnswer(week, words('ru')).text).toBe(
      'Да, кроме пн 15:00–15:30 (−4), вт 11:00–11:30 (−2) и ещё 2 интервалов',
    )
  })

  it('says no when more than a tenth of the week is short', () => {
    // 34 of 336 half-hours are 10.1 %.
    const short = Object.fromEntries(Array.from({ length: 34 }, (_, at) => [at + 20, 2]))
    expect(coverageAnswer(weekWith(short), words('en')).text).toBe(
      'No, most are missing Mon 10:00 – Tue 03:00 (−2)',
    )
  })

  it('says yes all the same where the promise over the week is kept', () => {
    expect(coverageAnswer(weekWith({ 30: 4 }), words('ru'), true)).toEqual({
      text: 'Да, обещание за неделю сдержано',
      tone: 'covered',
    })
  })

  it('does not know without a schedule', () => {
    expect(coverageAnswer([], words('en')).tone).toBe('unknown')
  })
})
