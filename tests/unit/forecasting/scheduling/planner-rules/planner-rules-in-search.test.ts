import { describe, expect, it } from 'vitest'

import { mulberry32 } from '#forecasting/kernel/random.ts'
import { checkSchedule } from '#forecasting/scheduling/check-schedule.ts'
import { drawMove } from '#forecasting/scheduling/engine/draw-move.ts'
import { compileProblem } from '#forecasting/scheduling/engine/problem.ts'
import { SearchState } from '#forecasting/scheduling/engine/search-state.ts'
import { checkPlannerRules } from '#forecasting/scheduling/planner-rules/check-planner-rules.ts'
import type { PlannerRule } from '#forecasting/scheduling/planner-rules/planner-rule.ts'
import { readInstance } from '#forecasting/scheduling/read-instance.ts'
import { score } from '#forecasting/scheduling/score.ts'
import { solve } from '#forecasting/scheduling/solve.ts'

import { fixture } from '../fixture.ts'

const base = fixture('cc-010-w1-a')
const [first, second, third] = base.operators.map(({ id }) => id) as [string, string, string]
const shapes = base.shapes.map(({ id }) => id)

/** One rule of every kind; those with a weight may be broken. */
const RULES: readonly PlannerRule[] = [
  { kind: 'working_days_in_a_row', id: 'two at least', for: {}, min: 2 },
  { kind: 'days_off_in_a_row', id: 'two off', for: {}, min: 2, weight: 3 },
  { kind: 'weekends_worked', id: 'free weekend', for: { operators: [first] }, max: 0 },
  { kind: 'start_spread', id: 'alike', for: {}, maxMin: 120 },
  {
    kind: 'works_with',
    id: 'mentor',
    for: { operators: [second] },
    other: third,
    minOverlapMin: 240,
  },
  {
    kind: 'shifts_of_kind',
    id: 'some',
    for: {},
    shapes: shapes.slice(0, 1),
    per: 'week',
    max: 3,
    weight: 2,
  },
  {
    kind: 'forbidden_succession',
    id: 'no',
    for: {},
    first: shapes.slice(0, 1),
    next: shapes.slice(1, 2),
    weight: 1,
  },
  {
    kind: 'rotation',
    id: 'turn',
    for: { operators: [third] },
    cycle: [shapes.slice(0, 2)],
    offsetWeeks: 0,
    weight: 4,
  },
  {
    kind: 'people_on_shift',
    id: 'noon',
    for: {},
    fromMin: 660,
    toMin: 780,
    minOverlapMin: 60,
    min: 2,
  },
  {
    kind: 'people_on_shift',
    id: 'places at the office',
    for: {},
    fromMin: 600,
    toMin: 960,
    minOverlapMin: 15,
    place: 'office',
    max: 4,
    weight: 5,
  },
]
/** Everybody works at home on a day or two of the week, each on others. */
const operators = base.operators.map((one, o) => ({
  ...one,
  homeDays: [...new Set([o % base.days, (o * 3 + 1) % base.days])].toSorted((a, b) => a - b),
}))
const instance = { ...base, operators, plannerRules: RULES }

