import { describe, expect, it } from 'vitest'

import { checkSchedule } from '#forecasting/scheduling/check-schedule.ts'
import type { Instance, Schedule } from '#forecasting/scheduling/instance.ts'
import { CHANGE_PRICES } from '#forecasting/scheduling/repair/offered-plans.ts'
import { repairOptions } from '#forecasting/scheduling/repair/repair-options.ts'
import { score } from '#forecasting/scheduling/score.ts'
import { solve } from '#forecasting/scheduling/solve.ts'

import { fixture } from '../fixture.ts'

const instance = fixture('cc-010-w1-a')
const published = solve(instance, { seed: 1, iterations: 60_000 }).schedule

/** The same problem with somebody ill on a day on which they would work. */
function withAbsence(plan: Schedule, day: number): { ill: Instance; op: string } {
  const op = plan.shifts.find(({ start }) => Math.floor(start / 1440) === day)?.op
  if (op === undefined) throw new Error(`nobody works on day ${day}`)
  const operators = instance.operators.map((one) =>
    one.id === op ? { ...one, leaveDays: [...one.leaveDays, day] } : one,
  )
  return { ill: { ...instance, operators }, op }
}

describe('repairOptions', () => {
  const { ill, op } = withAbsence(published, 2)
  const repair = repairOptions(ill, published)

  it('names the shift that is lost, and gives up nothing else', () => {
    // A night shift of the day before that ends on day 2 touches the leave too.
    expect(repair.lost.map((shift) => shift.op)).toContain(op)
    expect(new Set(repair.lost.map((shift) => shift.op))).toEqual(new Set([op]))
    const none = repair.options.find(({ kind }) => kind === 'none')
    expect(none?.changes.map(({ kind }) => kind)).toEqual(repair.lost.map(() => 'dropped'))
  })

  it('keeps every rule in every option, and prices it as the score does', () => {
    for (const { schedule, objective } of repair.options) {
      expect(checkSchedule(ill, schedule)).toEqual([])
      expect(objective).toBeCloseTo(score(ill, schedule).objective, 9)
    }
  })

  it('puts the option first that costs least with the price of its changes', () => {
    const ranks = repair.options.map(({ rank }) => rank)
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
    const none = repair.options.find(({ kind }) => kind === 'none')
    expect(ranks[0]).toBeLessThanOrEqual(none?.rank ?? 0)
  })

  it('changes nobody for less than the price of a change', () => {
    for (const { objective, changes } of repair.options) {
      const none = repair.options.find((option) => option.kind === 'none')
      const chosen = changes.length - repair.lost.length
      const gain = (none?.objective ?? 0) - objective
      expect(gain).toBeGreaterThanOrEqual(chosen * CHANGE_PRICES.breaks - 1e-9)
    }
  })

  it('changes only the days that are affected', () => {
    const days = new Set(
      repair.lost.flatMap(({ start }) => [Math.floor(start / 1440)]).concat(2, 3),
    )
    for (const { changes } of repair.options) {
      for (const { day } of changes) expect(days).toContain(day)
    }
  })

  it('names up to three people who could take over alone, and changes nobody else', () => {
    const repairs = instance.operators.flatMap((_, day) => {
      if (day >= instance.days) return []
      return [repairOptions(withAbsence(published, day).ill, published)]
    })
    const takers = repairs.map(({ options }) => options.filter(({ kind }) => kind === 'person'))
    expect(Math.max(...takers.map((found) => found.length))).toBe(3)
    for (const { changes } of takers.flat()) {
      expect(changes.map(({ kind }) => kind).toSorted()).toEqual(['added', 'dropped'])
    }
  })

  it('leaves alone what has begun, and begins nothing in the time gone by', () => {
    const counts = [1, 2, 3, 4, 5].map((day) => {
      const absence = withAbsence(published, day)
      const nowMin = day * 1440 + 12 * 60
      const late = repairOptions(absence.ill, published, { nowMin })
      for (const { changes, schedule } of late.options) {
        expect(checkSchedule(absence.ill, schedule)).toEqual([])
        const touched = changes
          .filter(({ before }) => before?.op !== absence.op)
          .flatMap(({ before, after }) => [before?.start ?? nowMin, after?.start ?? nowMin])
        expect(Math.min(nowMin, ...touched)).toBe(nowMin)
      }
      return late.options.length
    })
    // At noon not every absence can be made up for, but one of them can.
    expect(Math.max(...counts)).toBeGreaterThan(1)
  })

  it('offers nothing to change in a plan that nothing happened to', () => {
    const { lost, options } = repairOptions(instance, published)
    expect(lost).toEqual([])
    expect(options).toMatchObject([{ kind: 'none', changes: [] }])
  })
})
