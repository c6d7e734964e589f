import fc from 'fast-check'
import { expect, it } from 'vitest'

import { WaitingLine } from '#forecasting/simulation/waiting-line.ts'

it('gives contacts back in the order of their arrival, as long as the line may grow', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 200 }), (isArrival) => {
      const line = new WaitingLine()
      const given: number[][] = []
      for (const [n, arrives] of isArrival.entries()) {
        if (arrives) {
          line.push({ arrivedAt: n, leavesAt: n + 0.5, work: 2 * n, interval: n, redial: n - 1 })
        } else if (line.length > 0) {
          const head = [line.headArrivedAt(), line.headLeavesAt(), line.headWork()]
          given.push([...head, line.headInterval(), line.headRedial()])
          line.drop()
        }
      }
      const arrived = isArrival.flatMap((arrives, n) => (arrives ? [n] : []))
      const first = arrived.slice(0, given.length)
      expect(given).toEqual(first.map((n) => [n, n + 0.5, 2 * n, n, n - 1]))
      expect(line.length).toBe(arrived.length - given.length)
    }),
  )
})
