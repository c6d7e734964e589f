import { createHmac } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import type { OperatorId, QueueId } from '#forecasting/kernel/units.ts'
import type { AlertRule } from '#server/features/alerts/alerts.schema.ts'
import { findAlerts, isQuietAt, type Situation } from '#server/features/alerts/find-alerts.ts'
import { signatureOf } from '#server/features/alerts/signature.ts'

const NOW_MS = Date.parse('2026-11-25T07:10:00Z')
const QUEUE = 'q1' as QueueId
const at = (minutes: number): string => new Date(NOW_MS + minutes * 60_000).toISOString()

/** Half-hours from ten minutes ago on, with their predicted waits; null grows without end. */
function situation(waits: readonly (number | null)[]): Situation {
  const contacts = { contacts: 40, low: 30, high: 50, ahtSeconds: 240 }
  return {
    nowMs: NOW_MS,
    hours: {
      at: at(0),
      date: '2026-11-25',
      dayEndsAt: '2026-11-25T19:00:00.000Z',
      missing: 0,
      unknownQueues: [],
      queues: [
        {
          queueId: QUEUE,
          code: 'voice',
          channel: 'voice',
          asaTargetSeconds: 60,
          lostShareTarget: 0.1,
          isCounted: true,
          volumeFactor: 1,
          handleFactor: 1,
          intervals: waits.map((asaSeconds, i) => ({
            from: at(-10 + 30 * i),
            to: at(20 + 30 * i),
            isOpen: true,
            isLeftOut: false,
            forecast: contacts,
            came: null,
            expected: contacts,
            staff: null,
            predicted: {
              required: 10,
              given: asaSeconds === null ? 5.4 : 9,
              asaSeconds,
              lostShare: asaSeconds === null ? null : asaSeconds / 1000,
              isOverloaded: asaSeconds === null,
            },
          })),
        },
      ],
    },
    board: {
      at: at(0),
      policyVersion: 0,
      published: true,
      feeds: [
        { code: 'pbx', silent: true, lastHeardAt: at(-5), missingBatches: 0 },
        { code: 'new', silent: true, lastHeardAt: null, missingBatches: 0 },
      ],
      rows: [
        {
          operatorId: 'p1' as OperatorId,
          name: 'Алия',
          personnelNumber: '1',
          team: null,
          canSignIn: true,
          activity: 'work',
          activityUntil: null,
          workPlace: null,
          next: null,
          state: 'meal',
          reason: null,
          since: at(-12),
          verdict: 'out',
          cause: 'table',
          outSince: at(-12),
          excusedUntil: null,
          severity: 0,
        },
      ],
    },
  }
}
const rule = (kind: AlertRule['kind'], threshold: number, more: Partial<AlertRule> = {}) => ({
  id: 'r',
  kind,
  threshold,
  aheadMinutes: 60,
  queueId: null,
  ...more,
})
const found = (about: ReturnType<typeof rule>, waits: readonly (number | null)[]) =>
  findAlerts(about, situation(waits)).map(({ subject, detail }) => [
    subject,
    detail.from,
    detail.value,
  ])

describe('findAlerts', () => {
  it('says once a queue the first interval whose wait is beyond the threshold', () => {
    expect(found(rule('wait', 60), [60, 61, 90])).toEqual([[QUEUE, at(20), 61]])
    expect(found(rule('wait', 60), [10, 60, 60])).toEqual([])
  })

  it('looks no further ahead than it was told, and at one queue when it was told which', () => {
    // The third half-hour begins in 50 minutes, the fourth in 80.
    expect(found(rule('wait', 60), [1, 1, 99])).toHaveLength(1)
    expect(found(rule('wait', 60), [1, 1, 1, 99])).toEqual([])
    expect(found(rule('wait', 60, { queueId: 'q2' as QueueId }), [99])).toEqual([])
  })

  it('takes a line that only grows for longer than any, without a figure', () => {
    expect(found(rule('wait', 9999), [null])).toEqual([[QUEUE, at(-10), null]])
  })

  it('counts missing people whole, and lost contacts as a share', () => {
    expect(found(rule('staffing', 5), [null])).toEqual([[QUEUE, at(-10), 5]])
    expect(found(rule('staffing', 6), [null])).toEqual([])
    expect(found(rule('lost', 0.05), [51])).toEqual([[QUEUE, at(-10), 0.051]])
  })

  it('tells a feed that fell silent from one that never spoke', () => {
    expect(found(rule('feed_silent', 299), [])).toEqual([['pbx', at(-5), 300]])
    expect(found(rule('feed_silent', 300), [])).toEqual([])
  })

  it('names whoever is out for longer', () => {
    expect(found(rule('person_out', 11), [])).toEqual([['p1', at(-12), 12]])
    expect(found(rule('person_out', 12), [])).toEqual([])
  })
})

describe('isQuietAt', () => {
  it.each([
    [null, 0, false],
    [{ fromMinutes: 600, toMinutes: 660 }, 599, false],
    [{ fromMinutes: 600, toMinutes: 660 }, 600, true],
    [{ fromMinutes: 600, toMinutes: 660 }, 660, false],
    // Over midnight.
    [{ fromMinutes: 1320, toMinutes: 420 }, 1330, true],
    [{ fromMinutes: 1320, toMinutes: 420 }, 10, true],
    [{ fromMinutes: 1320, toMinutes: 420 }, 420, false],
  ])('of %o at minute %i is %s', (quiet, minute, expected) => {
    expect(isQuietAt(quiet, minute)).toBe(expected)
  })
})

describe('signatureOf', () => {
  it('signs the second and the body', () => {
    const hmac = createHmac('sha256', 'secret').update('1764054600.{"a":1}').digest('hex')
    expect(signatureOf('{"a":1}', 'secret', 1_764_054_600_999)).toBe(`t=1764054600,v1=${hmac}`)
  })
})
