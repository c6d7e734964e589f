import { expect, it } from 'vitest'

import { coverageOf } from '#server/features/intraday/hours/coverage.ts'

const MINUTE_MS = 60_000
const span = (from: number, to: number) => ({ startMs: from * MINUTE_MS, endMs: to * MINUTE_MS })
const intervals = [
  { ...span(0, 30), required: 2 },
  { ...span(30, 60), required: 3 },
  { ...span(60, 90), required: 1 },
]

it('averages plan and work over each interval, and work over what has passed of it', () => {
  const people = { planned: [span(0, 60), span(15, 90)], working: [span(0, 45), span(40, 45)] }
  const coverage = coverageOf(intervals, people, 45 * MINUTE_MS)
  // Half of the second person's first interval; 15 minutes of one and 5 of another in 15 that passed.
  expect(coverage.map(({ scheduled }) => scheduled)).toEqual([1.5, 2, 1])
  expect(coverage.map(({ working }) => working)).toEqual([1, 20 / 15, null])
})
