import { describe, expect, it } from 'vitest'

import { checkSchedule } from '#forecasting/scheduling/check-schedule.ts'
import type { Instance } from '#forecasting/scheduling/instance.ts'
import { readInstance } from '#forecasting/scheduling/read-instance.ts'
import { score } from '#forecasting/scheduling/score.ts'
import { solve } from '#forecasting/scheduling/solve.ts'

import { fixture } from './fixture.ts'

const base = fixture('cc-010-w1-a')
const atHome: Instance = {
  ...base,
  operators: base.operators.map((one) => ({ ...one, homeDays: [0, 2, 5] })),
}

// Labour Code, art. 138: hours of remote work are kept to the same limits.
describe('days at home', () => {
  const { schedule } = solve(base, { seed: 4, iterations: 20_000 })

  it('change nothing of what a search finds where no rule asks for the place', () => {
    expect(solve(atHome, { seed: 4, iterations: 20_000 }).schedule.shifts).toEqual(schedule.shifts)
  })

  it('change neither the breaches of hours and rest nor the cost', () => {
    // Every shift an hour and a half later than it may be: rest, meals and starts are broken by many.
    const late = {
      ...schedule,
      shifts: schedule.shifts.map((shift, at) => ({
        ...shift,
        start: shift.start + (at % 3) * 90,
      })),
    }
    const broken = checkSchedule(base, late)
    expect(broken.length).toBeGreaterThan(0)
    expect(checkSchedule(atHome, late)).toEqual(broken)
    expect(score(atHome, schedule)).toEqual(score(base, schedule))
  })

  it.each([
    ['not in the horizon', [7], 'out_of_range'],
    ['no number', ['Monday'], 'not_a_number'],
  ])('are refused when they are %s', (_what, homeDays, code) => {
    const [first, ...others] = base.operators
    const reading = readInstance({ ...base, operators: [{ ...first, homeDays }, ...others] })
    const problems = reading.kind === 'refused' ? reading.problems : []
    expect(problems).toContainEqual(
      expect.objectContaining({ path: 'operators[0].homeDays[0]', code }),
    )
  })
})
