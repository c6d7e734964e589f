import { describe, expect, it } from 'vitest'

import { nightBan } from '#forecasting/scheduling/rules/night-ban.ts'

import { HOUR, onePerson } from './one-person.ts'

describe('nightBan', () => {
  it('is content with a shift that ends as the night begins', () => {
    expect(nightBan.check(onePerson([13 * HOUR], { operator: { nightBan: true } }))).toEqual([])
  })

  it('finds half an hour of the night', () => {
    expect(
      nightBan.check(onePerson([13 * HOUR + 30], { operator: { nightBan: true } })),
    ).toMatchObject([{ values: { nightMin: 30 } }])
  })

  it('lets the others work at night', () => {
    expect(nightBan.check(onePerson([22 * HOUR]))).toEqual([])
  })
})
