import { describe, expect, it } from 'vitest'

import { InputError } from '#server/commands/command.ts'
import { checkedSizing, sizingProblem } from '#server/commands/size-groups-input.ts'

const KAZAKH = {
  id: 'kk',
  erlangs: 12,
  aht_seconds: 300,
  patience_seconds: 180,
  targets: { abandon_share: 0.05 },
}
const RUSSIAN = { id: 'ru', erlangs: 8, aht_seconds: 240, targets: { asa_seconds: 60 } }
const INPUT = {
  max_occupancy: 0.85,
  queues: [KAZAKH, RUSSIAN],
  groups: [
    { id: 'both', queues: ['ru', 'kk'], cost: 1.1 },
    { id: 'kk only', queues: ['kk'] },
  ],
}

describe('the input of size-groups', () => {
  it('becomes a problem, those with the fewest competences first', () => {
    expect(sizingProblem(checkedSizing(INPUT))).toEqual({
      maxOccupancy: 0.85,
      queues: [
        { offeredErlangs: 12, handleSeconds: 300, patienceSeconds: 180, abandonShare: 0.05 },
        {
          offeredErlangs: 8,
          handleSeconds: 240,
          patienceSeconds: Infinity,
          abandonShare: 1,
          asaSeconds: 60,
        },
      ],
      groups: [
        { queues: [0], cost: 1 },
        { queues: [1, 0], cost: 1.1 },
      ],
    })
  })

  it.each([
    ['there is no queue en', { ...INPUT, groups: [{ id: 'x', queues: ['en'] }] }],
    ['queue ru: no group serves it', { ...INPUT, groups: [{ id: 'x', queues: ['kk'] }] }],
    [
      'asa_seconds must be given',
      { ...INPUT, queues: [KAZAKH, { ...RUSSIAN, targets: { abandon_share: 0.1 } }] },
    ],
    ['no such field', { ...INPUT, speed: 3 }],
    ['queues.1.targets', { ...INPUT, queues: [KAZAKH, { ...RUSSIAN, targets: {} }] }],
  ])('is refused by name: %s', (message, input) => {
    expect(() => checkedSizing(input)).toThrow(InputError)
    expect(() => checkedSizing(input)).toThrow(message)
  })
})
