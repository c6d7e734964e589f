import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { changesBetween } from '#forecasting/scheduling/changes-between.ts'
import { checkSchedule } from '#forecasting/scheduling/check-schedule.ts'
import type { Instance } from '#forecasting/scheduling/instance.ts'
import { score } from '#forecasting/scheduling/score.ts'
import { solve } from '#forecasting/scheduling/solve.ts'
import { reoptimisedPlan } from '#server/features/schedules/reoptimisation/reoptimised-plan.ts'

const instance = JSON.parse(
  readFileSync('fixtures/scheduling/cc-010-w1-a.json', 'utf8'),
) as Instance
const before = solve(instance, { seed: 1, iterations: 1000 }).schedule
const scope = { days: [1] }
const search = (problem: Instance) =>
  solve(problem, { seed: 2, iterations: 40_000, from: before, scope }).schedule

describe('reoptimisedPlan', () => {
  it('costs less, and differs inside the part only', () => {
    const { plan, cost } = reoptimisedPlan(instance, { before, found: search(instance) }, scope)
    expect(cost.before).toBeCloseTo(score(instance, before).objective, 9)
    expect(cost.after).toBeCloseTo(score(instance, plan).objective, 9)
    expect(cost.after).toBeLessThan(cost.before)
    expect(changesBetween(before, plan).every(({ day }) => day === 1)).toBe(true)
    expect(checkSchedule(instance, plan)).toEqual([])
  })

  it('leaves a shift that is against a rule where it is, outside of the part', () => {
    const kept = before.shifts.find(({ start }) => start >= 2 * 1440)
    if (kept === undefined) throw new Error('nobody works later')
    const day = Math.floor(kept.start / 1440)
    const operators = instance.operators.map((one) =>
      one.id === kept.op ? { ...one, leaveDays: [day] } : one,
    )
    const problem = { ...instance, operators }
    const { plan } = reoptimisedPlan(problem, { before, found: search(problem) }, scope)
    expect(plan.shifts).toContainEqual(kept)
  })

  it('keeps the plan that there was when the found one is no better', () => {
    const worse = { ...before, shifts: before.shifts.filter(({ start }) => start >= 2880) }
    const found = { ...worse, shifts: worse.shifts.concat(before.shifts.slice(0, 1)) }
    const all = { days: [0, 1, 2, 3, 4, 5, 6] }
    const { plan, cost } = reoptimisedPlan(instance, { before, found }, all)
    expect(plan).toBe(before)
    expect(cost.after).toBe(cost.before)
  })
})
