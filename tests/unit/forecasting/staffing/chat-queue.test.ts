import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { evaluateChat } from '#forecasting/staffing/chat-queue.ts'
import { evaluateErlangA } from '#forecasting/staffing/erlang-a.ts'

const chat = fc.record({
  agents: fc.integer({ min: 1, max: 60 }),
  offeredErlangs: fc.double({ min: 0.05, max: 150, noNaN: true }),
  handleSeconds: fc.double({ min: 60, max: 1500, noNaN: true }),
  patienceSeconds: fc.double({ min: 20, max: 3000, noNaN: true }),
})

describe('evaluateChat', () => {
  it('is Erlang A when an agent holds one chat', () => {
    fc.assert(
      fc.property(chat, (queue) => {
        const one = evaluateChat({ ...queue, speeds: [1] }, 60)
        const voice = evaluateErlangA(queue, 60)
        expect(one.abandonShare).toBeCloseTo(voice.abandonShare, 11)
        expect(one.service?.ofOffered).toBeCloseTo(voice.service?.ofOffered ?? -1, 10)
        expect(one.occupancy).toBeCloseTo(voice.occupancy, 10)
      }),
    )
  })

  // One agent, two slots, speeds 1 and 1.5, load 1, patience = handle time. Weights of 0, 1, 2, 3, …
  // chats: 1, 1, 1/1.5, 1/(1.5·2.5), …: the line adds one to the rate of leaving each time.
  it('agrees with a chain worked out by hand', () => {
    let weight = 1 / 1.5
    let total = 2 + weight
    let waiting = 0
    for (let j = 1; j < 60; j++) {
      weight /= 1.5 + j
      total += weight
      waiting += j * weight
    }
    const found = evaluateChat({
      agents: 1,
      offeredErlangs: 1,
      handleSeconds: 300,
      patienceSeconds: 300,
      speeds: [1, 1.5],
    })
    expect(found.abandonShare).toBeCloseTo(waiting / total, 12)
    expect(found.probabilityOfWait).toBeCloseTo((total - 2) / total, 12)
    expect(found.occupancy).toBeCloseTo((total - 1) / total, 12)
  })

  // The case of three slots, speeds 1, 1.6 and 2, ten agents at 80 % of their full speed, patience a
  // quarter of the handle time. An event simulation by others gave 1.41 % abandoned, their
  // birth–death chain 1.32 %, and thirty servers in place of ten agents 2.50 %.
  it('loses what a birth–death chain loses, about half of what slots as servers would', () => {
    const busy = { offeredErlangs: 16, handleSeconds: 300, patienceSeconds: 75 }
    const found = evaluateChat({ ...busy, agents: 10, speeds: [1, 1.6, 2] })
    expect(found.abandonShare).toBeCloseTo(0.0132, 4)
    const asServers = { ...busy, agents: 30, offeredErlangs: 24, handleSeconds: 450 }
    expect(evaluateErlangA(asServers).abandonShare).toBeCloseTo(0.025, 4)
  })

  it('loses no more with an agent more', () => {
    fc.assert(
      fc.property(chat, (queue) => {
        const given = { ...queue, speeds: [1, 1.6, 2] }
        const more = evaluateChat({ ...given, agents: given.agents + 1 })
        const lost = evaluateChat(given).abandonShare
        expect(more.abandonShare).toBeLessThanOrEqual(lost * (1 + 1e-9))
      }),
    )
  })

  it.each([
    ['speeds must begin', []],
    ['speeds must begin', [0.9, 1]],
    ['speeds must not fall', [1, 1.6, 1.5]],
    ['speeds must not fall', [1, Number.NaN]],
  ])('says that %s when they are %j', (message, speeds) => {
    const queue = { agents: 3, offeredErlangs: 2, handleSeconds: 300, patienceSeconds: 75, speeds }
    expect(() => evaluateChat(queue)).toThrow(new RegExp(`^${message}`))
  })
})
