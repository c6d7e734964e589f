import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

import { describe, expect, it } from 'vitest'

import { checkSchedule } from '#forecasting/scheduling/check-schedule.ts'
import { diagnose } from '#forecasting/scheduling/diagnose.ts'
import type { Instance, Lock, Schedule } from '#forecasting/scheduling/instance.ts'
import { readInstance } from '#forecasting/scheduling/read-instance.ts'
import { score } from '#forecasting/scheduling/score.ts'
import { solve } from '#forecasting/scheduling/solve.ts'

import { type Drawing, drawnInstance } from './drawn-instance.ts'

const SHARED = process.env['KEZEK_SHARED'] ?? path.resolve('../shared')
const VERIFIER = path.join(SHARED, 'scheduling/verify.mjs')

interface Verified {
  readonly hard: number
  readonly objective: number
}
type Verify = (instance: Instance, schedule: Schedule) => Verified

/** The independent verifier, where there is one: our own check and score stand for it elsewhere. */
const verify: Verify = existsSync(VERIFIER)
  ? ((await import(pathToFileURL(VERIFIER).href)) as { verify: Verify }).verify
  : (instance, schedule) => ({
      hard: checkSchedule(instance, schedule).length,
      objective: score(instance, schedule).objective,
    })

const ORDINARY = { intervalMin: 15, weeks: 1, people: 12, skills: 1, demandPerPerson: 0.5 } as const

const DRAWINGS: readonly (readonly [string, Omit<Drawing, 'seed'>])[] = [
  ['an ordinary week', ORDINARY],
  ['half hours, two weeks and three skills', { ...ORDINARY, intervalMin: 30, weeks: 2, skills: 3 }],
  ['four skills', { ...ORDINARY, people: 30, skills: 4 }],
  ['six weeks', { ...ORDINARY, weeks: 6, people: 10, skills: 2 }],
  ['many people', { ...ORDINARY, people: 120, skills: 2 }],
  ['overtime', { ...ORDINARY, overtimeMin: 480, demandPerPerson: 0.9 }],
  ['one person', { ...ORDINARY, people: 1 }],
  ['no demand', { ...ORDINARY, demandPerPerson: 0, weeks: 3 }],
  [
    'demand that nobody can cover',
    { ...ORDINARY, intervalMin: 30, demandPerPerson: 20, skills: 2 },
  ],
]

/** Solves an instance with little effort; what a stranger would find wrong with the answer. */
function solvedAndJudged(instance: Instance, seed: number): { plan: Schedule; faults: string[] } {
  const reading = readInstance(JSON.parse(JSON.stringify(instance)))
  const { blockers } = diagnose(instance)
  const { schedule, objective } = solve(instance, { seed, iterations: 6_000 })
  const verified = verify(instance, schedule)
  const scored = score(instance, schedule).objective
  const isAsTold = Math.abs(objective - verified.objective) < 1e-9
  const faults = [
    [reading.kind !== 'instance', 'it is refused'],
    [blockers.length > 0, 'it is called impossible'],
    [checkSchedule(instance, schedule).length > 0, 'a rule is broken'],
    [verified.hard > 0, 'a rule is broken that we do not know'],
    [Math.abs(scored - verified.objective) >= 1e-9, 'the score is another'],
    [!isAsTold, 'the search tells another total'],
  ] as const
  return { plan: schedule, faults: faults.flatMap(([isWrong, fault]) => (isWrong ? [fault] : [])) }
}

describe('a centre drawn by chance', () => {
  it.each(DRAWINGS)(
    'is planned within every rule, at the total that is told: %s',
    (_what, drawing) => {
      for (const seed of [1, 2]) {
        const { faults } = solvedAndJudged(drawnInstance({ ...drawing, seed }), seed)
        expect(faults).toEqual([])
      }
    },
  )

  it('keeps what is agreed, whether little of it or all', () => {
    const instance = drawnInstance({ ...ORDINARY, seed: 3, skills: 2, weeks: 2 })
    const { schedule } = solve(instance, { seed: 3, iterations: 2_000 })
    const all = locksOf(instance, schedule)
    const some = all.filter((_, index) => index % 3 === 0)
    const kept = solvedAndJudged({ ...instance, locks: some }, 4)
    expect(kept.faults).toEqual([])
    expect(locksOf(instance, kept.plan)).toEqual(expect.arrayContaining(some))
    const frozen = solvedAndJudged({ ...instance, locks: all }, 5)
    expect(frozen.faults).toEqual([])
    expect(locksOf(instance, frozen.plan)).toEqual(all)
  })

  it('keeps to what weeks may hold together, where the whole period would hold more', () => {
    const drawn = drawnInstance({ ...ORDINARY, seed: 6, weeks: 3, demandPerPerson: 0.9 })
    const most = 2 * 960
    const operators = drawn.operators.map((operator) => ({
      ...operator,
      weeksMaxPaidMin: [{ fromWeek: 0, toWeek: 2, maxPaidMin: most }],
    }))
    const paidMin = new Map(drawn.shapes.map((shape) => [shape.id, shape.paidMin]))
    const paid = ({ shifts }: Schedule, op: string): number =>
      shifts
        .filter((shift) => shift.op === op && shift.start < 14 * 1440)
        .reduce((sum, { shape }) => sum + (paidMin.get(shape) ?? 0), 0)
    const free = solvedAndJudged(drawn, 1).plan
    expect(operators.some(({ id }) => paid(free, id) > most)).toBe(true)
    const { plan, faults } = solvedAndJudged({ ...drawn, operators }, 1)
    expect(faults).toEqual([])
    for (const { id } of operators) expect(paid(plan, id)).toBeLessThanOrEqual(most)
  })

  it('wants nobody where nobody is required, beyond the hours owed', () => {
    const instance = drawnInstance({ ...ORDINARY, seed: 4, demandPerPerson: 0 })
    const free = { ...instance, weights: { ...instance.weights, shortfall: 0 } }
    const { plan, faults } = solvedAndJudged(free, 1)
    expect(faults).toEqual([])
    expect(plan.shifts).toEqual([])
  })
})

/** Every cell of a plan, agreed. */
function locksOf({ operators, days }: Instance, { shifts }: Schedule): Lock[] {
  return operators.flatMap(({ id: op }) =>
    Array.from({ length: days }, (_, day): Lock => {
      const shift = shifts.find((one) => one.op === op && Math.floor(one.start / 1440) === day)
      if (shift === undefined) return { op, day, off: true }
      return { op, day, start: shift.start, shape: shift.shape }
    }),
  )
}
