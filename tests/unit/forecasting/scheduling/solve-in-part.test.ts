import { describe, expect, it } from 'vitest'

import { type ShiftChange, changesBetween } from '#forecasting/scheduling/changes-between.ts'
import { checkSchedule } from '#forecasting/scheduling/check-schedule.ts'
import { polish } from '#forecasting/scheduling/engine/polish.ts'
import { compileProblem } from '#forecasting/scheduling/engine/problem.ts'
import { putIn } from '#forecasting/scheduling/engine/put-in.ts'
import { SHIFT_FIXED } from '#forecasting/scheduling/engine/scope.ts'
import { SearchState } from '#forecasting/scheduling/engine/search-state.ts'
import { toSchedule } from '#forecasting/scheduling/engine/to-schedule.ts'
import type { Schedule } from '#forecasting/scheduling/instance.ts'
import { score } from '#forecasting/scheduling/score.ts'
import { solve } from '#forecasting/scheduling/solve.ts'

import { fixture } from './fixture.ts'

const instance = fixture('cc-010-w1-a')
const from = solve(instance, { seed: 1, iterations: 1000 }).schedule
const spans = new Map(instance.shapes.map(({ id, spanMin }) => [id, spanMin]))
const options = { seed: 2, iterations: 40_000, from }

describe('solve from a plan', () => {
  it('goes on from it and never ends worse', () => {
    const { schedule } = solve(instance, options)
    expect(score(instance, schedule).objective).toBeLessThanOrEqual(
      score(instance, from).objective + 1e-9,
    )
  })

  it('goes farther from what an earlier search left, and ends no worse', () => {
    const left = solve(instance, { seed: 4, iterations: 20_000 }).schedule
    const [near, far] = [false, true].map(
      (isResumed) =>
        solve(instance, { seed: 2, iterations: 250_000, from: left, isResumed }).schedule,
    ) as [Schedule, Schedule]
    expect(changesBetween(left, far).length).toBeGreaterThan(changesBetween(left, near).length)
    expect(checkSchedule(instance, far)).toEqual([])
    expect(score(instance, far).objective).toBeLessThanOrEqual(
      score(instance, left).objective + 1e-9,
    )
  })

  it.each([
    ['a day', { days: [1] }, ({ day }: ShiftChange) => day === 1],
    ['a person', { operators: ['op0010'] }, ({ op }: ShiftChange) => op === 'op0010'],
    // 10:00 to 12:00 on Tuesday: shifts that touch it, and people who are off on Tuesday.
    [
      'a window',
      { windows: [[2040, 2160]] },
      ({ day, before }: ShiftChange) =>
        before === null
          ? day === 1
          : before.start < 2160 && before.start + (spans.get(before.shape) ?? 0) > 2040,
    ],
  ] as const)('changes nothing outside %s', (_what, scope, isInside) => {
    const { schedule } = solve(instance, { ...options, scope })
    const changes = changesBetween(from, schedule)
    expect(changes.length).toBeGreaterThan(0)
    expect(changes.every(isInside)).toBe(true)
    expect(checkSchedule(instance, schedule)).toEqual([])
  })

  it('moves nothing but breaks when asked to', () => {
    const { schedule } = solve(instance, { ...options, scope: { breaksOnly: true } })
    const kinds = new Set(changesBetween(from, schedule).map(({ kind }) => kind))
    expect([...kinds].filter((kind) => kind !== 'breaks')).toEqual([])
  })

  it('moves no break for nothing', () => {
    const again = { ...options, scope: { breaksOnly: true } }
    const best = solve(instance, { ...again, iterations: 200_000 }).schedule
    const { schedule } = solve(instance, { ...again, from: best })
    const gain = score(instance, best).objective - score(instance, schedule).objective
    const moved = changesBetween(best, schedule).length
    expect(gain > 1e-9 || moved === 0, `${moved} breaks moved for ${gain}`).toBe(true)
  })

  it('finds better places for breaks together than for each alone', () => {
    // Each person's breaks are where they serve best as the others' are.
    const problem = compileProblem(instance)
    const state = new SearchState(problem)
    const cells = problem.operatorCount * problem.days
    putIn(state, from, new Uint8Array(cells))
    polish(state, new Uint8Array(cells).fill(SHIFT_FIXED), () => false)
    const each = toSchedule(state)
    const { schedule } = solve(instance, {
      ...options,
      iterations: 100_000,
      from: each,
      scope: { breaksOnly: true },
    })
    expect(score(instance, schedule).objective).toBeLessThan(score(instance, each).objective - 0.1)
    expect(checkSchedule(instance, schedule)).toEqual([])
  })

  it('leaves out a shift that is against a rule now', () => {
    const [shift] = from.shifts
    const operators = instance.operators.map((one) =>
      one.id === shift?.op ? { ...one, leaveDays: [0, 1, 2, 3, 4, 5, 6] } : one,
    )
    const { schedule } = solve({ ...instance, operators }, options)
    expect(schedule.shifts.some(({ op }) => op === shift?.op)).toBe(false)
  })
})

describe('changesBetween', () => {
  it('tells shifts added, dropped and changed, and breaks that moved', () => {
    const [a, b, c] = from.shifts
    if (a === undefined || b === undefined || c === undefined) throw new Error('too few shifts')
    const moved = { ...b, breaks: b.breaks.map((pause) => ({ ...pause, start: pause.start + 15 })) }
    const before = { ...from, shifts: [a, b, c] }
    const after = { ...from, shifts: [moved, { ...c, start: c.start + 30 }, { ...a, op: 'other' }] }
    const kinds = changesBetween(before, after).map(({ op, kind }) => [op, kind])
    expect(kinds).toEqual([
      [a.op, 'dropped'],
      [b.op, 'breaks'],
      [c.op, 'changed'],
      ['other', 'added'],
    ])
    expect(changesBetween(before, before)).toEqual([])
  })
})
