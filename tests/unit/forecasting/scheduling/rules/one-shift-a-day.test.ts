import { describe, expect, it } from 'vitest'

import { oneShiftADay } from '#forecasting/scheduling/rules/one-shift-a-day.ts'

import { DAY, onePerson } from './one-person.ts'

describe('oneShiftADay', () => {
  it('is content with a shift on each of two days', () => {
    expect(oneShiftADay.check(onePerson([0, DAY]))).toEqual([])
  })

  it('finds a second shift that starts before midnight', () => {
    expect(oneShiftADay.check(onePerson([0, DAY - 30]))).toMatchObject([{ days: [0] }])
  })
})
