import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { scaledAgentHours } from '#forecasting/staffing/scaled-hours.ts'

const hours = fc.double({ min: 0.1, max: 1e5, noNaN: true })

describe('scaledAgentHours', () => {
  it('needs twice the readiness for four times the work', () => {
    // 100 h of work with 20 h of readiness; 400 h of work take 400 + 40.
    expect(scaledAgentHours({ workHours: 100, agentHours: 120 }, 400)).toBeCloseTo(440, 10)
  })

  it('follows the work in proportion where one agent does several contacts at once', () => {
    expect(scaledAgentHours({ workHours: 100, agentHours: 50 }, 200)).toBeCloseTo(100, 10)
  })

  it('keeps the minimum of a queue that brings nothing', () => {
    expect(scaledAgentHours({ workHours: 0, agentHours: 40 }, 10)).toBe(40)
  })

  it('gives a known week back, and more for more work', () => {
    fc.assert(
      fc.property(hours, hours, hours, (workHours, agentHours, other) => {
        const known = { workHours, agentHours }
        expect(scaledAgentHours(known, workHours)).toBeCloseTo(agentHours, 6)
        expect(scaledAgentHours(known, other + 1)).toBeGreaterThan(scaledAgentHours(known, other))
      }),
    )
  })

  it('refuses negative hours', () => {
    expect(() => scaledAgentHours({ workHours: -1, agentHours: 1 }, 1)).toThrow(RangeError)
  })
})
