import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { explainDay, explainMove } from '#forecasting/volume/day-explanation.ts'
import { DAY_PARTS, type DayPart } from '#forecasting/volume/day-kernel.ts'

type Parts = Record<DayPart, number>

const NONE = Object.fromEntries(DAY_PARTS.map((part) => [part, 0])) as Parts

/** A factor between 1/e and e, as days have. */
const factor = fc.double({ min: -1, max: 1, noNaN: true })
const parts = fc
  .record({
    trend: fc.double({ min: 0, max: 9, noNaN: true }),
    level: factor,
    weekday: factor,
    season: factor,
    monthDay: factor,
    special: factor,
    besideSpecial: factor,
  })
  .map((record): Parts => record)
const day = fc.record({ parts, volume: fc.double({ min: 0, max: 1e5, noNaN: true }) })

const total = (steps: readonly { readonly contacts: number }[]): number =>
  steps.reduce((sum, { contacts }) => sum + contacts, 0)

describe('explainDay', () => {
  it('gives a single effect all that it adds', () => {
    // exp(ln 100.5) − ½ = 100 contacts by trend; twice that less half a contact is 200.5.
    const told = explainDay({ ...NONE, trend: Math.log(100.5), weekday: Math.log(2) }, 200.5)
    expect(told.base).toBeCloseTo(100, 9)
    expect(told.steps.find(({ part }) => part === 'weekday')).toMatchObject({
      factor: expect.closeTo(2, 9),
      contacts: expect.closeTo(100.5, 9),
    })
    expect(told.rest).toBeCloseTo(0, 9)
  })

  it('gives two equal effects equal shares, whichever comes first', () => {
    const told = explainDay({ ...NONE, trend: 5, level: 0.2, monthDay: 0.2 }, 0)
    const share = (part: DayPart) => told.steps.find((step) => step.part === part)?.contacts
    expect(share('level')).toBeCloseTo(share('monthDay') ?? 0, 9)
  })

  it('adds up to the volume, whatever the parts are', () => {
    fc.assert(
      fc.property(day, ({ parts: own, volume }) => {
        const { base, steps, rest } = explainDay(own, volume)
        expect(base + total(steps) + rest).toBeCloseTo(volume, 5)
      }),
    )
  })
})

describe('explainMove', () => {
  it('adds up to the change', () => {
    fc.assert(
      fc.property(day, day, (before, after) => {
        const { steps, rest } = explainMove(before, after)
        expect(total(steps) + rest).toBeCloseTo(after.volume - before.volume, 5)
      }),
    )
  })

  it('blames nothing when nothing has changed', () => {
    const same = { parts: { ...NONE, trend: 4, level: 0.3 }, volume: 73 }
    expect(explainMove(same, same).steps.every(({ contacts }) => contacts === 0)).toBe(true)
  })

  it('turns around when the versions change places', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        const there = explainMove(a, b).steps
        const back = explainMove(b, a).steps
        there.forEach(({ contacts }, i) =>
          expect(contacts).toBeCloseTo(-(back[i]?.contacts ?? 0), 6),
        )
      }),
    )
  })
})
