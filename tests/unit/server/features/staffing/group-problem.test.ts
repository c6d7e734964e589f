import { describe, expect, it } from 'vitest'

import type { QueueId } from '#forecasting/kernel/units.ts'
import type { QueueSettings } from '#forecasting/staffing/require-staff.ts'
import {
  groupProblem,
  groupsFor,
  type GroupedQueue,
} from '#server/features/staffing/group-problem.ts'

const VOICE: QueueSettings = {
  intervalSeconds: 1800,
  targets: { asaSeconds: 60, abandonShare: 0.1, maxOccupancy: 0.8 },
  patienceSeconds: 300,
  concurrency: 1,
  shrinkagePlanned: 0,
  shrinkageUnplanned: 0,
}
const queue = (id: string, part: Partial<GroupedQueue> = {}): GroupedQueue => ({
  queueId: id as QueueId,
  settings: VOICE,
  ahtSeconds: 240,
  contactsInHand: 8,
  agents: 11,
  ...part,
})
const ids = (...names: string[]) => names as QueueId[]

describe('groupsFor', () => {
  it('weighs every combination that somebody has, cut to the queues at work', () => {
    const present = [
      { queueIds: ids('a', 'b'), people: 5 },
      { queueIds: ids('a', 'b', 'closed'), people: 2 },
      { queueIds: ids('closed'), people: 9 },
    ]
    expect(groupsFor([queue('a'), queue('b')], present)).toEqual([
      { queueIds: ['a', 'b'], people: 7 },
    ])
  })

  it('asks for people whom nobody has yet, the narrowest first', () => {
    const present = [{ queueIds: ids('a', 'b'), people: 5 }]
    expect(groupsFor([queue('a'), queue('b'), queue('c')], present)).toEqual([
      { queueIds: ['c'], people: 0 },
      { queueIds: ['a', 'b'], people: 5 },
    ])
  })
})

describe('groupProblem', () => {
  it('takes the load in hand, the promises and the price of competences', () => {
    const queues = [queue('a'), queue('b', { contactsInHand: 4 })]
    const groups = [
      { queueIds: ids('a'), people: 0 },
      { queueIds: ids('a', 'b'), people: 3 },
    ]
    const problem = groupProblem(queues, groups, 0.2)
    expect(problem.queues[1]).toMatchObject({
      offeredErlangs: 4,
      patienceSeconds: 300,
      abandonShare: 0.1,
      asaSeconds: 60,
    })
    expect(problem.groups).toEqual([
      { queues: [0], cost: 1 },
      { queues: [0, 1], cost: 1.2 },
    ])
    expect(problem.maxOccupancy).toBeCloseTo(0.8, 12)
  })

  it('never asks for more rest than the queues alone have', () => {
    // 8 Erlangs on 9 people: 88.9 %, though the cap is 80 %.
    const { maxOccupancy } = groupProblem([queue('a', { agents: 9 })], [], 0)
    expect(maxOccupancy).toBeCloseTo(8 / 9, 12)
  })

  it('counts a chat by the work that it makes, and letters by what their agents can do', () => {
    const chat = queue('chat', { settings: { ...VOICE, concurrency: 2, chatSpeeds: [1, 1.6] } })
    const letters = queue('mail', {
      settings: { ...VOICE, targets: { maxOccupancy: 0.5 }, deadlineSeconds: 3600 },
      agents: 6,
    })
    const { queues } = groupProblem([chat, letters], [], 0)
    // 1.6 of 2 slots in use: speed 1.36 (1 + 0.6 · 0.6) shared by 1.6 chats, so that one alone takes
    // 240 · 1.36 / 1.6 = 204 s, and 204 / 1.6 = 127.5 s of an operator at full speed.
    expect(queues[0]?.handleSeconds).toBeCloseTo(127.5, 6)
    expect(queues[0]?.offeredErlangs).toBeCloseTo((8 * 127.5) / 240, 6)
    expect(queues[1]).toMatchObject({ offeredErlangs: 3, isDeferred: true, asaSeconds: 3600 })
  })
})
