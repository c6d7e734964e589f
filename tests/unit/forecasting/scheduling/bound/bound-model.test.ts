import { describe, expect, it } from 'vitest'

import { boundModel } from '#forecasting/scheduling/bound/bound-model.ts'
import type { Instance } from '#forecasting/scheduling/instance.ts'
import { score } from '#forecasting/scheduling/score.ts'
import { solve } from '#forecasting/scheduling/solve.ts'
import { solveLinearProgram } from '#server/platform/linear-solver.ts'

import { drawnInstance } from '../drawn-instance.ts'
import { fixture } from '../fixture.ts'
import { onePerson } from '../rules/one-person.ts'

async function boundOf(instance: Instance): Promise<number> {
  const solution = await solveLinearProgram(boundModel(instance), { timeLimitSeconds: 300 })
  if (solution.kind === 'unsolved') throw new Error(`the solver says ${solution.status}`)
  return solution.objective
}

describe('boundModel', () => {
  // Shifts start by noon, so that none reaches into the night or over the end of the horizon.
  const { instance: idle } = onePerson([], { shape: { startToMin: 720 } })

  it('is the price of five idle shifts where that is less than the hours owed', async () => {
    // 40 h of pay at 1, and 5 shifts of 9 h less 1 h 15 min of breaks, idle at 0.5; owing 40 h is 80.
    expect(await boundOf(idle)).toBeCloseTo(40 + 5 * 7.75 * 0.5, 4)
  })

  it('is the price of the hours owed where nobody may work', async () => {
    const [operator] = idle.operators
    if (operator === undefined) throw new Error('the instance has nobody')
    const onLeave = { ...operator, leaveDays: [0, 1, 2, 3, 4, 5, 6, 7] }
    expect(await boundOf({ ...idle, operators: [onLeave] })).toBeCloseTo(40 * 2, 4)
  })

  it('lets a person be in one place at a time', async () => {
    // Two are needed from 9 to 10 on Monday, one is there: 0.6 of them critical at 6, 0.4 at 3.
    const voice = idle.demand['voice']?.map((_, t) => (t >= 18 && t < 20 ? 2 : 0)) ?? []
    const { weights } = idle
    const onlyMonday = { ...weights, idle: 0, shortfall: 0, pay: 0, nightPremium: 0 }
    const bound = await boundOf({ ...idle, demand: { voice }, weights: onlyMonday })
    expect(bound).toBeCloseTo(0.6 * 6 + 0.4 * 3, 4)
  })

  it('prices a break that leaves a gap as whole people leave it', async () => {
    // One is needed for the hour in which the person, who starts at nine, must rest for a quarter of one.
    const { instance } = onePerson([], { shape: { startFromMin: 540, startToMin: 540 } })
    const first = (540 + 90) / 15
    const voice = Array.from({ length: 672 }, (_, t) => (t >= first && t < first + 4 ? 1 : 0))
    const weights = { ...instance.weights, idle: 0, shortfall: 0, pay: 0, nightPremium: 0 }
    const bound = await boundOf({ ...instance, intervalMin: 15, demand: { voice }, weights })
    // A share of the break in each quarter would leave everywhere the 80 % that are critical.
    expect(bound).toBeCloseTo(0.25 * (0.8 * 6 + 0.2 * 3), 4)
  })

  it.each([15, 30] as const)(
    'is below two hundred plans drawn by chance, in %i minutes',
    async (intervalMin) => {
      const people = { people: 5, skills: 2, demandPerPerson: 0.4 }
      const drawn = drawnInstance({ seed: 6, intervalMin, weeks: 1, ...people })
      const days = 2
      const short: Instance = {
        ...drawn,
        days,
        shapes: drawn.shapes.map((shape) => ({ ...shape, startStepMin: 120 })),
        demand: Object.fromEntries(
          Object.entries(drawn.demand).map(([id, agents]) => [
            id,
            agents.slice(0, (days * 1440) / intervalMin),
          ]),
        ),
        operators: drawn.operators.map((operator) => ({ ...operator, periodTargetPaidMin: 660 })),
      }
      const bound = await boundOf(short)
      const plans = Array.from({ length: 200 }, (_, seed) =>
        score(short, solve(short, { seed, iterations: 20 + 4 * seed }).schedule),
      )
      const best = Math.min(...plans.map(({ core }) => core))
      expect(bound).toBeLessThanOrEqual(best + 1e-6)
      expect(bound).toBeGreaterThan(0.6 * best)
    },
  )

  it('is never above a schedule, with several skills and demand in half hours', async () => {
    const quarters = fixture('edge-night-chat-a')
    const days = 3
    const halves: Instance = {
      ...quarters,
      intervalMin: 30,
      days,
      shapes: quarters.shapes.map((shape) => ({ ...shape, startStepMin: 60 })),
      demand: Object.fromEntries(
        Object.entries(quarters.demand).map(([id, list]) => [
          id,
          list.slice(0, days * 96).filter((_, t) => t % 2 === 0),
        ]),
      ),
    }
    const { schedule } = solve(halves, { seed: 1, iterations: 50_000 })
    const { core } = score(halves, schedule)
    const bound = await boundOf(halves)
    expect(bound).toBeLessThanOrEqual(core + 1e-6)
    expect(bound).toBeGreaterThan(0.7 * core)
  }, 120_000)
})
