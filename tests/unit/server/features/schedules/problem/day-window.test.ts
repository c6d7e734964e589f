import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { coverageOf } from '#forecasting/scheduling/coverage.ts'
import type { Instance } from '#forecasting/scheduling/instance.ts'
import { solve } from '#forecasting/scheduling/solve.ts'
import { withinDays } from '#server/features/schedules/problem/day-window.ts'
import { dutyByInterval } from '#server/features/schedules/problem/duty.ts'

const instance = JSON.parse(
  readFileSync('fixtures/scheduling/cc-010-w1-a.json', 'utf8'),
) as Instance
const plan = solve(instance, { seed: 1, iterations: 20_000 }).schedule
const perDay = 1440 / instance.intervalMin

describe('withinDays', () => {
  it.each([
    [0, 1],
    [2, 4],
    [6, 7],
    [0, 7],
  ])('shows of days [%i, %i) what the whole shows of them', (fromDay, toDay) => {
    const part = withinDays(instance, plan, { fromDay, toDay })
    const cut = (figures: readonly number[]): readonly number[] =>
      figures.slice(fromDay * perDay, toDay * perDay)
    const duty = dutyByInterval(part.instance, part.plan)
    expect(duty).toEqual(cut(dutyByInterval(instance, plan)))
    const whole = coverageOf(instance, plan)
    const shown = coverageOf(part.instance, part.plan)
    for (const { id } of instance.skills) {
      const figures = shown[id] ?? []
      cut(whole[id] ?? []).forEach((missing, t) => expect(figures[t]).toBeCloseTo(missing, 9))
    }
  })
})
