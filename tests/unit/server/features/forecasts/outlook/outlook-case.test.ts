import { describe, expect, it } from 'vitest'

import type { QueueId } from '#forecasting/kernel/units.ts'
import { queueHistory } from '#forecasting/volume/history.ts'
import {
  believedHistory,
  outlookCase,
  type OutlookSource,
} from '#server/features/forecasts/outlook/outlook-case.ts'

const HOUR_MS = 3_600_000
const START_MS = Date.parse('2026-01-05T00:00:00Z')
const DAYS = 14
const starts = Array.from({ length: DAYS * 24 }, (_, i) => START_MS + i * HOUR_MS)
const offered = starts.map((_, i) => 10 + (i % 24))

const source = (part: Partial<OutlookSource> = {}): OutlookSource => ({
  queueId: 'queue' as QueueId,
  channel: 'voice',
  arrivals: {
    startSeconds: starts.map((ms) => ms / 1000).join(','),
    offered: offered.join(','),
  },
  calendar: { specialDays: [], excluded: [] },
  decisions: [],
  timezone: 'UTC',
  ...part,
})

describe('the case of an outlook', () => {
  it('is the same from contacts alone as from everything that is known of the queue', () => {
    const whole = queueHistory(
      { queue: 'queue', channel: 'voice' },
      starts.map((startMs, i) => ({
        startMs,
        offered: offered[i] as number,
        handled: 3,
        handleSeconds: 600,
      })),
    )
    const known = {
      calendar: { specialDays: [], excluded: [{ fromMs: START_MS, toMs: START_MS + HOUR_MS }] },
      decisions: [
        {
          fromMs: START_MS + 5 * HOUR_MS,
          toMs: START_MS + 6 * HOUR_MS,
          finding: 'outlier' as const,
          action: 'drop' as const,
          contacts: null,
        },
      ],
      timezone: 'UTC',
    }
    const { history } = outlookCase(source(known))
    const expected = believedHistory(whole, known).history
    expect(history.startMs).toEqual(expected.startMs)
    expect(history.offered).toEqual(expected.offered)
    expect(history.startMs).toHaveLength(DAYS * 24 - 2)
    expect(history.stepMinutes).toBe(60)
  })

  it('reads instants and counts as they were written', () => {
    const { history } = outlookCase(
      source({ arrivals: { startSeconds: '1767571200,1767573000', offered: '4,0.5' } }),
    )
    expect([...history.startMs]).toEqual([1_767_571_200_000, 1_767_573_000_000])
    expect([...history.offered]).toEqual([4, 0.5])
  })
})
