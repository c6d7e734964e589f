import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { checkSchedule } from '#forecasting/scheduling/check-schedule.ts'
import { diagnose } from '#forecasting/scheduling/diagnose.ts'
import type { Instance, PersonalBreaks, Shape } from '#forecasting/scheduling/instance.ts'
import {
  breaksDue,
  givesPersonalBreaks,
  withPersonalBreaks,
} from '#forecasting/scheduling/personal-breaks.ts'
import { score } from '#forecasting/scheduling/score.ts'
import { shapeFaults } from '#forecasting/scheduling/shape-faults.ts'
import { solve } from '#forecasting/scheduling/solve.ts'

import { drawnInstance } from './drawn-instance.ts'
import { fixture } from './fixture.ts'

const SPREAD: PersonalBreaks = { lenMin: 30, everyMin: 180, joinedTo: 'none' }
const BASE = fixture('cc-010-w1-a')

/** The same centre where everybody is due breaks of their own, and works shapes that have them. */
function withBreaksFor(instance: Instance, need: PersonalBreaks): Instance {
  return {
    ...instance,
    shapes: instance.shapes.map(
      (shape) => withPersonalBreaks(shape, need, instance.rules) ?? shape,
    ),
    operators: instance.operators.map((one) => ({ ...one, personalBreaks: need })),
  }
}

describe('breaksDue', () => {
  // With k breaks a shift has k + 1 stretches of at most three hours: 3:00, 3 + 0:30 + 3, 3 + 0:30 + 3 + 0:30 + 3.
  it.each([
    [180, 0],
    [181, 1],
    [390, 1],
    [391, 2],
    [480, 2],
    [660, 3],
  ])('is for %i minutes of work %i half hours', (work, due) => {
    expect(breaksDue(work, SPREAD)).toBe(due)
  })
})

describe('withPersonalBreaks', () => {
  const need = fc.record({
    lenMin: fc.constantFrom(30, 60),
    everyMin: fc.constant(180),
    joinedTo: fc.constantFrom('none' as const, 'meal' as const, 'start' as const, 'end' as const),
  })

  it('keeps span, starts, paid time and the breaks of the shape, and finds a lawful place for the others', () => {
    let placed = 0
    fc.assert(
      fc.property(fc.constantFrom(...BASE.shapes), need, (shape, wanted) => {
        const own = withPersonalBreaks(shape, wanted, BASE.rules)
        if (own === undefined) return
        placed++
        expect({ ...own, breaks: [] }).toEqual({ ...shape, breaks: [] })
        expect(shapeFaults(own, BASE.rules)).toEqual([])
        expect(givesPersonalBreaks(own, wanted, BASE.rules)).toBe(true)
        const lengths = (one: Shape): number[] =>
          one.breaks
            .filter(({ kind }) => kind !== 'personal')
            .map(({ lenMin }) => lenMin)
            .toSorted((a, b) => a - b)
        expect(lengths(own)).toEqual(lengths(shape))
      }),
      { numRuns: 60 },
    )
    expect(placed).toBeGreaterThan(0)
  })

  it('leaves a shape alone that is too short for any to be due', () => {
    const short: Shape = { ...(BASE.shapes[0] as Shape), spanMin: 180, paidMin: 180, breaks: [] }
    expect(withPersonalBreaks(short, SPREAD, BASE.rules)).toBe(short)
  })

  it('finds no place where the breaks of the shape leave none', () => {
    const meal = { kind: 'meal', lenMin: 60, paid: false, fromMin: 60, toMin: 60 } as const
    const shape: Shape = {
      ...(BASE.shapes[0] as Shape),
      spanMin: 240,
      paidMin: 180,
      breaks: [meal],
    }
    const rules = { ...BASE.rules, mealRequiredFromSpanMin: 360 }
    // Three hours of work need no break; with an hour more one is due, and the first hour cannot hold it.
    expect(withPersonalBreaks(shape, { ...SPREAD, everyMin: 20 }, rules)).toBeUndefined()
  })
})

describe('a search for people with breaks of their own', () => {
  it.each([
    ['spread', { joinedTo: 'none', lenMin: 30 }],
    ['an hour long', { joinedTo: 'none', lenMin: 60 }],
    ['joined to the meal', { joinedTo: 'meal', lenMin: 30 }],
    ['at the end', { joinedTo: 'end', lenMin: 30 }],
  ] as const)('keeps every rule and tells the score, with breaks %s', (_, part) => {
    const drawing = {
      intervalMin: 15,
      weeks: 1,
      people: 8,
      skills: 2,
      demandPerPerson: 0.5,
    } as const
    const instance = withBreaksFor(drawnInstance({ ...drawing, seed: 3 }), {
      ...SPREAD,
      ...part,
    })
    const { schedule, objective } = solve(instance, { seed: 3, iterations: 6_000 })
    expect(schedule.shifts.length).toBeGreaterThan(0)
    expect(checkSchedule(instance, schedule)).toEqual([])
    expect(Math.abs(score(instance, schedule).objective - objective)).toBeLessThan(1e-9)
  })

  it('gives nobody a shape without their breaks, and says of whom and by which rule', () => {
    const bare: Instance = {
      ...BASE,
      operators: BASE.operators.map((one, o) =>
        o === 0 ? { ...one, personalBreaks: SPREAD } : one,
      ),
    }
    const { id = '' } = bare.operators[0] ?? {}
    const { schedule } = solve(bare, { seed: 1, iterations: 2_000 })
    expect(schedule.shifts.filter(({ op }) => op === id)).toEqual([])
    expect(diagnose(bare).warnings).toContainEqual(
      expect.objectContaining({ kind: 'unreachable-hours', op: id, rule: 'R17' }),
    )
  })
})
