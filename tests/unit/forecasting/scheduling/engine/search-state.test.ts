import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type Random, mulberry32 } from '#forecasting/kernel/random.ts'
import { checkSchedule } from '#forecasting/scheduling/check-schedule.ts'
import { bestOfCell, priceOf } from '#forecasting/scheduling/engine/best-cell.ts'
import { moveBreak } from '#forecasting/scheduling/engine/draw-break.ts'
import { drawMove } from '#forecasting/scheduling/engine/draw-move.ts'
import { greedy } from '#forecasting/scheduling/engine/greedy.ts'
import { movePair, moveStretch } from '#forecasting/scheduling/engine/move-pair.ts'
import { compileProblem } from '#forecasting/scheduling/engine/problem.ts'
import { putIn } from '#forecasting/scheduling/engine/put-in.ts'
import { OFF } from '#forecasting/scheduling/engine/roster.ts'
import { SearchState } from '#forecasting/scheduling/engine/search-state.ts'
import { toSchedule } from '#forecasting/scheduling/engine/to-schedule.ts'
import type { Instance, PlannedBreak, Shift } from '#forecasting/scheduling/instance.ts'
import { score } from '#forecasting/scheduling/score.ts'

import { fixture } from '../fixture.ts'

/** Two skills, night bans, history and several contracts; two weeks test what crosses a Sunday. */
const ONE_WEEK = fixture('edge-night-chat-a')
const TWO_WEEKS: Instance = {
  ...ONE_WEEK,
  days: 14,
  demand: Object.fromEntries(
    Object.entries(ONE_WEEK.demand).map(([skill, agents]) => [skill, [...agents, ...agents]]),
  ),
  contracts: ONE_WEEK.contracts.map((contract) => ({
    ...contract,
    periodTargetPaidMin: contract.periodTargetPaidMin * 2,
    periodMaxPaidMin: contract.periodMaxPaidMin * 2,
  })),
}
/** The same week in intervals of half an hour, of which breaks of a quarter take a half. */
const HALF_HOURS: Instance = {
  ...ONE_WEEK,
  intervalMin: 30,
  demand: Object.fromEntries(
    Object.entries(ONE_WEEK.demand).map(([skill, agents]) => [
      skill,
      agents.filter((_, quarter) => quarter % 2 === 0),
    ]),
  ),
}
/** Breaks of 10 minutes, so that a quarter of an hour has three slots. */
const SHORT_BREAKS: Instance = {
  ...ONE_WEEK,
  shapes: ONE_WEEK.shapes.map((shape) => ({
    ...shape,
    breaks: shape.breaks.map((pause) => (pause.kind === 'rest' ? { ...pause, lenMin: 10 } : pause)),
  })),
}
const MOVES = 60
const HOT = 50

interface Walk {
  readonly state: SearchState
  readonly random: Random
  readonly fixed: Uint8Array
}

function started(instance: Instance, seed: number): Walk {
  const random = mulberry32(seed)
  const state = new SearchState(compileProblem(instance))
  const fixed = new Uint8Array(instance.operators.length * instance.days)
  greedy(state, { fixed, random, shouldStop: () => random() < 0.05 })
  return { state, random, fixed }
}

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 })
const instances = fc.constantFrom(ONE_WEEK, TWO_WEEKS, HALF_HOURS, SHORT_BREAKS)

