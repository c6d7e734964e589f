import { describe, expect, it } from 'vitest'

import { daysInARow } from '#forecasting/scheduling/rules/days-in-a-row.ts'

import { DAY, HOUR, onePerson } from './one-person.ts'

describe('daysInARow', () => {
  it('is content with as many days in a row as allowed', () => {
    expect(daysInARow.check(onePerson([0, 1, 2, 3, 4].map((day) => day * DAY + 9 * HOUR)))).toEqual(
      [],
    )
  })

  it('finds one day more', () => {
    expect(
      daysInARow.check(onePerson([0, 1, 2, 3, 4, 5].map((day) => day * DAY + 9 * HOUR))),
    ).toMatchObject([{ values: { daysInARow: 6, maxConsecDays: 5 } }])
  })

  it('counts the days before the horizon', () => {
    expect(
      daysInARow.check(
        onePerson(
          [0, 1, 2, 3, 4].map((day) => day * DAY + 9 * HOUR),
          { operator: { history: { lastShiftEnd: -6 * HOUR, consecDays: 1, consecNights: 0 } } },
        ),
      ),
    ).toMatchObject([{ days: [0, 1, 2, 3, 4], values: { daysInARow: 6 } }])
  })

  it('begins anew after a day off', () => {
    expect(
      daysInARow.check(
        onePerson(
          [1, 2, 3, 4, 5].map((day) => day * DAY),
          { operator: { history: { lastShiftEnd: -6 * HOUR, consecDays: 5, consecNights: 0 } } },
        ),
      ),
    ).toEqual([])
  })
})
