import { describe, expect, it } from 'vitest'

import { periodHours } from '#forecasting/scheduling/rules/period-hours.ts'

import { DAY, HOUR, onePerson } from './one-person.ts'

describe('periodHours', () => {
  it('is content with exactly the maximum of the period', () => {
    expect(
      periodHours.check(onePerson([0, 1, 2, 3, 4].map((day) => day * DAY + 9 * HOUR))),
    ).toEqual([])
  })

  it('finds a minute above it', () => {
    expect(
      periodHours.check(
        onePerson(
          [0, 1, 2, 3, 4].map((day) => day * DAY + 9 * HOUR),
          { contract: { periodMaxPaidMin: 2399 } },
        ),
      ),
    ).toMatchObject([{ values: { paidMin: 2400, periodMaxPaidMin: 2399 } }])
  })

  it('finds weeks that hold too much together, where the period would hold it', () => {
    const weeks = (maxPaidMin: number, fromWeek = 0) =>
      periodHours.check(
        onePerson(
          [0, 1, 2, 7, 8].map((day) => day * DAY + 9 * HOUR),
          { operator: { weeksMaxPaidMin: [{ fromWeek, toWeek: fromWeek + 1, maxPaidMin }] } },
        ),
      )
    expect(weeks(1440)).toEqual([])
    expect(weeks(1439)).toMatchObject([
      { atMin: 0, days: [0, 1, 2], values: { paidMin: 1440, periodMaxPaidMin: 1439 } },
    ])
    expect(weeks(959, 1)).toMatchObject([{ atMin: 7 * DAY, days: [7, 8] }])
  })

  it('lowers the maximum by as much as leave lowers the target', () => {
    expect(
      periodHours.check(
        onePerson(
          [0, 1, 2, 3, 4].map((day) => day * DAY + 9 * HOUR),
          { operator: { periodTargetPaidMin: 2000 } },
        ),
      ),
    ).toMatchObject([{ values: { periodMaxPaidMin: 2000 } }])
  })
})
