import { expect, it } from 'vitest'

import { deferredAgents } from '#forecasting/staffing/deferred-work.ts'

const settings = { intervalSeconds: 1800, deadlineSeconds: 3600, maxOccupancy: 1 }
const open = (workSeconds: number) => ({ workSeconds, isOpen: true })
const closed = (workSeconds = 0) => ({ workSeconds, isOpen: false })

// 5,400 s of work in the first half-hour may be done in it and in the next two: 1,800 s each.
it('spreads work up to its deadline', () => {
  expect(deferredAgents([open(5400), open(0), open(0)], settings)).toEqual([1, 1, 1])
})

it('puts nobody where the centre is closed', () => {
  expect(deferredAgents([closed(), open(1800), closed()], settings)).toEqual([0, 1, 0])
})

// The deadline runs in open time: the night's letters have the first hour and a half of the day.
it('gives letters of the night until the deadline counted from the opening', () => {
  expect(deferredAgents([closed(5400), open(0), open(0), open(0)], settings)).toEqual([0, 1, 1, 1])
})
