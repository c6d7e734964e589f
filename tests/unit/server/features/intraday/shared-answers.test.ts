import { expect, it } from 'vitest'

import type { CenterId } from '#forecasting/kernel/units.ts'
import { SharedAnswers } from '#server/features/intraday/shared-answers.ts'

const OURS = 'ours' as CenterId
const THEIRS = 'theirs' as CenterId

/** Counts how often it is computed; each time another answer. */
function counted() {
  let count = 0
  return { ask: async () => ++count, count: () => count }
}

it('computes once for all who ask within the time, and anew after it', async () => {
  const shared = new SharedAnswers<number>(1000)
  const { ask } = counted()
  const at = (nowMs: number, centerId = OURS) => shared.get({ centerId, nowMs }, ask)
  expect(await Promise.all([at(0), at(0), at(999)])).toEqual([1, 1, 1])
  expect(await at(1000)).toBe(2)
  expect(await at(1001, THEIRS)).toBe(3)
  expect(await at(1002)).toBe(2)
})

it('computes anew when what the answer rests on has changed', async () => {
  const shared = new SharedAnswers<number>(1000)
  const { ask } = counted()
  const of = (version: string) => shared.get({ centerId: OURS, version, nowMs: 0 }, ask)
  expect([await of('1'), await of('1'), await of('2')]).toEqual([1, 1, 2])
  shared.forget(OURS)
  expect(await of('2')).toBe(3)
})

it('keeps no failure, and an old one takes no newer answer away', async () => {
  const shared = new SharedAnswers<number>(1000)
  const failing = Promise.withResolvers<number>()
  const first = shared.get({ centerId: OURS, nowMs: 0 }, () => failing.promise)
  const { ask, count } = counted()
  expect(await shared.get({ centerId: OURS, version: 'new', nowMs: 1 }, ask)).toBe(1)
  failing.reject(new Error('away'))
  await expect(first).rejects.toThrow('away')
  expect(await shared.get({ centerId: OURS, version: 'new', nowMs: 2 }, ask)).toBe(1)
  await expect(
    shared.get({ centerId: THEIRS, nowMs: 0 }, () => Promise.reject(new Error('away'))),
  ).rejects.toThrow('away')
  expect(await shared.get({ centerId: THEIRS, nowMs: 0 }, ask)).toBe(2)
  expect(count()).toBe(2)
})
