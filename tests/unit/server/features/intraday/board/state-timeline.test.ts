import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { stateNamed } from '#server/features/intraday/board/state-names.ts'
import {
  stateTimeline,
  type TimelineEvent,
} from '#server/features/intraday/board/state-timeline.ts'
import { missingBatches } from '#server/features/intraday/ingest/ingest.service.ts'

const MINUTE_MS = 60_000
const span = (from: number, to: number) => ({ startMs: from * MINUTE_MS, endMs: to * MINUTE_MS })
const event = (minute: number, state: string, feedId = 'a'): TimelineEvent => ({
  atMs: minute * MINUTE_MS,
  state,
  reason: null,
  feedId,
})
const window = span(0, 100)

describe('stateTimeline', () => {
  it('lets a state last until the next, and knows nothing before the first', () => {
    expect(stateTimeline([event(10, 'ready'), event(40, 'meal')], new Map(), window)).toEqual({
      states: [
        { ...span(10, 40), state: 'ready', reason: null },
        { ...span(40, 100), state: 'meal', reason: null },
      ],
      silences: [span(0, 10)],
    })
  })

  it('begins with the state of before the window', () => {
    const { states, silences } = stateTimeline([event(-50, 'ready')], new Map(), window)
    expect(states).toMatchObject([{ ...span(0, 100), state: 'ready' }])
    expect(silences).toEqual([])
  })

  it('knows nothing from a silence on until somebody says something', () => {
    const silences = new Map([['a', [span(20, 30)]]])
    expect(stateTimeline([event(0, 'ready'), event(50, 'ready')], silences, window)).toEqual({
      states: [
        { ...span(0, 20), state: 'ready', reason: null },
        { ...span(50, 100), state: 'ready', reason: null },
      ],
      silences: [span(20, 50)],
    })
  })

  it('lets a silence begin a little before its last event: two clocks differ', () => {
    const silences = new Map([['a', [{ startMs: 20 * MINUTE_MS - 2000, endMs: 30 * MINUTE_MS }]]])
    expect(stateTimeline([event(20, 'ready')], silences, window).states).toEqual([])
  })

  it('leaves people of another feed alone', () => {
    const silences = new Map([['b', [span(20, 30)]]])
    expect(stateTimeline([event(0, 'ready')], silences, window).silences).toEqual([])
  })

  it('says everything about every moment once: a state or that nothing is known', () => {
    const times = fc.uniqueArray(fc.integer({ min: -20, max: 120 }), { maxLength: 12 })
    fc.assert(
      fc.property(times, times, (at, silent) => {
        const events = at
          .toSorted((a, b) => a - b)
          .map((ms, i) => event(ms, ['ready', 'meal', 'paused'][i % 3] ?? ''))
        const edges = silent.toSorted((a, b) => a - b)
        const silences = edges.flatMap((startMs, i) =>
          i % 2 === 0 && edges[i + 1] !== undefined ? [span(startMs, edges[i + 1] ?? 0)] : [],
        )
        const timeline = stateTimeline(events, new Map([['a', silences]]), window)
        const parts = [...timeline.states, ...timeline.silences].toSorted(
          (a, b) => a.startMs - b.startMs,
        )
        expect(parts.reduce((ms, part) => ms + part.endMs - part.startMs, 0)).toBe(100 * MINUTE_MS)
        parts.slice(1).forEach((part, i) => expect(part.startMs).toBe(parts[i]?.endMs))
      }),
    )
  })
})

describe('stateNamed', () => {
  it.each([
    ['Available', 'available'],
    ['ON CONTACT', 'on_contact'],
    ['notResponding', 'not_responding'],
    ['Обед', 'meal'],
    ['levitating', null],
    ['constructor', null],
  ])('takes %s for %s', (reported, ours) => {
    expect(stateNamed(reported, { Обед: 'meal' })).toBe(ours)
  })
})

describe('missingBatches', () => {
  it.each([
    ['the next one', 4, 5, 0],
    ['a jump over two', 4, 7, 2],
    ['one that came later', 7, 5, -1],
    ['the first', null, 9, 0],
    ['a feed without numbers', 4, null, 0],
  ])('counts %s', (_, last, sequence, missing) => {
    expect(missingBatches(last, sequence)).toBe(missing)
  })
})
