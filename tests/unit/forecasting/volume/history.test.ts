import { describe, expect, it } from 'vitest'

import { historyBefore, queueHistory } from '#forecasting/volume/history.ts'

const NAME = { queue: 'q', channel: 'voice' }
const HALF_HOUR = 1_800_000
const row = (startMs: number, offered: number, handled = 0) => ({
  startMs,
  offered,
  handled,
  handleSeconds: handled * 100,
})

describe('queueHistory', () => {
  it('sorts, counts a row that was exported twice once, and sums parts of an interval', () => {
    const history = queueHistory(NAME, [
      row(HALF_HOUR, 5),
      row(0, 3),
      row(0, 3),
      row(0, 4, 2),
      row(2 * HALF_HOUR, 1),
    ])
    expect([...history.startMs]).toEqual([0, HALF_HOUR, 2 * HALF_HOUR])
    expect([...history.offered]).toEqual([7, 5, 1])
    expect([...history.handleSeconds]).toEqual([200, 0, 0])
    expect(history.stepMinutes).toBe(30)
  })

  it('finds the step in spite of gaps', () => {
    const starts = [0, 1, 2, 3, 40, 41, 42].map((quarter) => quarter * 900_000)
    expect(
      queueHistory(
        NAME,
        starts.map((startMs) => row(startMs, 1)),
      ).stepMinutes,
    ).toBe(15)
  })

  it('refuses to be empty', () => {
    expect(() => queueHistory(NAME, [])).toThrow(RangeError)
  })
})

describe('historyBefore', () => {
  it('keeps what starts before the instant, in every column', () => {
    const before = historyBefore(queueHistory(NAME, [row(0, 1, 1), row(HALF_HOUR, 2)]), HALF_HOUR)
    expect([...before.offered]).toEqual([1])
    expect([...before.handleSeconds]).toEqual([100])
  })
})
