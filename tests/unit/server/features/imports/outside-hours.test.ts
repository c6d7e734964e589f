import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  findOutsideHours,
  type OpeningHours,
} from '#server/features/imports/report/outside-hours.ts'

const HOURS_A_WEEK = 168
const WORKDAY = [{ fromMinutes: 540, toMinutes: 1_080 }]
const OPEN: OpeningHours = [WORKDAY, WORKDAY, WORKDAY, WORKDAY, WORKDAY, [], []]

function contacts(counts: Readonly<Record<number, number>>): number[] {
  return Array.from({ length: HOURS_A_WEEK }, (_, hour) => counts[hour] ?? 0)
}

describe('contacts outside the hours of a queue', () => {
  it('are told as stretches of a weekday, with how many they are', () => {
    // Monday 07–09 and 18–19, and Saturday noon; Monday 10–11 is open.
    const found = findOutsideHours(contacts({ 7: 3, 8: 4, 10: 50, 18: 2, 132: 1 }), OPEN)
    expect(found).toEqual([
      { weekday: 0, fromMinute: 420, toMinute: 540, contacts: 7 },
      { weekday: 0, fromMinute: 1_080, toMinute: 1_140, contacts: 2 },
      { weekday: 5, fromMinute: 720, toMinute: 780, contacts: 1 },
    ])
  })

  it('do not run from one day into the next', () => {
    const found = findOutsideHours(contacts({ 23: 1, 24: 1 }), OPEN)
    expect(found.map(({ weekday }) => weekday)).toEqual([0, 1])
  })

  it('leave a slot alone that is open for a part', () => {
    const half: OpeningHours = [[{ fromMinutes: 510, toMinutes: 540 }], [], [], [], [], [], []]
    expect(findOutsideHours(contacts({ 8: 9 }), half)).toEqual([])
  })

  it('are, with those inside, all that came', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(20), { minLength: HOURS_A_WEEK, maxLength: HOURS_A_WEEK }),
        (counts) => {
          const total = (hours: OpeningHours): number =>
            findOutsideHours(counts, hours).reduce((sum, one) => sum + one.contacts, 0)
          const inside = counts.filter((_, hour) => hour < 120 && hour % 24 >= 9 && hour % 24 < 18)
          const whole = counts.reduce((sum, count) => sum + count, 0)
          expect(total([[], [], [], [], [], [], []])).toBe(whole)
          expect(total(OPEN)).toBe(whole - inside.reduce((sum, count) => sum + count, 0))
        },
      ),
    )
  })
})
