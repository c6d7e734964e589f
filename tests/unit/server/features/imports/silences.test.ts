import { describe, expect, it } from 'vitest'

import { queueHistory } from '#forecasting/volume/history.ts'
import { findSilences } from '#server/features/imports/report/silences.ts'

const HALF_HOUR_MS = 1_800_000

/** Half-hours of 10 expected contacts each. */
function silences(
  offered: readonly number[],
  {
    usual = 10,
    isExpected = () => false,
  }: { usual?: number; isExpected?: (ms: number) => boolean } = {},
) {
  const rows = offered.map((count, at) => ({
    startMs: at * HALF_HOUR_MS,
    offered: count,
    handled: 0,
    handleSeconds: 0,
  }))
  const history = queueHistory({ queue: 'q', channel: 'voice' }, rows)
  return findSilences(history, () => usual, isExpected).map(({ startMs, endMs }) => [
    startMs / HALF_HOUR_MS,
    endMs / HALF_HOUR_MS,
  ])
}

describe('findSilences', () => {
  it('finds where almost nobody came, from the first quiet interval to the last', () => {
    expect(silences([9, 11, 0, 1, 0, 12, 8])).toEqual([[2, 5]])
  })

  it('needs twenty contacts that should have come', () => {
    expect(silences([9, 0, 12])).toEqual([])
    expect(silences([9, 0, 0, 12])).toEqual([[1, 3]])
    expect(silences([0, 0, 0, 0, 0, 0], { usual: 2 })).toEqual([])
    expect(
      silences(
        Array.from({ length: 100 }, () => 0),
        { usual: 0.5 },
      ),
    ).toEqual([])
  })

  it('says nothing of a quiet hour, of a holiday, or of an outage that is known', () => {
    expect(silences([9, 3, 2, 4, 11])).toEqual([])
    expect(silences([9, 0, 0, 0, 11], { isExpected: () => true })).toEqual([])
  })

  it('finds a silence with which the history ends', () => {
    expect(silences([9, 11, 0, 0, 0])).toEqual([[2, 5]])
  })
})
