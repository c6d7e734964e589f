import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { countRight, isPassed } from '#server/features/knowledge-tests/grade-attempt.ts'

const drawn = [
  { questionId: 'one', version: 1, order: [2, 0, 1] },
  { questionId: 'many', version: 1, order: [1, 3, 0, 2] },
]
/** Right: the first option of the one; the first and the last of the other. */
const rightOf = ({ questionId }: { readonly questionId: string }) =>
  questionId === 'one' ? [0] : [0, 3]
const count = (answers: Record<string, number[]>): number => countRight(drawn, answers, rightOf)

describe('counting what was answered right', () => {
  // Option 0 of the one stands second on the screen; 0 and 3 of the other third and second.
  it.each([
    ['all of both', { 0: [1], 1: [1, 2] }, 2],
    ['in whatever order it was chosen', { 0: [1], 1: [2, 1] }, 2],
    ['nothing answered', {}, 0],
    ['an answer taken back', { 0: [], 1: [1, 2] }, 1],
    ['a part of several', { 0: [1], 1: [1] }, 1],
    ['one too many', { 0: [1], 1: [1, 2, 0] }, 1],
    ['the position of the bank, not of the screen', { 0: [0], 1: [0, 3] }, 0],
  ])('is, with %s', (_, answers, right) => {
    expect(count(answers)).toBe(right)
  })

  it('does not depend on the order on the screen', () => {
    const orders = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 })
    fc.assert(
      fc.property(orders, fc.subarray([0, 1, 2, 3]), (order, chosen) => {
        const question = { questionId: 'many', version: 1, order }
        const shown = chosen.map((option) => order.indexOf(option))
        const expected = chosen.length === 2 && chosen.includes(0) && chosen.includes(3) ? 1 : 0
        expect(countRight([question], { 0: shown }, rightOf)).toBe(expected)
      }),
    )
  })
})

describe('the pass mark', () => {
  it.each([
    [8, 10, 0.8, true],
    [7, 10, 0.8, false],
    // 0.7 · 10 is 7.000000000000001 in binary: a person who has 7 of 10 has passed.
    [7, 10, 0.7, true],
    [14, 20, 0.7, true],
    [1, 1, 1, true],
    [0, 1, 0.01, false],
  ])('with %d of %d from %d is passed: %s', (right, of, share, passed) => {
    expect(isPassed(right, of, share)).toBe(passed)
  })

  it('is never lost by one more right answer', () => {
    const cases = fc.record({
      of: fc.integer({ min: 1, max: 200 }),
      right: fc.nat({ max: 199 }),
      share: fc.double({ min: 0.01, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(cases, ({ of, right, share }) => {
        const before = isPassed(Math.min(right, of), of, share)
        const after = isPassed(Math.min(right + 1, of), of, share)
        expect(after || !before).toBe(true)
        expect(isPassed(of, of, share)).toBe(true)
      }),
    )
  })
})
