import { describe, expect, it } from 'vitest'

import { nightsInARow } from '#forecasting/scheduling/rules/nights-in-a-row.ts'

import { DAY, HOUR, onePerson } from './one-person.ts'

describe('nightsInARow', () => {
  it('is content with as many nights in a row as allowed', () => {
    expect(nightsInARow.check(onePerson([22 * HOUR, DAY + 22 * HOUR]))).toEqual([])
  })

  it('finds one night more', () => {
    expect(
      nightsInARow.check(onePerson([22 * HOUR, DAY + 22 * HOUR, 2 * DAY + 22 * HOUR])),
    ).toMatchObject([{ days: [0, 1, 2], values: { nightsInARow: 3, maxConsecNights: 2 } }])
  })

  it('counts the nights before the horizon', () => {
    expect(
      nightsInARow.check(
        onePerson([22 * HOUR, DAY + 22 * HOUR], {
          operator: { history: { lastShiftEnd: 7 * HOUR, consecDays: 1, consecNights: 1 } },
        }),
      ),
    ).toMatchObject([{ values: { nightsInARow: 3 } }])
  })

  it('begins anew after a day shift', () => {
    expect(
      nightsInARow.check(
        onePerson([22 * HOUR, DAY + 22 * HOUR, 3 * DAY + 9 * HOUR, 4 * DAY + 22 * HOUR]),
      ),
    ).toEqual([])
  })

  it('does not count a shift with less than two hours of the night', () => {
    expect(
      nightsInARow.check(
        onePerson([14 * HOUR + 30, DAY + 14 * HOUR + 30, 2 * DAY + 14 * HOUR + 30]),
      ),
    ).toEqual([])
  })
})
