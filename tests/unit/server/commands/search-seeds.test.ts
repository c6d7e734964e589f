import { describe, expect, it } from 'vitest'

import { type SearchRequest, searchOnce } from '#server/commands/search-once.ts'
import { searchSeeds } from '#server/commands/search-seeds.ts'

import { fixture } from '../../forecasting/scheduling/fixture.ts'

const instance = fixture('cc-010-w1-a')
const request = {
  instance,
  wait: undefined,
  seed: 1,
  iterations: 20_000,
  limitSeconds: undefined,
}
const running = (): Int32Array => new Int32Array(new SharedArrayBuffer(4))

/** An answer without the time it took. */
function lasting(answer: ReturnType<typeof searchOnce>) {
  return { ...answer, cpuSeconds: 0 }
}

describe('searchSeeds', () => {
  it('keeps the better of two seeds, whichever thread was the faster', async () => {
    const alone = [1, 2].map((seed) => searchOnce({ ...request, seed, cancelled: running() }))
    const [first, second] = alone as [ReturnType<typeof searchOnce>, ReturnType<typeof searchOnce>]
    const better = second.rank[1] < first.rank[1] ? second : first
    expect(lasting(await searchSeeds(request, 2))).toEqual(lasting(better))
  })
})

describe('searchOnce', () => {
  it('says that the budget was used', () => {
    expect(searchOnce({ ...request, cancelled: running() }).end).toBe('budget')
  })

  it('says that it was cancelled, and has a plan all the same', () => {
    const cancelled = running()
    cancelled[0] = 1
    const answer = searchOnce({ ...request, cancelled } satisfies SearchRequest)
    expect(answer.end).toBe('cancel')
    expect(answer.schedule.shifts).toBeDefined()
  })
})
