import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { QueueId } from '#forecasting/kernel/units.ts'
import { sharePeople } from '#server/features/intraday/hours/share-people.ts'

const [A, B] = ['a', 'b'] as unknown as [QueueId, QueueId]
const need = (queueId: QueueId, agents: number, isDeferred = false) => ({
  queueId,
  agents,
  isDeferred,
})

describe('sharePeople', () => {
  it('gives people only to queues that they may take', () => {
    const given = sharePeople([{ queueIds: [A], agents: 10 }], [need(A, 4), need(B, 4)])
    expect([given.get(A), given.get(B)]).toEqual([expect.closeTo(10, 6), 0])
  })

  it('lets a shortage fall on both queues alike', () => {
    const given = sharePeople([{ queueIds: [A, B], agents: 6 }], [need(A, 8), need(B, 4)])
    expect(given.get(A)).toBeCloseTo(4, 6)
    expect(given.get(B)).toBeCloseTo(2, 6)
  })

  it('keeps those who know one queue there, and sends those who know both to the other', () => {
    const given = sharePeople(
      [
        { queueIds: [A], agents: 3 },
        { queueIds: [A, B], agents: 3 },
      ],
      [need(A, 3), need(B, 3)],
    )
    expect([given.get(A), given.get(B)]).toEqual([expect.closeTo(3, 6), expect.closeTo(3, 6)])
  })

  it('serves work that may wait last', () => {
    const given = sharePeople([{ queueIds: [A, B], agents: 5 }], [need(A, 5, true), need(B, 4)])
    expect(given.get(B)).toBeCloseTo(4, 6)
    expect(given.get(A)).toBeCloseTo(1, 6)
  })

  it('never gives more people than there are', () => {
    const amount = fc.double({ min: 0, max: 20, noNaN: true })
    fc.assert(
      fc.property(
        fc.tuple(amount, amount, amount, amount, amount),
        ([a, b, both, needA, needB]) => {
          const people = [
            { queueIds: [A], agents: a },
            { queueIds: [B], agents: b },
            { queueIds: [A, B], agents: both },
          ]
          const given = sharePeople(people, [need(A, needA), need(B, needB)])
          const sum = [...given.values()].reduce((total, one) => total + one, 0)
          expect(sum).toBeLessThanOrEqual(a + b + both + 1e-6)
          for (const agents of given.values()) expect(agents).toBeGreaterThanOrEqual(0)
        },
      ),
    )
  })
})
