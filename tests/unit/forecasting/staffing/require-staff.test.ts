import { describe, expect, it } from 'vitest'

import type { EpochMs } from '#forecasting/kernel/units.ts'
import { evaluateChat } from '#forecasting/staffing/chat-queue.ts'
import { explainRequirement } from '#forecasting/staffing/explain-requirement.ts'
import {
  type QueueSettings,
  type RequiredInterval,
  requireStaff,
} from '#forecasting/staffing/require-staff.ts'

const at = (contacts: number, handleSeconds: number | null, isOpen = true) => ({
  startMs: 0 as EpochMs,
  contacts,
  handleSeconds,
  isOpen,
})

const VOICE: QueueSettings = {
  intervalSeconds: 1800,
  targets: { asaSeconds: 60, maxOccupancy: 0.85 },
  concurrency: 1,
  shrinkagePlanned: 0.1,
  shrinkageUnplanned: 0.05,
  band: { lowerSeconds: 40, upperSeconds: 60 },
}

const CHAT: QueueSettings = {
  ...VOICE,
  targets: {
    serviceLevel: { share: 0.8, withinSeconds: 60, definition: 'excludingShortAbandons' },
    maxOccupancy: 0.85,
  },
  patienceSeconds: 300,
  concurrency: 3,
}

describe('requireStaff', () => {
  // 10 × 240 / 1800 = 4/3 Erlangs; by hand two agents wait 192 s and three 26 s.
  it('calls a short wait unavoidable where one agent fewer would miss a target', () => {
    const [point] = requireStaff([at(10, 240)], VOICE)
    expect(point).toMatchObject({ agents: 3, binding: 'asa', band: 'below_band_unavoidable' })
    // 3 / (0.9 · 0.95) = 3.51
    expect(point?.rostered).toBe(4)
  })

  it('asks for nobody where the centre is closed, or nobody calls', () => {
    const closed = requireStaff([at(10, 240, false), at(0, null)], VOICE)
    expect(closed.map(({ agents }) => agents)).toEqual([0, 0])
  })

  it('needs fewer agents where callers are known to give up', () => {
    const [patient] = requireStaff([at(200, 300)], { ...VOICE, targets: { asaSeconds: 60 } })
    const impatient = { ...VOICE, targets: { asaSeconds: 60 }, patienceSeconds: 120 }
    expect(requireStaff([at(200, 300)], impatient)[0]?.agents).toBeLessThan(patient?.agents ?? 0)
  })

  it('staffs to the level that doubt asks for, and tells what the expected volume will find', () => {
    const doubtful = [{ ...at(200, 300), volumeCv: 0.15 }]
    const only = (settings: QueueSettings) =>
      requireStaff(doubtful, settings)[0] as RequiredInterval
    const expected = only(VOICE)
    const sure = only({ ...VOICE, confidence: 0.9 })
    // The agents that the expected requirement itself calls 90 % sure.
    expect(sure.agents).toBe(expected.confidence?.agents90)
    expect(sure.agents).toBeGreaterThan(expected.agents)
    expect(sure.confidence?.asaChance).toBeGreaterThanOrEqual(0.9)
    expect(Number(sure.asaSeconds)).toBeLessThan(Number(expected.asaSeconds))
    // The load staffed to, by Wilson–Hilferty: (1 − 0.0025 + 1.28155 · 0.05)³ = 1.1964.
    expect(Number(sure.contactsInHand) / Number(expected.contactsInHand)).toBeCloseTo(1.1964, 3)
    expect(sure.band).toBeNull()
  })

  it('asks for the same whatever the confidence where nobody tells a doubt', () => {
    const plain = requireStaff([at(200, 300)], VOICE)
    expect(requireStaff([at(200, 300)], { ...VOICE, confidence: 0.9 })).toEqual(plain)
  })

  it('staffs chat by the chain: the number given meets the targets, and one fewer does not', () => {
    const [point] = requireStaff([at(60, 420)], CHAT)
    const agents = point?.agents ?? 0
    // The handle time alone, at 2.55 of 3 slots in use: 420 · 1.82 / 2.55.
    const solo = (420 * 1.82) / 2.55
    const chain = (count: number) =>
      evaluateChat(
        {
          agents: count,
          offeredErlangs: (60 * solo) / 1800,
          handleSeconds: solo,
          patienceSeconds: 300,
          speeds: [1, 1.6, 2],
        },
        60,
      )
    const meets = (count: number): boolean => {
      const { service, slotUse } = chain(count)
      return (service?.excludingShortAbandons ?? 0) >= 0.8 && slotUse <= 0.85
    }
    expect([meets(agents - 1), meets(agents)]).toEqual([false, true])
    expect(point?.occupancy).toBeCloseTo(chain(agents).slotUse, 12)
    expect(point?.asaSeconds).toBeCloseTo(chain(agents).asaSeconds, 9)
  })

  it('spreads letters over the open hours until their deadline', () => {
    const letters: QueueSettings = {
      ...VOICE,
      targets: { maxOccupancy: 1 },
      deadlineSeconds: 3600,
    }
    const points = requireStaff([at(18, 300), at(0, null), at(0, null)], letters)
    // 5,400 s of work, three half-hours until the deadline: 1,800 s each.
    expect(points.map(({ agents }) => agents)).toEqual([1, 1, 1])
    expect(points[0]?.binding).toBe('deadline')
  })
})

