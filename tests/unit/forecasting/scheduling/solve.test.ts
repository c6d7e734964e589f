import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

import { describe, expect, it } from 'vitest'

import { checkSchedule } from '#forecasting/scheduling/check-schedule.ts'
import { diagnose } from '#forecasting/scheduling/diagnose.ts'
import type { Instance } from '#forecasting/scheduling/instance.ts'
import { solve } from '#forecasting/scheduling/solve.ts'

const read = (name: string): Instance =>
  JSON.parse(readFileSync(`fixtures/scheduling/${name}.json`, 'utf8')) as Instance
const SHARED = process.env['KEZEK_SHARED'] ?? path.resolve('../shared')
const VERIFIER = path.join(SHARED, 'scheduling/verify.mjs')
const options = { seed: 7, iterations: 60_000 }

describe('solve', () => {
  const instance = read('cc-010-w1-a')

  it('keeps every hard rule', () => {
    expect(checkSchedule(instance, solve(instance, options).schedule)).toEqual([])
  })

  it('gives the same schedule for the same seed and budget', () => {
    expect(solve(instance, options).schedule).toEqual(solve(instance, options).schedule)
  })

  it('hands over a legal schedule when it is stopped at once', () => {
    const stopped = solve(instance, { seed: 1, shouldStop: () => true })
    expect(stopped.stoppedEarly).toBe(true)
    expect(checkSchedule(instance, stopped.schedule)).toEqual([])
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
      expect(Math.abs(solution.objective - verified.objective)).toBeLessThan(1e-6)
    },
  )
})

describe('checkSchedule', () => {
  it('fails when a shift is moved into the rest after another', () => {
    const instance = read('cc-010-w1-a')
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
    const { blockers } = diagnose(read(name))
    expect(blockers).toContainEqual(expect.objectContaining(expected))
  })

  it.each([
    ['edge-hours-a', { kind: 'unreachable-hours', op: 'op0002' }],
    ['edge-night-chat-a', { kind: 'unavoidable-shortage', skill: 'chat', rule: 'R11' }],
  ])('warns of %s and lets it be solved', (name, expected) => {
    const { blockers, warnings } = diagnose(read(name))
    expect(blockers).toEqual([])
    expect(warnings).toContainEqual(expect.objectContaining(expected))
  })
})
