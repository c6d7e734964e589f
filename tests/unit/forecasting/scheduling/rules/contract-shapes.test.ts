import { describe, expect, it } from 'vitest'

import { contractShapes } from '#forecasting/scheduling/rules/contract-shapes.ts'

import { HOUR, onePerson } from './one-person.ts'

describe('contractShapes', () => {
  it('is content with a shape of the contract', () => {
    expect(contractShapes.check(onePerson([9 * HOUR]))).toEqual([])
  })

  it('finds a shape that the contract does not have', () => {
    expect(
      contractShapes.check(onePerson([9 * HOUR], { contract: { shapes: ['night'] } })),
    ).toMatchObject([{ values: { shape: 'day', contract: 'full' } }])
  })
})
