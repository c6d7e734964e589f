import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addDays, localDate } from '#forecasting/kernel/calendar.ts'
import { drawBinomial } from '#forecasting/kernel/draw-binomial.ts'
import { drawGamma } from '#forecasting/kernel/draw-gamma.ts'
import { mulberry32 } from '#forecasting/kernel/random.ts'
import { contactShares, type CountedDay } from '#forecasting/volume/contact-shares.ts'
import { partsOfDay } from '#forecasting/volume/share-bands.ts'

const MONDAY = localDate('2026-01-05')

/** Days of two languages; `alike` is the correlation of two contacts of one day (beta-binomial). */
function languageDays(
  count: number,
  order: {
    readonly contacts: number
    readonly share: number
    readonly alike?: number
    readonly seed?: number
  },
): CountedDay[] {
  const { contacts, share, alike = 0, seed = 1 } = order
  const random = mulberry32(seed)
  const strength = alike === 0 ? Infinity : 1 / alike - 1
  return Array.from({ length: count }, (_, day) => {
    const a = strength === Infinity ? share : drawGamma(random, share * strength)
    const b = strength === Infinity ? 1 - share : drawGamma(random, (1 - share) * strength)
    const kk = drawBinomial(random, contacts, a / (a + b))
    return {
      date: addDays(MONDAY, day),
      contacts: new Map([
        ['kk', kk],
        ['ru', contacts - kk],
      ]),
    }
  })
}

function estimated(days: readonly CountedDay[], before = addDays(MONDAY, days.length)) {
  const shares = contactShares(days, before)
  if (shares.kind !== 'estimated') throw new Error('too few days')
  return shares
}

const USUAL_DAY = { mean: 400, quantiles: [300, 320, 340, 370, 400, 430, 465, 490, 515] }

