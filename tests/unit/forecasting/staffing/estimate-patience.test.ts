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
    const found = estimatePatience([
      { totalWaitSeconds: meanWaitSeconds * contacts, abandoned: abandonShare * contacts },
    ])
    expect(found.kind === 'estimated' && found.patienceSeconds).toBeCloseTo(130, 9)
  })

  it('tells its own error: a tenth from a hundred abandonments', () => {
    const found = estimatePatience([{ totalWaitSeconds: 18_000, abandoned: 100 }])
    expect(found).toEqual({
      kind: 'estimated',
      patienceSeconds: 180,
      relativeError: 0.1,
      abandoned: 100,
    })
  })

  it('is less sure when the days differ more than counting would have it', () => {
    const day = { totalWaitSeconds: 18_000, abandoned: 100 }
    const alike = Array.from({ length: 10 }, () => day)
    const found = estimatePatience(alike)
    // A thousand abandonments, 1/√1000, and not a day that strays.
    expect(found.kind === 'estimated' && found.relativeError).toBeCloseTo(0.0316, 4)
    const strayed = alike.map((one, d) => ({ ...one, abandoned: d % 2 === 0 ? 50 : 150 }))
    const doubted = estimatePatience(strayed)
    // By hand: each day strays by 180 × 50 of its 18,000, so √(10 × 9000² × 10/9) / 180,000.
    expect(doubted.kind === 'estimated' && doubted.relativeError).toBeCloseTo(0.1667, 4)
  })

  it('says that a handful of abandonments is too few', () => {
    const found = estimatePatience([{ totalWaitSeconds: 9_000, abandoned: 24 }])
    expect(found).toEqual({ kind: 'too_few_abandonments', abandoned: 24 })
  })

  it.each([
    ['totalWaitSeconds', { totalWaitSeconds: -1, abandoned: 30 }],
    ['abandoned', { totalWaitSeconds: 1, abandoned: Number.NaN }],
  ])('names %s when it is out of range', (name, history) => {
    expect(() => estimatePatience([history])).toThrow(new RegExp(`^${name} must be`))
  })
})
