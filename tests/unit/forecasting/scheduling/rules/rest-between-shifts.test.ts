import { describe, expect, it } from 'vitest'

import { restBetweenShifts } from '#forecasting/scheduling/rules/rest-between-shifts.ts'

import { HOUR, onePerson } from './one-person.ts'

describe('restBetweenShifts', () => {
  it('is content with exactly the rest', () => {
    expect(restBetweenShifts.check(onePerson([9 * HOUR, 30 * HOUR]))).toEqual([])
  })

  it('finds a minute less', () => {
    expect(restBetweenShifts.check(onePerson([9 * HOUR, 30 * HOUR - 1]))).toMatchObject([
      { days: [0, 1], values: { restMin: 719, minRestMin: 720 } },
    ])
  })

  it('counts the shift before the horizon', () => {
    expect(
      restBetweenShifts.check(
        onePerson([9 * HOUR], {
          operator: { history: { lastShiftEnd: 0, consecDays: 1, consecNights: 0 } },
        }),
      ),
    ).toMatchObject([{ days: [0], values: { restMin: 540 } }])
  })
})