describe('requireStaff with a promise over the week', () => {
  // Half-hours of a day, from 4 to 60 calls, for ten days: a week, and the first days of the next.
  const days = Array.from({ length: 480 }, (_, t) => ({
    ...at(4 + 56 * Math.max(0, Math.sin((((t % 48) - 12) * Math.PI) / 34)), 240),
    startMs: (t * 1_800_000) as EpochMs,
  }))
  const settings = {
    ...VOICE,
    targets: { asaSeconds: 60, abandonShare: 0.1 },
    patienceSeconds: 600,
  }
  const each = requireStaff(days, settings)
  const together = requireStaff(days, { ...settings, goal: 'period' })
  const hours = (points: typeof each): number =>
    points.reduce((sum, { agents }) => sum + agents / 2, 0)

  it('keeps the mean wait and the lost share of each week with fewer hours', () => {
    expect(hours(together)).toBeLessThan(hours(each))
    for (const [from, to] of [
      [0, 336],
      [336, 480],
    ] as const) {
      let [waited, answered, lost, offered] = [0, 0, 0, 0]
      for (let t = from; t < to; t++) {
        const { asaSeconds, abandonShare } = together[t] ?? {}
        const contacts = days[t]?.contacts ?? 0
        waited += contacts * (1 - (abandonShare ?? 0)) * (asaSeconds ?? 0)
        answered += contacts * (1 - (abandonShare ?? 0))
        lost += contacts * (abandonShare ?? 0)
        offered += contacts
      }
      expect(waited / answered).toBeLessThanOrEqual(60 + 1e-6)
      expect(lost / offered).toBeLessThanOrEqual(0.1 + 1e-6)
    }
  })

  it('lets no interval wait five times as long', () => {
    expect(Math.max(...together.map(({ asaSeconds }) => asaSeconds ?? 0))).toBeLessThanOrEqual(300)
    expect(together[0]?.binding).toBe('period')
  })
})

describe('explainRequirement', () => {
  it('asks of the binding target alone what the interval was given', () => {
    for (const [work, settings] of [
      [at(10, 240), VOICE],
      [at(400, 240), VOICE],
      [at(90, 420), CHAT],
    ] as const) {
      const [point] = requireStaff([work], settings)
      const { agentsByTarget } = explainRequirement(work, settings, point?.agents ?? 0)
      expect(Math.max(...agentsByTarget.map(({ agents }) => agents))).toBe(point?.agents)
      const binding = agentsByTarget.find(({ target }) => target === point?.binding)
      expect(binding?.agents).toBe(point?.agents)
    }
  })

  it('says which target one agent fewer would miss, and that none is missed as staffed', () => {
    const [point] = requireStaff([at(90, 420)], CHAT)
    const { outcomes, model } = explainRequirement(at(90, 420), CHAT, point?.agents ?? 0)
    expect(model).toBe('chat')
    expect(outcomes.map(({ missed }) => missed)).toEqual([point?.binding, null, null])
  })

  it('has no formula for letters, and nothing to say of a closed interval', () => {
    const letters = { ...VOICE, deadlineSeconds: 3600 }
    const open = explainRequirement(at(18, 300), letters, 2)
    // 18 · 300 / 1800 = 3 Erlangs of its own work.
    expect(open).toMatchObject({ model: 'deferred', offeredErlangs: 3, outcomes: [] })
    expect(explainRequirement(at(18, 300, false), VOICE, 0).model).toBeNull()
  })
})
