import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { evaluateErlangA } from '#forecasting/staffing/erlang-a.ts'
import { leastForPeriod, type PeriodInterval } from '#forecasting/staffing/period-goal.ts'
import { requiredAgents } from '#forecasting/staffing/required-agents.ts'

const GOAL = { asaSeconds: 60, abandonShare: 0.1 }
const HANDLE = 240
const PATIENCE = 600

function intervalOf(contacts: number): PeriodInterval {
  const load = { offeredErlangs: (contacts * HANDLE) / 1800, handleSeconds: HANDLE }
  const queue = { ...load, patienceSeconds: PATIENCE }
  return {
    contacts,
    // Nobody waits for minutes, whatever the rest of the week does.
    floor: requiredAgents(queue, { asaSeconds: 240, abandonShare: 0.4 }).agents,
    evaluate: (agents) => evaluateErlangA({ ...queue, agents }),
  }
}

function kept(intervals: readonly PeriodInterval[], agents: readonly number[]): boolean {
  const sums = { waited: 0, answered: 0, lost: 0, offered: 0 }
  intervals.forEach(({ contacts, evaluate }, t) => {
    const { asaSeconds, abandonShare } = evaluate(agents[t] ?? 0)
    sums.waited += contacts * (1 - abandonShare) * asaSeconds
    sums.answered += contacts * (1 - abandonShare)
    sums.lost += contacts * abandonShare
    sums.offered += contacts
  })
  return (
    sums.waited <= GOAL.asaSeconds * sums.answered + 1e-6 &&
    sums.lost <= GOAL.abandonShare * sums.offered + 1e-6
  )
}

const total = (agents: readonly number[]): number => agents.reduce((a, b) => a + b, 0)

describe('leastForPeriod', () => {
  it('keeps the promise, with no agent that could be spared', () => {
    const week = fc.array(fc.double({ min: 2, max: 400, noNaN: true }), {
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(week, (contacts) => {
        const intervals = contacts.map(intervalOf)
        const agents = leastForPeriod(intervals, GOAL)
        expect(kept(intervals, agents)).toBe(true)
        const spared = agents.some((count, t) => {
          const fewer = agents.with(t, count - 1)
          return count > (intervals[t]?.floor ?? 0) && kept(intervals, fewer)
        })
        expect(spared).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  /** Up to eleven agents more in each of three intervals. */
  const upTo = Array.from({ length: 12 }, (_, count) => count)
  const additions = upTo.flatMap((a) => upTo.flatMap((b) => upTo.map((c) => [a, b, c])))

  it('is at most one agent above the best of all ways to staff three intervals', () => {
    for (const contacts of [
      [20, 90, 200],
      [5, 40, 60],
      [10, 12, 150],
    ]) {
      const intervals = contacts.map(intervalOf)
      const agents = leastForPeriod(intervals, GOAL)
      const floors = intervals.map(({ floor }) => floor)
      const best = Math.min(
        ...additions
          .map((more) => more.map((count, t) => (floors[t] ?? 0) + count))
          .filter((tried) => kept(intervals, tried))
          .map(total),
      )
      expect(total(agents)).toBeGreaterThanOrEqual(best)
      expect(total(agents)).toBeLessThanOrEqual(best + 1)
    }
  })

  // A day of 48 half-hours, from 4 to 120 calls.
  it('saves agent-hours beside the same promise in every interval', () => {
    const day = Array.from({ length: 48 }, (_, t) =>
      intervalOf(4 + 116 * Math.max(0, Math.sin(((t - 12) * Math.PI) / 34))),
    )
    const each = day.map(
      ({ contacts }) =>
        requiredAgents(
          {
            offeredErlangs: (contacts * HANDLE) / 1800,
            handleSeconds: HANDLE,
            patienceSeconds: PATIENCE,
          },
          GOAL,
        ).agents,
    )
    const together = leastForPeriod(day, GOAL)
    expect(total(together)).toBeLessThan(total(each))
  })

  it('refuses a floor with which a line grows for ever', () => {
    const endless = {
      contacts: 10,
      floor: 0,
      evaluate: () =>
        evaluateErlangA({
          agents: 0,
          offeredErlangs: 1,
          handleSeconds: 60,
          patienceSeconds: 60,
        }),
    }
    expect(() => leastForPeriod([endless], GOAL)).toThrow(RangeError)
  })
})
