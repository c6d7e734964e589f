import { expect, it } from 'vitest'

import { minutesPerDay } from '../../../../../client/features/people/second-job-draft.ts'

it('takes quarters of an hour, at most twelve hours', () => {
  expect(minutesPerDay({ hours: 4 })).toBe(240)
  expect(minutesPerDay({ hours: 0.25 })).toBe(15)
  expect(minutesPerDay({ hours: 12 })).toBe(720)
})

it('takes nothing else, and never makes a number of what is none', () => {
  for (const hours of ['', 'four', 0, -1, 2.37, 12.25, 99]) {
    expect(minutesPerDay({ hours })).toBeNull()
  }
})
