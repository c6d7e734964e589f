import { describe, expect, it } from 'vitest'

import { daysOff } from '#forecasting/scheduling/rules/days-off.ts'

import { DAY, HOUR, onePerson } from './one-person.ts'

const on = (days: readonly number[]) => days.map((day) => day * DAY + 9 * HOUR)
const FIVE = { contract: { weekMaxDays: 5 } }

describe('daysOff', () => {
  it('is content with fewer days than the contract allows, and with any without a limit', () => {
    expect(daysOff.check(onePerson(on([0, 2, 4]), FIVE))).toEqual([])
    expect(daysOff.check(onePerson(on([0, 1, 2, 3, 4, 5, 6])))).toEqual([])
  })

  it('is content with exactly as many', () => {
    expect(daysOff.check(onePerson(on([0, 1, 2, 4, 6]), FIVE))).toEqual([])
  })

  it('finds the first day too many of a week', () => {
    expect(daysOff.check(onePerson(on([0, 1, 2, 3, 4, 6]), FIVE))).toEqual([
      {
        atMin: 6 * DAY,
        days: [0, 1, 2, 3, 4, 6],
        values: { workedDays: 6, weekMaxDays: 5, week: 0 },
      },
    ])
  })

  it('counts each calendar week by itself', () => {
    expect(daysOff.check(onePerson(on([2, 3, 4, 5, 6, 7, 8]), FIVE))).toEqual([])
  })
})
