import { describe, expect, it } from 'vitest'

import { InputError } from '#server/commands/command.ts'
import { centreOf, checkedSimulation } from '#server/commands/simulate-input.ts'

const CALLS = { id: 'calls', contacts: [10, 20], aht_seconds: 240, patience_seconds: 300 }
const CHATS = {
  id: 'chats',
  kind: 'chat',
  contacts: [5, 5],
  aht_seconds: [400, 420],
  concurrency: 2,
}
const GROUP = { id: 'all', queues: ['chats', 'calls'], agents: [3, 4] }
const INPUT = { interval_seconds: 1800, queues: [CALLS, CHATS], groups: [GROUP] }

describe('the input of simulate', () => {
  it('becomes a centre', () => {
    const { queues, groups } = centreOf(checkedSimulation(INPUT))
    expect(queues[0]).toMatchObject({ kind: 'call', handleSeconds: [240, 240], handleCv: 1 })
    // Two at once run at 1.6 of one: a chat of 400 s takes 320 s alone.
    expect(queues[1]?.handleSeconds).toEqual([320, 336])
    expect(queues[1]?.patienceSeconds).toBe(Infinity)
    expect(groups[0]).toMatchObject({ queues: [1, 0], chatSpeeds: [1, 1.6] })
    expect(groups[0]?.levels).toEqual([
      { atSeconds: 0, agents: 3 },
      { atSeconds: 1800, agents: 4 },
    ])
  })

  it.each([
    ['there is no queue', { ...INPUT, groups: [{ ...GROUP, queues: ['letters'] }] }],
    ['either agents or shifts', { ...INPUT, groups: [{ ...GROUP, shifts: [] }] }],
    ['agents: must be of 2', { ...INPUT, groups: [{ ...GROUP, agents: [3] }] }],
    ['must have 2 intervals', { ...INPUT, queues: [CALLS, { ...CHATS, contacts: [5] }] }],
    ['no such field', { ...INPUT, speed: 3 }],
    ['queues.0.contacts', { ...INPUT, queues: [{ ...CALLS, contacts: [-1, 2] }] }],
  ])('is refused by name: %s', (message, input) => {
    expect(() => checkedSimulation(input)).toThrow(InputError)
    expect(() => checkedSimulation(input)).toThrow(message)
  })

  it('refuses a shift that ends before it begins', () => {
    const group = { id: 'all', queues: ['calls'], shifts: [{ start_seconds: 9, end_seconds: 3 }] }
    const input = checkedSimulation({ ...INPUT, groups: [group] })
    expect(() => centreOf(input)).toThrow(/group all/)
  })
})
