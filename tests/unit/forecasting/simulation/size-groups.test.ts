import { describe, expect, it } from 'vitest'

import { lostShares } from '#forecasting/simulation/lost-shares.ts'
import { sizeGroups } from '#forecasting/simulation/size-groups.ts'
import { evaluateErlangA } from '#forecasting/staffing/erlang-a.ts'

const queueOf = (offeredErlangs: number) => ({
  offeredErlangs,
  handleSeconds: 300,
  patienceSeconds: 180,
  abandonShare: 0.05,
})

describe('lostShares', () => {
  it('is what Erlang A says where nobody is shared', () => {
    const queues = [queueOf(10), queueOf(4)]
    const problem = { queues, groups: [{ queues: [0] }, { queues: [1] }] }
    const found = lostShares(problem, { calls: 400_000, seed: 1 })([10, 5])
    queues.forEach((queue, index) => {
      const exact = evaluateErlangA({ ...queue, agents: [10, 5][index] ?? 0 }).abandonShare
      expect(Math.abs((found[index] ?? 0) - exact)).toBeLessThan(0.006)
    })
  })
})

describe('sizeGroups', () => {
  // The peers' case: five queues, eight groups. Dedicated people: 75; everybody able to do
  // everything: 61; a greedy-and-swap search of others over simulation: 71, at a cost of 71.8.
  it('needs at most 71 people where dedicated ones would be 75', () => {
    const costs = [1, 1, 1, 1, 1, 1.1, 1.1, 1.2]
    const problem = {
      queues: [12, 8, 20, 5, 15].map(queueOf),
      groups: [[0], [1], [2], [3], [4], [0, 1], [2, 3], [0, 2, 4]].map((queues, index) => ({
        queues,
        cost: costs[index] ?? 1,
      })),
    }
    const { agents, cost } = sizeGroups(problem, { seed: 2, decideCalls: 150_000 })
    const people = agents.reduce((a, b) => a + b, 0)
    expect(people).toBeLessThanOrEqual(71)
    expect(people).toBeGreaterThanOrEqual(61)
    expect(cost).toBeLessThanOrEqual(71.8)
    // On contacts that the search has not seen.
    const fresh = lostShares(problem, { calls: 400_000, seed: 99 })(agents)
    expect(Math.max(...fresh)).toBeLessThan(0.055)
  })

  it('adds people where a start of dedicated ones is short, and keeps the price of the cheap', () => {
    const problem = {
      queues: [queueOf(6), queueOf(6)],
      groups: [
        { queues: [0], cost: 1 },
        { queues: [1], cost: 1 },
        { queues: [0, 1], cost: 3 },
      ],
    }
    const { agents } = sizeGroups(problem, { decideCalls: 100_000 })
    // Three times the price for both competences is never worth it here.
    expect(agents[2]).toBe(0)
  })

  it('refuses a queue that nobody serves', () => {
    const problem = { queues: [queueOf(5)], groups: [{ queues: [], cost: 1 }] }
    expect(() => sizeGroups(problem)).toThrow(/no group serves queue 0/)
  })
})
