import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { randomStream } from '#forecasting/kernel/random-stream.ts'
import { drawTraffic, type Traffic } from '#forecasting/simulation/draw-traffic.ts'
import {
  recordDay,
  type RecordedEvent,
  type RecordedPerson,
} from '#forecasting/simulation/record-day.ts'

const traffic = (
  calls: readonly (readonly [at: number, work: number, patience: number])[],
): Traffic => ({
  count: calls.length,
  atSeconds: Float64Array.from(calls, ([at]) => at),
  queue: new Uint16Array(calls.length),
  work: Float64Array.from(calls, ([, work]) => work),
  patience: Float64Array.from(calls, ([, , patience]) => patience),
})
const person = (
  start: number,
  end: number,
  ...breaks: readonly (readonly [number, number])[]
): RecordedPerson => ({
  name: 'p',
  queues: [0],
  spans: [
    {
      startSeconds: start,
      endSeconds: end,
      breaks: breaks.map(([startSeconds, endSeconds]) => ({
        startSeconds,
        endSeconds,
        reason: 'meal',
      })),
    },
  ],
})
const shown = (events: readonly RecordedEvent[]): string[] =>
  events.map((event) => `${event.atSeconds} ${event.kind}`)

describe('recordDay', () => {
  it('gives the second call to whoever ends the first', () => {
    const events = recordDay(
      traffic([
        [10, 60, 500],
        [20, 30, 500],
      ]),
      [person(0, 600)],
    )
    expect(shown(events)).toEqual([
      '0 join',
      '10 enter',
      '10 connect',
      '20 enter',
      '70 complete',
      '70 connect',
      '100 complete',
      '600 leave',
    ])
    expect(events[5]).toMatchObject({ call: 1, waitSeconds: 50 })
    expect(events[6]).toMatchObject({ waitSeconds: 50, talkSeconds: 30 })
  })

  it('loses whoever has no patience left', () => {
    const events = recordDay(
      traffic([
        [10, 60, 500],
        [20, 30, 25],
      ]),
      [person(0, 600)],
    )
    expect(events.find(({ kind }) => kind === 'abandon')).toMatchObject({
      atSeconds: 45,
      waitSeconds: 25,
    })
  })

  it('lets a conversation end before the break is kept and before anybody goes home', () => {
    const events = recordDay(
      traffic([
        [90, 60, 500],
        [580, 60, 500],
      ]),
      [person(0, 600, [100, 300])],
    )
    expect(shown(events)).toEqual([
      '0 join',
      '90 enter',
      '90 connect',
      '100 pause',
      '150 complete',
      '300 unpause',
      '580 enter',
      '580 connect',
      '640 complete',
      '640 leave',
    ])
  })

  it('ends every call once, and gives nobody two at a time', () => {
    const settings = {
      intervalSeconds: 900,
      volumeCv: 0,
      queues: [0, 1].map(() => ({
        kind: 'call' as const,
        contacts: [30, 50, 20],
        handleSeconds: [120, 120, 120],
        handleCv: 1,
        patienceSeconds: 90,
        redialShare: 0,
        redialSeconds: 0,
        thresholdSeconds: 60,
        priority: 0,
      })),
      groups: [],
    }
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 1, max: 15 }),
        (seed, count) => {
          const people = Array.from({ length: count }, (_, i) => ({
            ...person(i * 10, 2700 - i * 5, [900 + i, 1000 + i]),
            queues: i % 3 === 0 ? [0, 1] : [i % 2],
          }))
          const calls = drawTraffic(settings, randomStream(seed, 'traffic'))
          const events = recordDay(calls, people)
          expect(events.map(({ atSeconds }) => atSeconds)).toEqual(
            events.map(({ atSeconds }) => atSeconds).toSorted((a, b) => a - b),
          )
          const ends = events.filter(({ kind }) => kind === 'complete' || kind === 'abandon')
          expect(ends).toHaveLength(calls.count)
          const connects = events.filter((event) => event.kind === 'connect')
          expect(connects.every(({ waitSeconds }) => waitSeconds >= 0)).toBe(true)
          const served = connects.every(({ person: one, queue }) =>
            people[one]?.queues.includes(queue),
          )
          expect(served).toBe(true)
          expect(mostCallsAtOnce(events)).toBeLessThanOrEqual(1)
        },
      ),
      { numRuns: 40 },
    )
  })
})

/** The most conversations that anybody has at one time. */
function mostCallsAtOnce(events: readonly RecordedEvent[]): number {
  const calls = new Map<number, number>()
  let most = 0
  for (const event of events) {
    if (event.kind !== 'connect' && event.kind !== 'complete') continue
    const now = (calls.get(event.person) ?? 0) + (event.kind === 'connect' ? 1 : -1)
    calls.set(event.person, now)
    most = Math.max(most, now)
  }
  return most
}
