import { describe, expect, it } from 'vitest'

import { weeklyHours } from '#forecasting/scheduling/rules/weekly-hours.ts'

import { DAY, HOUR, onePerson } from './one-person.ts'

describe('weeklyHours', () => {
  it('is content with exactly the weekly maximum', () => {
    expect(
      weeklyHours.check(onePerson([0, 1, 2, 3, 4].map((day) => day * DAY + 9 * HOUR))),
    ).toEqual([])
  })

  it('finds a minute above it', () => {
    expect(
      weeklyHours.check(
        onePerson(
          [0, 1, 2, 3, 4].map((day) => day * DAY + 9 * HOUR),
          { contract: { weekMaxPaidMin: 2399 } },
        ),
      ),
    ).toMatchObject([{ values: { paidMin: 2400, weekMaxPaidMin: 2399, week: 0 } }])
  })

  it('counts a shift in the week in which it starts', () => {
    expect(
      weeklyHours.check(onePerson([2, 3, 4, 5, 6, 7].map((day) => day * DAY + 20 * HOUR))),
    ).toEqual([])
  })

  it('holds a person to their own maximum of a week, and to no other week’s', () => {
    const starts = [0, 1, 2].map((day) => day * DAY + 9 * HOUR)
    const own = (weekMaxPaidMin: readonly number[]) => ({ operator: { weekMaxPaidMin } })
    expect(weeklyHours.check(onePerson(starts, own([1440, 0])))).toEqual([])
    expect(weeklyHours.check(onePerson(starts, own([1439, 2400])))).toMatchObject([
      { values: { paidMin: 1440, weekMaxPaidMin: 1439 } },
    ])
  })
})
