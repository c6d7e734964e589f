import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { coveredIntervals } from '#forecasting/scheduling/coverage.ts'
import type { Instance, Schedule } from '#forecasting/scheduling/instance.ts'
import { sessionTimes } from '#forecasting/scheduling/session-times.ts'

import { fixture } from './fixture.ts'

const BASE = fixture('edge-hours-a')

/** One Monday, 08:00–17:00 with a meal at 12:00, `people` of them, all of one skill. */
function day(people: number, required: readonly number[]): [Instance, Schedule] {
  const [operator] = BASE.operators
  const [contract] = BASE.contracts
  if (operator === undefined || contract === undefined) throw new RangeError('the fixture is empty')
  const ids = Array.from({ length: people }, (_, at) => `P-${at}`)
  const instance: Instance = {
    ...BASE,
    intervalMin: 60,
    days: 1,
    skills: [{ id: 'voice', underWeight: 1 }],
    demand: { voice: required },
    shapes: [
      {
        id: 'D9',
        spanMin: 540,
        paidMin: 480,
        startFromMin: 480,
        startToMin: 480,
        startStepMin: 30,
        breaks: [],
      },
    ],
    operators: ids.map((id) => ({
      ...operator,
      id,
      skills: ['voice'],
      history: { lastShiftEnd: -9999, consecDays: 0, consecNights: 0 },
    })),
    locks: [],
  }
  const shifts = ids.map((op) => ({
    op,
    start: 480,
    shape: 'D9',
    breaks: [{ kind: 'meal' as const, start: 720, len: 60 }],
  }))
  return [instance, { format: 'wfm-schedule/1', instance: instance.name, shifts }]
}

const hours = (agents: (hour: number) => number): number[] =>
  Array.from({ length: 24 }, (_, hour) => agents(hour))

describe('sessionTimes', () => {
  it('begins with the hour that spares most: 16:00, when one is enough', () => {
    const [instance, schedule] = day(
      3,
      hours((hour) => (hour < 8 || hour > 16 ? 0 : hour === 16 ? 1 : 3)),
    )
    const wish = { people: ['P-0', 'P-1'], lengthMin: 60, stepMin: 60, fromMin: 0 }
    const [best, next] = sessionTimes(instance, schedule, wish)
    expect(best).toMatchObject({ startMin: 960, shortAgentHours: 0, worstShort: 0 })
    expect(best?.present).toEqual(['P-0', 'P-1'])
    // At 08:00 three are asked for and one is left.
    expect(next?.startMin).toBe(480)
    expect(next?.shortAgentHours).toBeCloseTo(2, 9)
    expect(next?.worstShort).toBeCloseTo(2, 9)
  })

  it('takes nobody out of a meal, nor out of what is no shift', () => {
    const [instance, schedule] = day(
      2,
      hours(() => 0),
    )
    const wish = { people: ['P-0'], lengthMin: 90, stepMin: 30, fromMin: 0 }
    const starts = sessionTimes(instance, schedule, wish).map(({ startMin }) => startMin)
    // 08:00–10:30 begin before the meal, 13:00–15:30 after it.
    expect(starts).toEqual([480, 510, 540, 570, 600, 630, 780, 810, 840, 870, 900, 930])
  })

  it('counts somebody who is not there against a time', () => {
    const [instance, schedule] = day(
      2,
      hours(() => 0),
    )
    const late = { ...schedule, shifts: schedule.shifts.filter(({ op }) => op === 'P-0') }
    const wish = { people: ['P-0', 'P-1'], lengthMin: 60, stepMin: 60, fromMin: 600 }
    const [best] = sessionTimes(instance, late, wish)
    expect(best).toMatchObject({ startMin: 600, present: ['P-0'] })
  })

  it('refuses a session that takes no time', () => {
    const [instance, schedule] = day(
      1,
      hours(() => 0),
    )
    const wish = { people: ['P-0'], lengthMin: 0, stepMin: 15, fromMin: 0 }
    expect(() => sessionTimes(instance, schedule, wish)).toThrow(RangeError)
  })

  it('costs what coverage says when the session stands in the plan as a pause', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 24, maxLength: 24 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 8 }),
        (required, people, quarters) => {
          const [instance, schedule] = day(people, required)
          const wished = ['P-0', 'P-1']
          const lengthMin = quarters * 15
          const wish = { people: wished, lengthMin, stepMin: 45, fromMin: 0 }
          const missing = (plan: Schedule): number =>
            coveredIntervals(instance, plan).reduce((sum, { short }) => sum + (short[0] ?? 0), 0)
          for (const time of sessionTimes(instance, schedule, wish)) {
            const paused: Schedule = {
              ...schedule,
              shifts: schedule.shifts.map((shift) => ({
                ...shift,
                breaks: time.present.includes(shift.op)
                  ? [...shift.breaks, { kind: 'rest', start: time.startMin, len: lengthMin }]
                  : shift.breaks,
              })),
            }
            expect(time.shortAgentHours).toBeCloseTo(missing(paused) - missing(schedule), 6)
          }
        },
      ),
      { numRuns: 40 },
    )
  })
})
