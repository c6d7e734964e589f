import { describe, expect, it } from 'vitest'

import { weeklyRest } from '#forecasting/scheduling/rules/weekly-rest.ts'

import { DAY, HOUR, onePerson } from './one-person.ts'

describe('weeklyRest', () => {
  it('is content with exactly the rest at the end of the week', () => {
    expect(
      weeklyRest.check(
        onePerson([...[0, 1, 2, 3, 4].map((day) => day * DAY + 9 * HOUR), 5 * DAY - 3 * HOUR]),
      ),
    ).toEqual([])
  })

  it('finds half an hour less', () => {
    expect(
      weeklyRest.check(
        onePerson([...[0, 1, 2, 3, 4].map((day) => day * DAY + 9 * HOUR), 5 * DAY - 2 * HOUR - 30]),
      ),
    ).toMatchObject([{ values: { restMin: 2490, weeklyRestMin: 2520, week: 0 } }])
  })

  it('counts a shift that is still going on as the week begins', () => {
    expect(
      weeklyRest.check(
        onePerson([44 * HOUR, 4 * DAY, 6 * DAY], {
          operator: { history: { lastShiftEnd: 2 * HOUR, consecDays: 1, consecNights: 1 } },
        }),
      ),
    ).toEqual([])
  })
})
