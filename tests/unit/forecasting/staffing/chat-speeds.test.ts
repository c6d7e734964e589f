import { expect, it } from 'vitest'

import { chatSpeeds, soloSeconds } from '#forecasting/staffing/chat-speeds.ts'

it('gives the default profile as far as the queue holds conversations', () => {
  expect(chatSpeeds(1)).toEqual([1])
  expect(chatSpeeds(3)).toEqual([1, 1.6, 2])
  expect(chatSpeeds(6)).toEqual([1, 1.6, 2, 2.3, 2.5, 2.6])
})

it('goes by the own profile of a queue, and adds no speed that nobody measured', () => {
  expect(chatSpeeds(4, [1, 1.8])).toEqual([1, 1.8, 1.8, 1.8])
  expect(chatSpeeds(2, [])).toEqual([1, 1.6])
})

// Three slots all in use: each conversation runs at 2/3 of an agent's speed alone. At 85 %, 2.55 are
// held, at 1.6 + 0.55 · 0.4 = 1.82 together. One slot has nobody to share with.
it('takes out of a measured handle time what the other conversations add', () => {
  expect(soloSeconds(300, [1, 1.6, 2], 1)).toBeCloseTo(200, 12)
  expect(soloSeconds(300, [1, 1.6, 2], 0.85)).toBeCloseTo((300 * 1.82) / 2.55, 12)
  expect(soloSeconds(300, [1], 0.85)).toBe(300)
  expect(soloSeconds(300, [1, 1.6, 2], 0.2)).toBe(300)
})