describe('SearchState', () => {
  it('predicts of every move the change that a full recomputation finds', () => {
    fc.assert(
      fc.property(instances, seeds, (instance, seed) => {
        const { state, random, fixed } = started(instance, seed)
        for (let move = 0; move < MOVES; move++) {
          const kind = random()
          if (kind < 0.2) movePair(state, { random, fixed }, HOT)
          else if (kind < 0.35) moveBreak(state, { random, fixed }, HOT)
          else if (kind < 0.5) moveStretch(state, { random, fixed }, HOT)
          else if (drawMove(state, { random, fixed })) {
            const delta = state.propose()
            if (delta < HOT) state.accept(delta)
          }
        }
        const plan = toSchedule(state)
        expect(Math.abs(state.cost - score(instance, plan).objective)).toBeLessThan(1e-9)
        expect(Math.abs(state.cost - state.recount())).toBeLessThan(1e-9)
        expect(checkSchedule(instance, plan)).toEqual([])
      }),
      { numRuns: 24 },
    )
  })

  it('calls illegal exactly the shifts that break a rule', () => {
    fc.assert(
      fc.property(instances, seeds, (instance, seed) => {
        const { state, random } = started(instance, seed)
        const { menus, days, operatorCount } = state.problem
        for (let trial = 0; trial < MOVES; trial++) {
          const o = Math.floor(random() * operatorCount)
          const day = Math.floor(random() * days)
          const menu = menus.list[menus.ofCell[o * days + day] as number]
          const at = Math.floor(random() * (menu?.shapes.length ?? 0))
          const shape = menu?.shapes[at]
          const starts = menu?.starts[at] ?? []
          const start = starts[Math.floor(random() * starts.length)]
          if (shape === undefined || start === undefined) continue
          const delta = priceOf(state, { o, day, start, shape })
          const isLegal = delta < Number.POSITIVE_INFINITY
          const shifts = toSchedule(state).shifts.filter(
            (shift) =>
              shift.op !== instance.operators[o]?.id || Math.floor(shift.start / 1440) !== day,
          )
          const added = shiftOf(instance, { o, day, start, shape })
          const codes = checkSchedule(instance, {
            format: 'wfm-schedule/1',
            instance: instance.name,
            shifts: [...shifts, added],
          })
            // Where the breaks go is decided together with the price, and tested above.
            .filter(({ code }) => code !== 'R04' && code !== 'R05')
          expect(codes.length === 0).toBe(isLegal)
        }
      }),
      { numRuns: 8 },
    )
  })

  it('is as before once a change is taken back', () => {
    fc.assert(
      fc.property(instances, seeds, (instance, seed) => {
        const { state, random, fixed } = started(instance, seed)
        for (let move = 0; move < MOVES; move++) {
          if (!drawMove(state, { random, fixed })) continue
          const before = toSchedule(state)
          const costBefore = state.cost
          const delta = state.propose()
          if (delta === Number.POSITIVE_INFINITY) continue
          state.accept(delta)
          state.undo()
          expect(toSchedule(state)).toEqual(before)
          expect(state.cost).toBe(costBefore)
          expect(Math.abs(state.recount() - costBefore)).toBeLessThan(1e-9)
        }
      }),
      { numRuns: 4 },
    )
  })

  it('prices everybody alike in whatever order they are listed', () => {
    fc.assert(
      fc.property(instances, seeds, (instance, seed) => {
        const { state } = started(instance, seed)
        const reversed = { ...instance, operators: instance.operators.toReversed() }
        const other = new SearchState(compileProblem(reversed))
        const last = instance.operators.length - 1
        const noneFixed = new Uint8Array((last + 1) * instance.days)
        expect(putIn(other, toSchedule(state), noneFixed)).toEqual([])
        expect(Math.abs(other.cost - state.recount())).toBeLessThan(1e-9)
        for (let o = 0; o <= last; o++) {
          const one = bestOfCell(state, o, 3)
          const same = bestOfCell(other, last - o, 3)
          expect(one.delta === same.delta || Math.abs(one.delta - same.delta) < 1e-9).toBe(true)
        }
      }),
      { numRuns: 4 },
    )
  })

  it('places breaks in half hours where they cost least', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { state } = started(HALF_HOURS, seed)
        const { schedule, cell, shift } = anyShift(state, seed)
        state.begin(cell.o)
        state.set(cell.day, cell.start, cell.shape)
        const best = state.cost + state.propose()
        const others = schedule.shifts.filter((one) => one !== shift)
        const costs = breakPlaces(HALF_HOURS, shift).map(
          (breaks) =>
            score(HALF_HOURS, { ...schedule, shifts: [...others, { ...shift, breaks }] }).objective,
        )
        expect(Math.abs(best - Math.min(...costs))).toBeLessThan(1e-9)
      }),
      { numRuns: 6 },
    )
  })

  it('moves a break where it saves, and nowhere that is illegal', () => {
    fc.assert(
      fc.property(instances, seeds, (instance, seed) => {
        const { state, random, fixed } = started(instance, seed)
        const before = { cost: state.cost, plan: toSchedule(state) }
        for (let move = 0; move < 20 * MOVES; move++) moveBreak(state, { random, fixed }, 0)
        const plan = toSchedule(state)
        expect(checkSchedule(instance, plan)).toEqual([])
        expect(Math.abs(state.cost - score(instance, plan).objective)).toBeLessThan(1e-9)
        expect(state.cost).toBeLessThanOrEqual(before.cost)
        const kept = ({ op, start, shape }: Shift) => ({ op, start, shape })
        expect(plan.shifts.map(kept)).toEqual(before.plan.shifts.map(kept))
      }),
      { numRuns: 12 },
    )
  })

  it('leaves the breaks of a shift that is fixed', () => {
    const { state, random, fixed } = started(ONE_WEEK, 1)
    const plan = toSchedule(state)
    for (let move = 0; move < MOVES; move++)
      moveBreak(state, { random, fixed: fixed.map(() => 2) }, HOT)
    expect(toSchedule(state)).toEqual(plan)
    for (let move = 0; move < MOVES; move++) moveBreak(state, { random, fixed }, HOT)
    expect(toSchedule(state)).not.toEqual(plan)
  })

  it('counts whoever is still on duty from before the horizon', () => {
    const [first, ...others] = ONE_WEEK.operators
    if (first === undefined) throw new Error('the fixture has nobody')
    const onDuty = { ...first, history: { lastShiftEnd: 100, consecDays: 1, consecNights: 1 } }
    const instance = { ...ONE_WEEK, operators: [onDuty, ...others] }
    const state = new SearchState(compileProblem(instance))
    expect(state.roster.start[0]).toBe(OFF)
    expect(state.cost).toBeCloseTo(score(instance, toSchedule(state)).objective, 9)
  })
})

