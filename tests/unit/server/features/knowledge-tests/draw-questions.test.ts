import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  type BankQuestion,
  drawQuestions,
} from '#server/features/knowledge-tests/draw-questions.ts'

const bankOf = (size: number, optionCount = 4): BankQuestion[] =>
  Array.from({ length: size }, (_, at) => ({
    questionId: `q${String(at).padStart(3, '0')}`,
    version: 1,
    optionCount,
  }))
const draws = fc
  .record({ size: fc.integer({ min: 1, max: 60 }), seed: fc.integer() })
  .chain(({ size, seed }) =>
    fc.record({
      size: fc.constant(size),
      seed: fc.constant(seed),
      count: fc.integer({ min: 1, max: size }),
    }),
  )

describe('drawing questions', () => {
  it('takes as many as are asked for, none twice, each with all of its options', () => {
    fc.assert(
      fc.property(draws, ({ size, seed, count }) => {
        const drawn = drawQuestions(bankOf(size), count, seed)
        expect(drawn).toHaveLength(count)
        expect(new Set(drawn.map(({ questionId }) => questionId)).size).toBe(count)
        for (const { order } of drawn) {
          expect(order.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3])
        }
      }),
    )
  })

  it('draws the same for the same seed, in whatever order the bank comes', () => {
    fc.assert(
      fc.property(draws, ({ size, seed, count }) => {
        const bank = bankOf(size)
        expect(drawQuestions(bank.toReversed(), count, seed)).toEqual(
          drawQuestions(bank, count, seed),
        )
      }),
    )
  })

  it('is fair: of 20 questions 5 are drawn, so each comes in a quarter of the draws', () => {
    const rounds = 4000
    const came = new Map<string, number>()
    const firstShown = [0, 0, 0, 0]
    for (let seed = 0; seed < rounds; seed++) {
      for (const { questionId, order } of drawQuestions(bankOf(20), 5, seed)) {
        came.set(questionId, (came.get(questionId) ?? 0) + 1)
        const [first = 0] = order
        firstShown[first] = (firstShown[first] ?? 0) + 1
      }
    }
    // Binomial(4000, 1/4) has a standard deviation of 27.4: five of them leave no room for a bias.
    for (const count of came.values()) expect(Math.abs(count - rounds / 4)).toBeLessThan(137)
    // 20,000 drawn questions, four options: a standard deviation of 61.2.
    for (const count of firstShown) expect(Math.abs(count - 5000)).toBeLessThan(306)
  })

  it('refuses to draw more than there are', () => {
    expect(() => drawQuestions(bankOf(3), 4, 1)).toThrow(RangeError)
    expect(() => drawQuestions([], 0, 1)).toThrow(RangeError)
  })
})
