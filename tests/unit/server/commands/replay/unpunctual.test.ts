import fc from 'fast-check'
import { expect, it } from 'vitest'

import { randomStream } from '#forecasting/kernel/random-stream.ts'
import type { RecordedPerson } from '#forecasting/simulation/record-day.ts'
import { unpunctual } from '#server/commands/replay/unpunctual.ts'

const meal = { startSeconds: 14_400, endSeconds: 16_200, reason: 'meal' }
const team = (size: number, breaks = [meal]): RecordedPerson[] =>
  Array.from({ length: size }, (_, i) => ({
    name: String(1001 + i),
    queues: [0],
    spans: [{ startSeconds: 0, endSeconds: 32_400, breaks }],
  }))

it('leaves everybody as planned for a share of nothing', () => {
  expect(unpunctual(team(50), 0, randomStream(1, 'test'))).toEqual(team(50))
})

it('changes every shift for a share of all, each within itself and by twenty minutes at most', () => {
  fc.assert(
    fc.property(fc.integer(), fc.boolean(), (seed, hasBreak) => {
      const planned = team(20, hasBreak ? [meal] : [])
      for (const [i, { spans }] of unpunctual(planned, 1, randomStream(seed, 'test')).entries()) {
        const [span] = spans
        const [before] = planned[i]?.spans ?? []
        if (span === undefined || before === undefined) throw new Error('a shift is missing')
        expect(span).not.toEqual(before)
        const edges = [
          span.startSeconds,
          ...span.breaks.flatMap(({ startSeconds, endSeconds }) => [startSeconds, endSeconds]),
          span.endSeconds,
        ]
        expect(edges).toEqual(edges.toSorted((a, b) => a - b))
        const worked = (one: typeof span): number =>
          one.endSeconds -
          one.startSeconds -
          one.breaks.reduce(
            (sum, { startSeconds, endSeconds }) => sum + endSeconds - startSeconds,
            0,
          )
        const lost = worked(before) - worked(span)
        expect(lost).toBeGreaterThanOrEqual(120)
        expect(lost).toBeLessThanOrEqual(1200)
      }
    }),
  )
})

it('changes about the share that is asked for, and more for a larger one', () => {
  const changed = (share: number): Set<string> => {
    const planned = team(1000)
    const people = unpunctual(planned, share, randomStream(7, 'test'))
    // A shift that goes as planned is the planned one itself.
    const isOther = ({ spans }: RecordedPerson, i: number): boolean =>
      spans[0] !== planned[i]?.spans[0]
    return new Set(people.filter(isOther).map(({ name }) => name))
  }
  const [few, many] = [changed(0.2), changed(0.5)]
  // Four standard deviations of a binomial count around its mean.
  expect(Math.abs(few.size - 200)).toBeLessThan(4 * Math.sqrt(1000 * 0.2 * 0.8))
  expect([...few].every((name) => many.has(name))).toBe(true)
})

it('leaves a very short shift in one piece', () => {
  const [person] = unpunctual(
    [{ name: 'a', queues: [0], spans: [{ startSeconds: 0, endSeconds: 60, breaks: [] }] }],
    1,
    randomStream(3, 'test'),
  )
  const [span] = person?.spans ?? []
  expect((span?.endSeconds ?? 0) - (span?.startSeconds ?? 0)).toBeGreaterThanOrEqual(30)
})