describe('planners’ rules in the search', () => {
  it('change the cost by exactly what a recount finds, through moves taken and taken back', () => {
    const problem = compileProblem(instance)
    const state = new SearchState(problem)
    const random = mulberry32(5)
    const fixed = new Uint8Array(problem.operatorCount * problem.days)
    let taken = 0
    for (let move = 0; move < 4000; move++) {
      if (!drawMove(state, { random, fixed })) continue
      const delta = state.propose()
      if (delta === Number.POSITIVE_INFINITY || random() < 0.6) continue
      const before = state.recount()
      state.accept(delta)
      expect(state.recount() - before).toBeCloseTo(delta, 6)
      taken++
      if (random() > 0.3) continue
      state.undo()
      expect(state.recount()).toBeCloseTo(before, 6)
    }
    expect(taken).toBeGreaterThan(100)
  })

  it('are kept by the plan, and its total is the one that the score finds', () => {
    const { schedule, objective } = solve(instance, { seed: 2, iterations: 150_000 })
    expect(checkSchedule(instance, schedule)).toEqual([])
    expect(checkPlannerRules(instance, schedule).filter(({ cost }) => cost === undefined)).toEqual(
      [],
    )
    expect(score(instance, schedule).objective).toBeCloseTo(objective, 6)
  })

  it('would be broken by a plan that does not know them', () => {
    const { schedule } = solve(base, { seed: 2, iterations: 60_000 })
    expect(checkPlannerRules(instance, schedule).length).toBeGreaterThan(0)
  })

  it('of places at the office let more people work who are at home', () => {
    const places: PlannerRule = {
      kind: 'people_on_shift',
      id: 'places',
      for: {},
      fromMin: 0,
      toMin: 1440,
      minOverlapMin: 15,
      place: 'office',
      max: 2,
    }
    const working = (homeDays: readonly number[]) => {
      const people = base.operators.map((one) => ({ ...one, homeDays }))
      const ruled = { ...base, operators: people, plannerRules: [places] }
      const { schedule } = solve(ruled, { seed: 3, iterations: 80_000 })
      expect(checkPlannerRules(ruled, schedule)).toEqual([])
      return schedule.shifts.length
    }
    const everyDay = [...Array.from({ length: base.days }).keys()]
    // Two a day at most, in seven days, where nobody is at home.
    expect(working([])).toBeLessThanOrEqual(14)
    expect(working(everyDay)).toBeGreaterThan(14)
  })

  it('change nothing when there are none', () => {
    const options = { seed: 4, iterations: 30_000 }
    const without = solve(base, options)
    expect(solve({ ...base, plannerRules: [] }, options)).toEqual(without)
  })
})

describe('reading planners’ rules', () => {
  it('reads every kind as it was written', () => {
    const reading = readInstance(JSON.parse(JSON.stringify(instance)))
    expect(reading.kind === 'instance' && reading.instance.plannerRules).toEqual(RULES)
    expect(reading.kind === 'instance' && reading.instance.operators).toEqual(operators)
  })

  it('leaves an instance without them as it was', () => {
    const reading = readInstance(JSON.parse(JSON.stringify(base)))
    expect(reading.kind === 'instance' && 'plannerRules' in reading.instance).toBe(false)
  })

  it.each([
    ['an unknown kind', { kind: 'other', id: 'x' }, 'plannerRules[0].kind', 'wrong_value'],
    [
      'another place than the office',
      { kind: 'people_on_shift', id: 'x', place: 'home', max: 1 },
      'plannerRules[0].place',
      'wrong_value',
    ],
    ['no limit', { kind: 'weekends_worked', id: 'x' }, 'plannerRules[0]', 'wrong_value'],
    [
      'limits that exclude all',
      { kind: 'weekends_worked', id: 'x', min: 3, max: 2 },
      'plannerRules[0].min',
      'out_of_range',
    ],
    [
      'an empty cycle',
      { kind: 'rotation', id: 'x', cycle: [] },
      'plannerRules[0].cycle',
      'wrong_length',
    ],
    [
      'an unknown person',
      { kind: 'works_with', id: 'x', other: 'nobody', minOverlapMin: 60 },
      'plannerRules[0].other',
      'unknown_reference',
    ],
    [
      'an unknown shape',
      { kind: 'forbidden_succession', id: 'x', first: ['?'], next: [] },
      'plannerRules[0].first',
      'unknown_reference',
    ],
  ])('refuses %s, and tells where', (_what, rule, path, code) => {
    const reading = readInstance({ ...base, plannerRules: [rule] })
    const problems = reading.kind === 'refused' ? reading.problems : []
    expect(problems).toContainEqual(expect.objectContaining({ path, code }))
  })
})
