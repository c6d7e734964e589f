import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

import { describe, expect, it } from 'vitest'

import { checkSchedule } from '#forecasting/scheduling/check-schedule.ts'
import { diagnose } from '#forecasting/scheduling/diagnose.ts'
import type { Instance, Schedule } from '#forecasting/scheduling/instance.ts'
import { iterationsFor, solve } from '#forecasting/scheduling/solve.ts'

import { fixture } from './fixture.ts'

const SHARED = process.env['KEZEK_SHARED'] ?? path.resolve('../shared')
const VERIFIER = path.join(SHARED, 'scheduling/verify.mjs')
const options = { seed: 7, iterations: 60_000 }

describe('solve', () => {
  const instance = fixture('cc-010-w1-a')

  it('keeps every hard rule', () => {
    expect(checkSchedule(instance, solve(instance, options).schedule)).toEqual([])
  })

  it('keeps days off and weekly hours that the law sets for a person', () => {
    const limited: Instance = {
      ...instance,
      contracts: instance.contracts.map((contract) => ({ ...contract, weekMaxDays: 4 })),
      operators: instance.operators.map((one, o) =>
        o % 2 === 0 ? one : { ...one, weekMaxPaidMin: [1200] },
      ),
    }
    const { schedule } = solve(limited, options)
    expect(checkSchedule(limited, schedule)).toEqual([])
    // The same plan without the limits works more: they are what holds it back.
    expect(schedule.shifts.length).toBeLessThan(solve(instance, options).schedule.shifts.length)
  })

  it('gives the same schedule for the same seed and budget', () => {
    expect(solve(instance, options).schedule).toEqual(solve(instance, options).schedule)
  })

  it('plans no more moves than a time is good for, nor than a small team needs', () => {
    expect(iterationsFor(instance, 1)).toBeLessThan(iterationsFor(instance, 2))
    expect(iterationsFor(instance, 3600)).toBe(iterationsFor(instance, 7200))
    expect(iterationsFor(instance, 3600, 'normal')).toBeLessThan(iterationsFor(instance, 3600))
  })

  it('tells how far it is, and gives a legal plan whenever asked', () => {
    const shares: number[] = []
    const plans: Schedule[] = []
    solve(instance, {
      ...options,
      onProgress: (share, plan) => {
        shares.push(share)
        if (shares.length % 10 === 1) plans.push(plan())
      },
    })
    expect(plans.flatMap((plan) => checkSchedule(instance, plan))).toEqual([])
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares.length).toBeGreaterThan(5)
  })

  it('hands over a legal schedule when it is stopped at once', () => {
    const stopped = solve(instance, { seed: 1, shouldStop: () => true })
    expect(stopped.stoppedEarly).toBe(true)
    expect(checkSchedule(instance, stopped.schedule)).toEqual([])
  })

  it('goes on from the plan of a search that was stopped, and never to a worse one', () => {
    const stopped = solve(instance, { ...options, shouldStop: () => 'cancel' })
    const resumed = solve(instance, { ...options, from: stopped.schedule })
    expect(stopped.end).toBe('cancel')
    expect(resumed.objective).toBeLessThan(stopped.objective)
    expect(checkSchedule(instance, resumed.schedule)).toEqual([])
  })

  it.skipIf(!existsSync(VERIFIER))(
    'has the total that the independent verifier finds (skipped: no shared data)',
    async () => {
      const { verify } = (await import(pathToFileURL(VERIFIER).href)) as {
        verify: (i: Instance, s: unknown) => { hard: number; objective: number }
      }
      const solution = solve(instance, options)
      const verified = verify(instance, solution.schedule)
      expect(verified.hard).toBe(0)
      expect(Math.abs(solution.objective - verified.objective)).toBeLessThan(1e-9)
    },
  )
})

describe('checkSchedule', () => {
  it('fails when a shift is moved into the rest after another', () => {
    const instance = fixture('cc-010-w1-a')
    const { schedule } = solve(instance, options)
    const [first] = schedule.shifts
    if (first === undefined) throw new Error('the solved week has no shift')
    const again = { ...first, start: first.start + 60 }
    const broken = { ...schedule, shifts: [...schedule.shifts, again] }
    const codes = new Set(checkSchedule(instance, broken).map(({ code }) => code))
    expect(codes).toContain('R07')
  })
})

describe('diagnose', () => {
  it.each([
    ['edge-lock-leave-a', { kind: 'infeasible-locks', op: 'op0004', rule: 'R12', days: [3] }],
    ['edge-lock-rest-a', { kind: 'infeasible-locks', op: 'op0003', rule: 'R07', days: [1, 2] }],
    ['edge-meal-law-a', { kind: 'invalid-input', shape: 'F8a', rule: 'R05' }],
  ])('refuses %s and names the cause', (name, expected) => {
    const { blockers } = diagnose(fixture(name))
    expect(blockers).toContainEqual(expect.objectContaining(expected))
  })

  it('names the rule that leaves somebody without any shift', () => {
    const instance = fixture('edge-hours-a')
    const [someone] = instance.operators
    if (someone === undefined) throw new Error('nobody is there')
    const nights = instance.shapes.map((shape) => ({
      ...shape,
      startFromMin: 1320,
      startToMin: 1320,
    }))
    const banned = { ...someone, nightBan: true, leaveDays: [], unavailable: [] }
    const alone = { ...instance, shapes: nights, operators: [banned], locks: [] }
    expect(diagnose(alone).warnings).toContainEqual(
      expect.objectContaining({
        kind: 'unreachable-hours',
        op: someone.id,
        rule: 'R11',
        days: Array.from({ length: instance.days }, (_, day) => day),
        values: expect.objectContaining({ maxReachableMin: 0 }),
      }),
    )
  })

  it.each([
    [
      'edge-hours-a',
      // Three days of 8 h are left of the 40 h owed.
      {
        kind: 'unreachable-hours',
        op: 'op0002',
        values: { targetMin: 2400, maxReachableMin: 1440 },
      },
    ],
    [
      'edge-night-chat-a',
      {
        kind: 'unavoidable-shortage',
        skill: 'chat',
        rule: 'R11',
        // One agent from midnight to six, seven times: 42 h; and 17.25 h from 22 to midnight.
        values: { minShortageHours: 59.25, intervals: 224 },
        when: [
          expect.objectContaining({ text: '00:00-06:00 every day: 42 h', fromMin: 0, toMin: 360 }),
          expect.objectContaining({ text: '22:00-24:00 every day: 17.25 h', hours: 17.25 }),
        ],
      },
    ],
  ])('warns of %s and lets it be solved', (name, expected) => {
    const { blockers, warnings } = diagnose(fixture(name))
    expect(blockers).toEqual([])
    expect(warnings).toContainEqual(expect.objectContaining(expected))
  })

  it.each([
    ['the time was up', 'time', 'time'],
    ['it was cancelled', true, 'cancel'],
    ['nothing stopped it', false, 'budget'],
  ] as const)('says that %s', (_what, reason, end) => {
    let asked = 0
    const shouldStop = () => (asked++ > 20 ? reason : false)
    const problem = fixture('cc-010-w1-a')
    const solution = solve(problem, { seed: 1, iterations: 60_000, shouldStop })
    expect(solution).toMatchObject({ end, stoppedEarly: end !== 'budget' })
  })
})
