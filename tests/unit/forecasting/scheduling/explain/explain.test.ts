import { describe, expect, it } from 'vitest'

import { explainInterval } from '#forecasting/scheduling/explain/explain-interval.ts'
import { explainShift } from '#forecasting/scheduling/explain/explain-shift.ts'
import { explainSurplus } from '#forecasting/scheduling/explain/explain-surplus.ts'
import type { Instance, Operator, Schedule } from '#forecasting/scheduling/instance.ts'
import { score } from '#forecasting/scheduling/score.ts'

import { HOUR, onePerson } from '../rules/one-person.ts'

const BASE = onePerson([9 * HOUR])
const [SHIFT] = BASE.shifts

function made(people: readonly Partial<Operator>[]): Instance {
  const voice = Array.from({ length: 336 }, (_, t) => (t >= 18 && t < 36 ? 3 : 0))
  return {
    ...BASE.instance,
    demand: { voice },
    operators: people.map((change, index) => ({ ...BASE.operator, id: `p${index}`, ...change })),
  }
}

/** Everybody named works from 9 to 18 on Monday, with breaks from 11:00 and 12:30. */
function plan(...ops: string[]): Schedule {
  const shifts = ops.flatMap((op) => (SHIFT === undefined ? [] : [{ ...SHIFT.shift, op }]))
  return { format: 'wfm-schedule/1', instance: 'one person', shifts }
}

describe('explainInterval', () => {
  const instance = made([
    {},
    {},
    { leaveDays: [0] },
    { nightBan: true, unavailable: [[0, 24 * HOUR]] },
    { history: { lastShiftEnd: 4 * HOUR, consecDays: 1, consecNights: 0 } },
    { skills: [] },
  ])
  const at = (hour: number) =>
    explainInterval(instance, plan('p0'), { skill: 'voice', interval: hour * 2 })

  it('counts what is required and missing', () => {
    expect(at(10)).toMatchObject({ skill: 'voice', required: 3, short: 2 })
  })

  it('tells who is there, who could come and what is in the way of the others', () => {
    const people = new Map(at(10).people.map((reason) => [reason.op, reason]))
    expect(people.get('p0')).toMatchObject({ kind: 'on_duty' })
    expect(people.get('p1')).toMatchObject({ kind: 'possible', shape: 'day', replaces: null })
    expect(people.get('p2')).toMatchObject({ kind: 'barred', broken: [{ code: 'R12' }] })
    expect(people.get('p3')).toMatchObject({ kind: 'barred', broken: [{ code: 'R12' }] })
    // Twelve hours after 4:00 is 16:00: too late to be there at 10.
    expect(people.get('p4')).toMatchObject({ kind: 'barred', broken: [{ code: 'R07' }] })
    expect(people.has('p5')).toBe(false)
  })

  it('tells that somebody is on a break, and until when', () => {
    const people = at(12.5).people
    expect(people).toContainEqual({ kind: 'on_break', op: 'p0', untilMin: 13.5 * HOUR })
  })

  it('prices whoever could come as a recomputation does', () => {
    const [first] = at(10).people
    if (first?.kind !== 'possible') throw new Error('nobody could come')
    const before = score(instance, plan('p0')).objective
    expect(first.delta).toBeLessThan(0)
    // Somebody more on Monday at the time that was named, with the breaks that this plan has.
    const shifted = plan('p0', first.op)
    const [, added] = shifted.shifts
    const moved = first.start - (added?.start ?? 0)
    const shifts = shifted.shifts.map((shift) =>
      shift.op === first.op
        ? {
            ...shift,
            start: shift.start + moved,
            breaks: shift.breaks.map((pause) => ({ ...pause, start: pause.start + moved })),
          }
        : shift,
    )
    // The engine places the breaks better or as well.
    const after = score(instance, { ...shifted, shifts }).objective
    expect(first.delta).toBeLessThanOrEqual(after - before + 1e-9)
  })

  it('tells what the coming of the cheapest would cost, term by term', () => {
    const [first] = at(10).people
    if (first?.kind !== 'possible') throw new Error('nobody could come')
    const sum = Object.values(first.terms ?? {}).reduce((total, term) => total + term, 0)
    expect(sum).toBeCloseTo(first.delta, 9)
    // Somebody missing less, and a paid day of 8 hours that the contract owes anyway.
    expect(first.terms?.underCrit).toBeLessThan(0)
    expect(first.terms).toMatchObject({ pay: 8, shortfall: -16 })
  })

  it('does not offer whoever is locked that day', () => {
    const locks = [{ op: 'p1', day: 0, off: true }] as const
    const { people } = explainInterval({ ...instance, locks }, plan('p0'), {
      skill: 'voice',
      interval: 20,
    })
    expect(people).toContainEqual({ kind: 'locked', op: 'p1' })
  })

  it('refuses a skill or an interval that there is not', () => {
    expect(() => explainInterval(instance, plan(), { skill: 'x', interval: 0 })).toThrow(RangeError)
    expect(() => explainInterval(instance, plan(), { skill: 'voice', interval: 336 })).toThrow(
      RangeError,
    )
  })
})