describe('contactShares', () => {
  it('sums to 1 on every weekday, whatever was counted, and so do its parts to the volume', () => {
    const day = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(500))
    fc.assert(
      fc.property(fc.array(day, { minLength: 20, maxLength: 60 }), fc.nat(6), (list, weekday) => {
        const days = list.map((contacts, at) => ({
          date: addDays(MONDAY, at),
          contacts: new Map(Object.entries(contacts)),
        }))
        const shares = contactShares(days, addDays(MONDAY, list.length))
        if (shares.kind !== 'estimated') return
        for (const own of shares.byWeekday) {
          expect(own.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
        }
        const parts = partsOfDay(shares, weekday, USUAL_DAY)
        expect(parts.reduce((sum, { contacts }) => sum + contacts, 0)).toBeCloseTo(400, 6)
        for (const { share, shareQuantiles, contacts, contactsQuantiles } of parts) {
          for (const [value, quantiles] of [
            [share, shareQuantiles],
            [contacts, contactsQuantiles],
          ] as const) {
            expect(quantiles).toEqual(quantiles.toSorted((x, y) => x - y))
            expect(quantiles[0]).toBeLessThanOrEqual(value)
            expect(quantiles[8]).toBeGreaterThanOrEqual(value)
          }
          expect(shareQuantiles[0]).toBeGreaterThanOrEqual(0)
          expect(shareQuantiles[8]).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('keeps what a weekday has of its own', () => {
    const days = languageDays(84, { contacts: 400, share: 0.5 }).map((day, at) =>
      at % 7 < 5
        ? day
        : {
            ...day,
            contacts: new Map([
              ['kk', 320],
              ['ru', 80],
            ]),
          },
    )
    const { byWeekday, names } = estimated(days)
    const kk = names.indexOf('kk')
    expect(byWeekday[0]?.[kk]).toBeCloseTo(0.5, 1)
    expect(byWeekday[6]?.[kk]).toBeGreaterThan(0.76)
  })

  it('follows a share that has changed: after six weeks more than half of the way', () => {
    const before = languageDays(140, { contacts: 300, share: 0.3 })
    const after = languageDays(42, { contacts: 300, share: 0.5, seed: 2 })
    const days = [
      ...before,
      ...after.map((day, at) => ({ ...day, date: addDays(MONDAY, 140 + at) })),
    ]
    const { byWeekday, names } = estimated(days)
    expect(byWeekday[2]?.[names.indexOf('kk')]).toBeGreaterThan(0.4)
  })

  it('learns how much alike the contacts of a day are', () => {
    const alone = estimated(languageDays(182, { contacts: 500, share: 0.4 }))
    expect(alone.overdispersion).toBeLessThan(0.002)
    // Moments of 182 days, the strangest twentieth left out: a quarter less than the truth is usual.
    const alike = estimated(languageDays(182, { contacts: 500, share: 0.4, alike: 0.02 }))
    expect(alike.overdispersion).toBeGreaterThan(0.011)
    expect(alike.overdispersion).toBeLessThan(0.027)
  })

  it('is surer the longer the history is', () => {
    const width = (days: number): number => {
      const [part] = partsOfDay(
        estimated(languageDays(days, { contacts: 60, share: 0.4 })),
        1,
        USUAL_DAY,
      )
      return (part?.shareQuantiles[6] ?? 1) - (part?.shareQuantiles[2] ?? 0)
    }
    expect(width(56)).toBeLessThan(width(21))
    expect(width(182)).toBeLessThan(width(56))
  })

  it.each([
    { contacts: 80, alike: 0 },
    { contacts: 400, alike: 0.01 },
  ])('has 80 and 95 % of the days of next week inside its bands ($contacts, $alike)', (order) => {
    let [inside80, inside95, all] = [0, 0, 0]
    for (let seed = 1; seed <= 60; seed++) {
      const days = languageDays(98, { ...order, share: 0.35, seed })
      const shares = estimated(days, addDays(MONDAY, 91))
      const kk = shares.names.indexOf('kk')
      days.slice(91).forEach(({ contacts }, weekday) => {
        const quantiles = partsOfDay(shares, weekday, { mean: order.contacts, quantiles: [] })[kk]
          ?.shareQuantiles as number[]
        const share = (contacts.get('kk') ?? 0) / order.contacts
        all++
        if (share >= (quantiles[2] as number) && share <= (quantiles[6] as number)) inside80++
        if (share >= (quantiles[0] as number) && share <= (quantiles[8] as number)) inside95++
      })
    }
    expect(inside80 / all).toBeGreaterThan(0.74)
    expect(inside80 / all).toBeLessThan(0.88)
    expect(inside95 / all).toBeGreaterThan(0.91)
    expect(inside95 / all).toBeLessThan(0.985)
  })

  it('tells small names together, the largest first', () => {
    const names = Array.from({ length: 14 }, (_, at) => `topic ${at}`)
    const days = Array.from({ length: 30 }, (_, day) => ({
      date: addDays(MONDAY, day),
      contacts: new Map(names.map((name, at) => [name, 100 - 5 * at])),
    }))
    const shares = estimated(days)
    expect(shares.names).toEqual([...names.slice(0, 10), null])
    // 50 + 45 + 40 + 35 of 945.
    expect(shares.byWeekday[0]?.[10]).toBeCloseTo(170 / 945, 9)
  })

  it('says nothing of two weeks that were not told, and looks at no day of the forecast', () => {
    const days = languageDays(20, { contacts: 100, share: 0.5 })
    expect(contactShares(days, addDays(MONDAY, 13))).toEqual({ kind: 'too_few_days', days: 13 })
    expect(contactShares(days, addDays(MONDAY, 14)).kind).toBe('estimated')
  })

  it('refuses counts that are none', () => {
    const day = { date: MONDAY, contacts: new Map([['kk', -1]]) }
    expect(() => contactShares([day], addDays(MONDAY, 1))).toThrow(RangeError)
  })
})
