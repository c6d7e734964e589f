import fc from 'fast-check'
import { expect, it } from 'vitest'

import { evaluateQueue, requiredAgents } from '#forecasting/staffing/required-agents.ts'
import { missedTarget } from '#forecasting/staffing/staffing-targets.ts'

const load = fc.record({
  offeredErlangs: fc.double({ min: 0.05, max: 300, noNaN: true }),
  handleSeconds: fc.double({ min: 20, max: 1200, noNaN: true }),
  patienceSeconds: fc.double({ min: 20, max: 2000, noNaN: true }),
})
const targets = { asaSeconds: 60, abandonShare: 0.1, maxOccupancy: 0.85 }

it('meets every target, and one agent fewer misses the one that it names', () => {
  fc.assert(
    fc.property(load, (queue) => {
      const { agents, metrics, binding } = requiredAgents(queue, targets)
      expect(missedTarget(metrics, targets)).toBeUndefined()
      expect(missedTarget(evaluateQueue(queue, agents - 1), targets)).toBe(binding)
    }),
  )
})

it('never needs fewer agents for more load', () => {
  fc.assert(
    fc.property(load, fc.double({ min: 1, max: 2, noNaN: true }), (queue, more) => {
      const heavier = { ...queue, offeredErlangs: queue.offeredErlangs * more }
      const agents = requiredAgents(queue, targets).agents
      expect(requiredAgents(heavier, targets).agents).toBeGreaterThanOrEqual(agents)
    }),
  )
})
