import { describe, expect, it } from 'vitest'

import { evaluateErlangA } from '#forecasting/staffing/erlang-a.ts'
import { estimatePatience } from '#forecasting/staffing/estimate-patience.ts'

describe('estimatePatience', () => {
  // Under Erlang A the identity abandoned = total wait / patience is exact, so the estimate gives
  // back the patience that the model was run with.
  it('gives back the patience of a queue that obeys Erlang A', () => {
    const queue = { agents: 50, offeredErlangs: 48, handleSeconds: 180, patienceSeconds: 130 }
    const { meanWaitSeconds, abandonShare } = evaluateErlangA(queue)
    const contacts = 100_000
    const found = estimatePatience({
      totalWaitSeconds: meanWaitSeconds * contacts,
      abandoned: abandonShare * contacts,
    })
    expect(found.kind === 'estimated' && found.patienceSeconds).toBeCloseTo(130, 9)
  })

  it('tells its own error: a tenth from a hundred abandonments', () => {
    const found = estimatePatience({ totalWaitSeconds: 18_000, abandoned: 100 })
    expect(found).toEqual({ kind: 'estimated', patienceSeconds: 180, relativeError: 0.1 })
  })

  it('says that a handful of abandonments is too few', () => {
    const found = estimatePatience({ totalWaitSeconds: 9_000, abandoned: 24 })
    expect(found).toEqual({ kind: 'too_few_abandonments', abandoned: 24 })
  })

  it.each([
    ['totalWaitSeconds', { totalWaitSeconds: -1, abandoned: 30 }],
    ['abandoned', { totalWaitSeconds: 1, abandoned: Number.NaN }],
  ])('names %s when it is out of range', (name, history) => {
    expect(() => estimatePatience(history)).toThrow(new RegExp(`^${name} must be`))
  })
})
