import { describe, expect, it } from 'vitest'

import { dailyHours } from '#forecasting/scheduling/rules/daily-hours.ts'

import { HOUR, onePerson } from './one-person.ts'

describe('dailyHours', () => {
  it('is content with exactly the daily maximum', () => {
    expect(dailyHours.check(onePerson([9 * HOUR], { contract: { dayMaxPaidMin: 480 } }))).toEqual(
      [],
    )
  })

  it('finds a minute above it', () => {
    expect(
      dailyHours.check(onePerson([9 * HOUR], { contract: { dayMaxPaidMin: 479 } })),
    ).toMatchObject([{ values: { paidMin: 480, dayMaxPaidMin: 479 } }])
  })

  it('adds up the shifts that start on one day', () => {
    expect(dailyHours.check(onePerson([0, 14 * HOUR]))).toMatchObject([
      { values: { paidMin: 960 } },
    ])
  })
})
