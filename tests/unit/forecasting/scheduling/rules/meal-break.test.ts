import { describe, expect, it } from 'vitest'

import { mealBreak } from '#forecasting/scheduling/rules/meal-break.ts'

import { HOUR, onePerson } from './one-person.ts'

describe('mealBreak', () => {
  it('is content with half an hour at the earliest time', () => {
    expect(
      mealBreak.check(
        onePerson([9 * HOUR], {
          shape: { paidMin: 510 },
          breaks: [{ kind: 'meal', at: 180, len: 30 }],
        }),
      ),
    ).toEqual([])
  })

  it('finds a long shift without a meal', () => {
    expect(
      mealBreak.check(onePerson([9 * HOUR], { shape: { paidMin: 540 }, breaks: [] })),
    ).toMatchObject([{ values: { meals: 0 } }])
  })

  it('asks for none in a shift a minute shorter than that', () => {
    expect(
      mealBreak.check(onePerson([9 * HOUR], { shape: { spanMin: 359, paidMin: 359 }, breaks: [] })),
    ).toEqual([])
  })

  it('finds a meal shorter than the law asks', () => {
    expect(
      mealBreak.check(
        onePerson([9 * HOUR], {
          shape: { paidMin: 511 },
          breaks: [{ kind: 'meal', at: 180, len: 29 }],
        }),
      ),
    ).toMatchObject([{ values: { lenMin: 29, mealMinLenMin: 30 } }])
  })

  it('calls the time of the meal a house rule', () => {
    expect(
      mealBreak.check(onePerson([9 * HOUR], { breaks: [{ kind: 'meal', at: 255, len: 60 }] })),
    ).toMatchObject([{ houseRule: true, values: { offsetMin: 255, mealLatestMin: 240 } }])
  })

  it('finds a shape whose paid time is not its span without meals', () => {
    expect(mealBreak.check(onePerson([9 * HOUR], { shape: { paidMin: 500 } }))).toMatchObject([
      { values: { paidMin: 480, shapePaidMin: 500 } },
    ])
  })
})
