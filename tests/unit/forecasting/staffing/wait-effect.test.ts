import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { evaluateErlangC } from '#forecasting/staffing/erlang-c.ts'
import { waitEffect } from '#forecasting/staffing/wait-effect.ts'

const QUEUE = { targets: {}, concurrency: 1 }
const work = (before: number, after: number) => ({
  queue: QUEUE,
  contacts: 60,
  contactsInHand: 8,
  handleSeconds: 240,
  agentsBefore: before,
  agentsAfter: after,
})

describe('waitEffect', () => {
  it('is Erlang C at whole numbers of agents', () => {
    const asa = (agents: number): number =>
      evaluateErlangC({ agents, offeredErlangs: 8, handleSeconds: 240 }).asaSeconds
    const effect = waitEffect([work(11, 10)])
    expect(effect?.beforeSeconds).toBeCloseTo(asa(11), 9)
    expect(effect?.afterSeconds).toBeCloseTo(asa(10), 9)
  })

  it('says that the line grows where nobody keeps up, and nothing where nobody calls', () => {
    expect(waitEffect([work(11, 8)])).toMatchObject({ afterSeconds: null })
    expect(waitEffect([])).toBeUndefined()
  })

  it('never falls when there are fewer agents', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 8.1, max: 20, noNaN: true }),
        fc.double({ min: 0, max: 3, noNaN: true }),
        (before, fewer) => {
          const effect = waitEffect([work(before, Math.max(8.05, before - fewer))])
          expect(effect?.afterSeconds).toBeGreaterThanOrEqual((effect?.beforeSeconds ?? 0) - 1e-9)
        },
      ),
    )
  })
})
