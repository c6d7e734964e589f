import { describe, expect, it } from 'vitest'

import { randomStream } from '#forecasting/kernel/random-stream.ts'

const firstDraws = (seed: number, label: string): number[] => {
  const random = randomStream(seed, label)
  return Array.from({ length: 5 }, () => random())
}

describe('randomStream', () => {
  it('gives the same numbers for the same seed and label', () => {
    expect(firstDraws(7, 'names')).toEqual(firstDraws(7, 'names'))
  })

  it('gives other numbers for another seed or another label', () => {
    const streams = [firstDraws(7, 'names'), firstDraws(8, 'names'), firstDraws(7, 'sites')]
    expect(new Set(streams.map((draws) => draws.join())).size).toBe(3)
  })
})
