import { describe, expect, it } from 'vitest'

import { absences } from '#forecasting/scheduling/rules/absences.ts'

import { DAY, HOUR, onePerson } from './one-person.ts'

describe('absences', () => {
  it('is content when the leave begins as the shift ends', () => {
    expect(absences.check(onePerson([15 * HOUR], { operator: { leaveDays: [1] } }))).toEqual([])
  })

  it('finds a shift that reaches half an hour into a day of leave', () => {
    expect(
      absences.check(onePerson([15 * HOUR + 30], { operator: { leaveDays: [1] } })),
    ).toMatchObject([{ days: [0], values: { leaveDay: 1 } }])
  })

  it('is content with a shift between two absences', () => {
    expect(
      absences.check(
        onePerson([9 * HOUR], {
          operator: {
            unavailable: [
              [0, 9 * HOUR],
              [18 * HOUR, DAY],
            ],
          },
        }),
      ),
    ).toEqual([])
  })

  it('calls an absence that is no leave a house rule', () => {
    expect(
      absences.check(
        onePerson([9 * HOUR], { operator: { unavailable: [[17 * HOUR, 20 * HOUR]] } }),
      ),
    ).toMatchObject([{ houseRule: true, values: { unavailableFromMin: 17 * HOUR } }])
  })
})