/** A shift of a roster with few breaks, of which all places can be tried; drawn by the seed. */
function anyShift(state: SearchState, seed: number) {
  const schedule = toSchedule(state)
  const some = schedule.shifts.filter(({ breaks }) => breaks.length <= 3)
  const shift = some[seed % some.length]
  if (shift === undefined) throw new Error('nobody works such a shift')
  const { operatorIndex, shapeIndex } = state.problem
  const day = Math.floor(shift.start / 1440)
  const [o, shape] = [operatorIndex.get(shift.op) ?? 0, shapeIndex.get(shift.shape) ?? 0]
  return { schedule, shift, cell: { o, day, start: shift.start - day * 1440, shape } }
}

/** Every way to place the breaks of a shift on the grid of 15 minutes within their windows. */
function breakPlaces({ shapes, rules }: Instance, { start, shape }: Shift): PlannedBreak[][] {
  const own = shapes.find(({ id }) => id === shape)?.breaks ?? []
  return own
    .reduce<PlannedBreak[][]>(
      (places, { kind, lenMin, fromMin, toMin }) => {
        const starts = Array.from(
          { length: (toMin - fromMin) / 15 + 1 },
          (_, k) => fromMin + 15 * k,
        )
        return places.flatMap((before) =>
          starts.map((offset) => [...before, { kind, start: start + offset, len: lenMin }]),
        )
      },
      [[]],
    )
    .filter((breaks) =>
      breaks.every(({ start: at }, k) => {
        const before = breaks[k - 1]
        return (
          before === undefined || at - before.start - before.len >= rules.minWorkBetweenBreaksMin
        )
      }),
    )
}

/** A shift with each break at the start of its window. */
function shiftOf(
  instance: Instance,
  place: {
    readonly o: number
    readonly day: number
    readonly start: number
    readonly shape: number
  },
) {
  const shape = instance.shapes[place.shape]
  const op = instance.operators[place.o]?.id
  if (shape === undefined || op === undefined) throw new RangeError('no such shape or operator')
  const start = place.day * 1440 + place.start
  const breaks = shape.breaks.map(({ kind, lenMin, fromMin }) => ({
    kind,
    start: start + fromMin,
    len: lenMin,
  }))
  return { op, start, shape: shape.id, breaks }
}