describe('explainShift', () => {
  const instance = made([{}])

  it('is worth the shortage that it prevents less what it costs', () => {
    const found = explainShift(instance, plan('p0'), { op: 'p0', day: 0 })
    // Three wanted, 0.8 of them critical: the one there saves 6 for each of 7.75 h on duty.
    expect(found?.terms.underCrit).toBeCloseTo(7.75 * 6, 9)
    expect(found?.terms).toMatchObject({ pay: -8, shortfall: 16 })
    expect(found?.worth).toBeCloseTo(7.75 * 6 - 8 + 16, 9)
  })

  it('knows nothing of a day off', () => {
    expect(explainShift(instance, plan('p0'), { op: 'p0', day: 1 })).toBeUndefined()
  })
})

describe('explainSurplus', () => {
  const five = made([{}, {}, {}, {}, {}])
  const all = plan('p0', 'p1', 'p2', 'p3', 'p4')
  const at10 = 20

  it('tells what every release would cost, as a recomputation does, the cheapest first', () => {
    const { releases, others, bound } = explainSurplus(five, all, at10)
    expect(releases.map(({ op }) => op).toSorted()).toEqual(['p0', 'p1', 'p2', 'p3', 'p4'])
    expect([others, bound]).toEqual([0, 0])
    const costs = releases.map(({ delta }) => delta)
    expect(costs).toEqual(costs.toSorted((a, b) => a - b))
    for (const { delta, terms } of releases) {
      expect(Object.values(terms).reduce((sum, term) => sum + term, 0)).toBeCloseTo(delta, 9)
    }
    // Nothing but the owed day stands against a day off where five stand and three are asked for.
    expect(releases[0]?.terms.shortfall ?? 0).toBeGreaterThanOrEqual(0)
  })

  it('takes them out of the interval: a shift beside it, or a day off', () => {
    for (const { to } of explainSurplus(five, all, at10).releases) {
      if (to === null) continue
      const spanMin = five.shapes.find(({ id }) => id === to.shape)?.spanMin ?? 0
      expect(to.start >= 10.5 * HOUR || to.start + spanMin <= 10 * HOUR).toBe(true)
    }
  })

  it('leaves alone whoever is locked, came before the week, or is not there', () => {
    const [shift] = all.shifts
    const locks = shift === undefined ? [] : [{ ...shift, day: 0 }]
    const history = { lastShiftEnd: 12 * HOUR, consecDays: 1, consecNights: 0 }
    const mixed = made([{}, {}, {}, {}, {}, { history }])
    const found = explainSurplus({ ...mixed, locks }, plan('p0', 'p1'), at10)
    expect(found.releases.map(({ op }) => op)).toEqual(['p1'])
    expect(found.bound).toBe(2)
  })

  it('refuses an interval that there is not', () => {
    expect(() => explainSurplus(five, all, 336)).toThrow(RangeError)
  })
})
