import { describe, expect, it } from 'vitest'

import { mulberry32 } from '#forecasting/kernel/random.ts'
import { compileCentre } from '#forecasting/simulation/compiled-centre.ts'
import { drawTraffic } from '#forecasting/simulation/draw-traffic.ts'
import { simulateRun } from '#forecasting/simulation/simulation-run.ts'
import { evaluateErlangA } from '#forecasting/staffing/erlang-a.ts'
import {
  type CountedInterval,
  patienceFromIntervals,
} from '#forecasting/staffing/patience-from-intervals.ts'

import { steadyCentre, steadyQueue } from '../../../support/steady-centre.ts'

/** What an interval of 1000 contacts shows when it obeys Erlang A. */
function exact(agents: number, patienceSeconds: number, day = 0): CountedInterval {
  const [erlangs, handleSeconds, offered] = [20, 240, 1000]
  const metrics = evaluateErlangA({
    agents,
    offeredErlangs: erlangs,
    handleSeconds,
    patienceSeconds,
  })
  const answered = metrics.answeredShare * offered
  return {
    day,
    offered,
    abandoned: metrics.abandonShare * offered,
    withoutShort: false,
    answered,
    waitSeconds: metrics.asaSeconds * answered,
    erlangs,
    handleSeconds,
  }
}

/** As the simulated queue counts short abandonments, seconds. */
const THRESHOLD = 5

/** Days of a simulated centre, each with other people than the day before. */
function simulated(
  patienceSeconds: number,
  days: number,
  { withoutShort = false } = {},
): CountedInterval[] {
  const queue = steadyQueue(20, 240, { patienceSeconds, thresholdSeconds: THRESHOLD })
  return Array.from({ length: days }, (_, day) => {
    const centre = steadyCentre([queue], [{ queues: [0], agents: 17 + (day % 6) }])
    const traffic = drawTraffic(centre, mulberry32(day))
    const tally = simulateRun(compileCentre(centre), traffic, mulberry32(1000 + day))
    return Array.from(tally.offered, (offered, t) => ({
      day,
      offered,
      abandoned: (tally.abandoned[t] ?? 0) - (withoutShort ? (tally.shortAbandoned[t] ?? 0) : 0),
      withoutShort,
      answered: tally.answered[t] ?? 0,
      waitSeconds: tally.waitSeconds[t] ?? 0,
      erlangs: (offered * 240) / 1800,
      handleSeconds: 240,
    }))
  }).flat()
}

describe('patienceFromIntervals', () => {
  it.each([30, 180, 900])('gives back a patience of %d s where Erlang A holds', (patience) => {
    const days = [15, 18, 20, 22].map((agents, day) => exact(agents, patience, day))
    const found = patienceFromIntervals(days, THRESHOLD)
    if (found.kind !== 'estimated') throw new Error(found.kind)
    // Between two whole numbers of agents the share of wait is drawn as a line.
    expect(Math.abs(found.patienceSeconds / patience - 1)).toBeLessThan(0.01)
  })

  it('would be too short by the wait of the lost, were that left out', () => {
    const interval = exact(15, 180)
    const found = patienceFromIntervals([interval], THRESHOLD)
    expect(interval.waitSeconds / interval.abandoned).toBeLessThan(0.9 * 180)
    expect(found.kind === 'estimated' && Math.round(found.patienceSeconds)).toBe(180)
  })

  it.each([60, 180, 480])('tells a simulated patience of %d s within its own doubt', (patience) => {
    const found = patienceFromIntervals(simulated(patience, 30), THRESHOLD)
    if (found.kind !== 'estimated') throw new Error(found.kind)
    const { patienceSeconds, relativeError } = found
    expect(relativeError).toBeLessThan(0.1)
    expect(Math.abs(Math.log(patienceSeconds / patience))).toBeLessThan(3 * relativeError)
  })

  it('is no other when those who left in the first seconds are known apart, and left out', () => {
    const found = patienceFromIntervals(simulated(180, 60, { withoutShort: true }), THRESHOLD)
    if (found.kind !== 'estimated') throw new Error(found.kind)
    // The wait of the first seconds is that of a steady queue, which a day's is not quite.
    expect(Math.abs(found.patienceSeconds / 180 - 1)).toBeLessThan(0.03)
  })

  it('keeps to the unit of time: seconds twice as long make patience twice as long', () => {
    const days = simulated(180, 8)
    const slower = days.map((one) => ({
      ...one,
      waitSeconds: 2 * one.waitSeconds,
      handleSeconds: 2 * one.handleSeconds,
    }))
    const [found, twice] = [
      patienceFromIntervals(days, THRESHOLD),
      patienceFromIntervals(slower, THRESHOLD),
    ]
    if (found.kind !== 'estimated' || twice.kind !== 'estimated') throw new Error('too few')
    expect(twice.patienceSeconds / found.patienceSeconds).toBeCloseTo(2, 6)
  })

  it('says so when hardly anybody gave up, or nobody came', () => {
    expect(patienceFromIntervals([], THRESHOLD)).toEqual({
      kind: 'too_few_abandonments',
      abandoned: 0,
    })
    const quiet = { ...exact(40, 180), abandoned: 3 }
    expect(patienceFromIntervals([quiet], THRESHOLD)).toMatchObject({
      kind: 'too_few_abandonments',
    })
  })
})
