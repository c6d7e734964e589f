import { describe, expect, it } from 'vitest'

import { addDays, localDate } from '#forecasting/kernel/calendar.ts'
import { ownQueues } from '#server/features/own-competence/own-queues.ts'

const TODAY = localDate('2026-11-25')
const NAME = { kk: 'А', ru: 'Б', en: 'C' }
const queue = (...competences: readonly { code: string; minLevel: number }[]) => ({
  code: 'chat',
  name: NAME,
  competences,
})
const held = (level: number, validUntil: string | null) => [{ code: 'writing', level, validUntil }]
const lacking = (own: Parameters<typeof ownQueues>[1]) =>
  ownQueues([queue({ code: 'writing', minLevel: 3 })], own, TODAY)[0]?.lacking

describe('the queues that one may serve', () => {
  it.each([
    ['at the level, for good', held(3, null)],
    ['above it, on its last day', held(4, TODAY)],
  ])('are those whose competence is held %s', (_, own) => {
    expect(lacking(own)).toEqual([])
  })

  it.each([
    ['too low', held(2, null), { level: 2, expiredOn: null }],
    ['expired yesterday', held(3, addDays(TODAY, -1)), { level: 3, expiredOn: addDays(TODAY, -1) }],
    ['never assessed', [], { level: null, expiredOn: null }],
  ])('are not those whose competence is %s', (_, own, told) => {
    expect(lacking(own)).toEqual([{ code: 'writing', minLevel: 3, ...told }])
  })

  it('are open to everybody where nothing is asked for', () => {
    expect(ownQueues([queue()], [], TODAY)).toEqual([{ code: 'chat', name: NAME, lacking: [] }])
  })
})
