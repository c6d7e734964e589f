import { describe, expect, it } from 'vitest'

import { checkSchedule } from '#forecasting/scheduling/check-schedule.ts'
import { priceRelaxations } from '#forecasting/scheduling/relaxations/price-relaxations.ts'
import {
  possibleRelaxations,
  type Relaxation,
  relaxed,
} from '#forecasting/scheduling/relaxations/relaxation.ts'
import { solve } from '#forecasting/scheduling/solve.ts'

import { fixture } from '../fixture.ts'

const problem = fixture('cc-010-w1-a')
const contracts = new Set(problem.contracts.map(({ id }) => id))
const possible = possibleRelaxations(problem, contracts)
const ITERATIONS = 20_000
const { schedule } = solve(problem, { seed: 1, iterations: 5 * ITERATIONS })
const busy = {
  ...problem,
  demand: Object.fromEntries(
    Object.entries(problem.demand).map(([skill, agents]) => [skill, agents.map((n) => n * 1.5)]),
  ),
}

describe('possibleRelaxations', () => {
  it('names every contract that somebody has, every skill that is asked for, starts and breaks', () => {
    const used = new Set(problem.operators.map(({ contract }) => contract))
    const kinds = Map.groupBy(possible, ({ kind }) => kind)
    expect(kinds.get('shift_a_week')).toHaveLength(used.size)
    expect(kinds.get('person')).toHaveLength(problem.skills.length)
    expect(kinds.get('start_window')).toHaveLength(1)
    expect(kinds.get('break_window')).toHaveLength(1)
    expect(kinds.has('planner_rule')).toBe(false)
  })

  it('leaves contracts alone that may not be changed', () => {
    const none = possibleRelaxations(problem, new Set())
    expect(none.map(({ kind }) => kind)).toEqual(['start_window', 'break_window'])
  })
})

describe('relaxed', () => {
  const [contract] = problem.contracts
  const relaxedContract = (
    kind: 'shift_a_week' | 'day_in_a_row' | 'night_in_a_row' | 'hour_of_rest',
  ) => relaxed(problem, { kind, contract: contract?.id ?? '' }).contracts[0]

  it('adds the shortest shift of a contract to its week, and to its period', () => {
    const own = problem.shapes.filter(({ id }) => contract?.shapes.includes(id))
    const shortest = Math.min(...own.map(({ paidMin }) => paidMin))
    const after = relaxedContract('shift_a_week')
    expect(after?.weekMaxPaidMin).toBe((contract?.weekMaxPaidMin ?? 0) + shortest)
    expect(after?.periodMaxPaidMin).toBe(
      (contract?.periodMaxPaidMin ?? 0) + (shortest * problem.days) / 7,
    )
  })

  it('adds a day and a night in a row, and takes an hour from the rest', () => {
    expect(relaxedContract('day_in_a_row')?.maxConsecDays).toBe((contract?.maxConsecDays ?? 0) + 1)
    expect(relaxedContract('night_in_a_row')?.maxConsecNights).toBe(
      (contract?.maxConsecNights ?? 0) + 1,
    )
    expect(relaxedContract('hour_of_rest')?.minRestMin).toBe((contract?.minRestMin ?? 0) - 60)
  })

  it('adds a person who has one skill and is owed nothing', () => {
    const [person] = possible.filter(({ kind }) => kind === 'person')
    const after = relaxed(problem, person as Relaxation)
    expect(after.operators).toHaveLength(problem.operators.length + 1)
    expect(after.operators.at(-1)).toMatchObject({ periodTargetPaidMin: 0, leaveDays: [] })
    expect(after.operators.at(-1)?.skills).toHaveLength(1)
  })

  it('takes a planners’ rule out, and no other', () => {
    const rule = (id: string) => ({ id, kind: 'weekends_worked' as const, for: {}, max: 1 })
    const ruled = { ...problem, plannerRules: [rule('a'), rule('b')] }
    expect(possibleRelaxations(ruled, contracts)).toContainEqual({
      kind: 'planner_rule',
      rule: 'a',
    })
    const after = relaxed(ruled, { kind: 'planner_rule', rule: 'a' })
    expect(after.plannerRules?.map(({ id }) => id)).toEqual(['b'])
  })

  it('keeps a shape that starts twice a day as it is, and widens others by half an hour', () => {
    const after = relaxed(problem, { kind: 'start_window' })
    const [seldom = [], often = []] = [true, false].map((isSeldom) =>
      problem.shapes.flatMap((shape, at) =>
        shape.startStepMin > 30 === isSeldom ? [{ shape, now: after.shapes[at] }] : [],
      ),
    )
    expect(seldom.length * often.length).toBeGreaterThan(0)
    for (const { shape, now } of seldom) expect(now).toEqual(shape)
    for (const { shape, now } of often) {
      expect(shape.startFromMin - (now?.startFromMin ?? 0)).toBe(30)
    }
  })

  it.each(possible)('leaves a legal plan legal: $kind', (relaxation) => {
    expect(checkSchedule(problem, schedule)).toEqual([])
    expect(checkSchedule(relaxed(problem, relaxation), schedule)).toEqual([])
  })
})

describe('priceRelaxations', () => {
  const options = { seed: 1, iterations: ITERATIONS }
  const plan = solve(busy, { seed: 1, iterations: 20 * ITERATIONS }).schedule
  const people = possible.filter(({ kind }) => kind === 'person')

  it('finds that a person helps where people are missing, and orders by what it brings', () => {
    const shares: number[] = []
    const { before, prices, untried } = priceRelaxations(
      busy,
      plan,
      [{ kind: 'night_in_a_row', contract: problem.contracts[0]?.id ?? '' }, ...people],
      { ...options, onProgress: (share) => shares.push(share) },
    )
    expect(untried).toBe(0)
    expect(prices[0]?.relaxation.kind).toBe('person')
    expect(prices[0]?.gain).toBeGreaterThan(1)
    expect(prices[0]?.figures.shortHours).toBeLessThan(before.shortHours)
    expect(prices.map(({ gain }) => gain)).toEqual(
      prices.map(({ gain }) => gain).toSorted((a, b) => b - a),
    )
    expect(shares.every((share) => share <= 1)).toBe(true)
  })

  it('is the same for the same seed', () => {
    const price = () => priceRelaxations(busy, plan, people, options)
    expect(price()).toEqual(price())
  })

  it('gives nothing for a rule that binds nobody', () => {
    const free = {
      ...problem,
      contracts: problem.contracts.map((one) => ({ ...one, maxConsecNights: 20 })),
    }
    const relaxation: Relaxation = {
      kind: 'night_in_a_row',
      contract: problem.contracts[0]?.id ?? '',
    }
    const { prices } = priceRelaxations(free, schedule, [relaxation], options)
    expect(prices).toMatchObject([{ gain: 0 }])
  })

  it('says how many there was no time for', () => {
    const stopped = priceRelaxations(busy, plan, people, { ...options, shouldStop: () => true })
    expect(stopped).toMatchObject({ prices: [], untried: people.length })
  })
})
