import { describe, expect, it } from 'vitest'

import { explainInterval } from '#forecasting/scheduling/explain/explain-interval.ts'
import { explainShift } from '#forecasting/scheduling/explain/explain-shift.ts'
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
