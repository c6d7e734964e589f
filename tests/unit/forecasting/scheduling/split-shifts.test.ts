import { describe, expect, it } from 'vitest'

import { checkSchedule } from '#forecasting/scheduling/check-schedule.ts'
import { dutyOf } from '#forecasting/scheduling/duty.ts'
import type { Instance, Shape } from '#forecasting/scheduling/instance.ts'
import { minutesOnShift } from '#forecasting/scheduling/planner-rules/overlap.ts'
import { score } from '#forecasting/scheduling/score.ts'
import { solve } from '#forecasting/scheduling/solve.ts'

import { drawnInstance } from './drawn-instance.ts'

/** Four hours, a gap of as many, four hours more; a second part over midnight when it begins late. */
const SPLIT: Shape = {
  id: 'split',
  spanMin: 720,
  paidMin: 480,
  startFromMin: 360,
  startToMin: 960,
  startStepMin: 30,
  breaks: [
    { kind: 'rest', lenMin: 15, paid: true, fromMin: 60, toMin: 150 },
    { kind: 'gap', lenMin: 240, paid: false, fromMin: 240, toMin: 240 },
  ],
}

/** A centre whose full-time people have the split shift alone. */
function centre(splitShifts: boolean): Instance {
  const drawn = drawnInstance({
    seed: 11,
    intervalMin: 15,
    weeks: 1,
    people: 8,
    skills: 1,
    demandPerPerson: 0.5,
  })
  return {
    ...drawn,
    shapes: [SPLIT],
    contracts: drawn.contracts.map((contract) => ({
      ...contract,
      shapes: [SPLIT.id],
      dayMaxPaidMin: 480,
      splitShifts,
    })),
  }
}

describe('a search with shifts in two parts', () => {
  it('keeps every rule, tells the score, and has nobody there in a gap', () => {
    const instance = centre(true)
    const { schedule, objective } = solve(instance, { seed: 1, iterations: 6_000 })
    expect(schedule.shifts.length).toBeGreaterThan(0)
    expect(checkSchedule(instance, schedule)).toEqual([])
    expect(Math.abs(score(instance, schedule).objective - objective)).toBeLessThan(1e-9)
    const alone = { ...schedule, shifts: schedule.shifts.slice(0, 1) }
    const nobody = instance.operators.map((one) => ({
      ...one,
      history: { ...one.history, lastShiftEnd: -1440 },
    }))
    const hours = dutyOf({ ...instance, operators: nobody }, alone)
      .flatMap(({ agents }) => [...agents])
      .reduce((sum, agents) => sum + agents / 4, 0)
    // Eight paid hours, of which a quarter is rest.
    expect(hours).toBe(7.75)
  })

  it('gives none where no contract provides for them', () => {
    expect(solve(centre(false), { seed: 1, iterations: 500 }).schedule.shifts).toEqual([])
  })
})

describe('minutesOnShift', () => {
  it('counts no minute of a gap', () => {
    const facts = {
      ids: ['split'],
      spanMinutes: Int32Array.of(720),
      gapFrom: Int32Array.of(240),
      gapMinutes: Int32Array.of(240),
    }
    const row = {
      starts: Int32Array.of(480),
      shapes: Int32Array.of(0),
      daysBefore: 0,
      isHome: new Uint8Array(1),
    }
    expect(minutesOnShift(row, facts, { fromMin: 480, toMin: 1200 })).toBe(480)
    expect(minutesOnShift(row, facts, { fromMin: 720, toMin: 960 })).toBe(0)
    expect(minutesOnShift(row, facts, { fromMin: 660, toMin: 1020 })).toBe(120)
  })
})
