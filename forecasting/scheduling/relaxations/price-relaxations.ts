import { coverageOf } from '../coverage.ts'
import type { Instance, Schedule } from '../instance.ts'
import { score } from '../score.ts'
import { solve } from '../solve.ts'
import { type Relaxation, relaxed } from './relaxation.ts'

/** What a plan comes to. */
export interface PlanFigures {
  /** The objective, in hours of pay. */
  readonly cost: number
  /** Agent-hours that are missing. */
  readonly shortHours: number
  readonly paidHours: number
}

/** A rule relaxed by one unit, and the least that it was found to bring. */
export interface RelaxationPrice {
  readonly relaxation: Relaxation
  /** By how much the plan gets cheaper, in hours of pay: 0 where it is no more than the search's own chance. */
  readonly gain: number
  readonly figures: PlanFigures
}

export interface RelaxationPrices {
  /** The plan as it is. */
  readonly before: PlanFigures
  /** What the same search makes of it with every rule as it is. */
  readonly unrelaxed: PlanFigures
  /** The most helpful first; of equals as they were asked for. */
  readonly prices: readonly RelaxationPrice[]
  /** Relaxations that there was no time for. */
  readonly untried: number
}

export interface PriceOptions {
  readonly seed: number
  /** Moves of each search. */
  readonly iterations: number
  readonly shouldStop?: () => boolean
  /** Receives the share of the work done, 0..1. */
  readonly onProgress?: (share: number) => void
}

/** Searches of the plan as it is: the first is where all others begin, the others tell what chance brings. */
const CONTROLS = 3
/** So many of the most helpful are tried once more, by another seed; the lesser gain counts. */
const CONFIRMED = 8

/**
 * What each relaxation brings, by making the plan anew near where it is, with the same effort with the
 * rule as it is and with the rule relaxed. A gain counts only beyond what chance brings; it is found, not
 * proven: a longer search might find more.
 */
export function priceRelaxations(
  instance: Instance,
  plan: Schedule,
  asked: readonly Relaxation[],
  options: PriceOptions,
): RelaxationPrices {
  const { seed, iterations, shouldStop = () => false, onProgress } = options
  const steps = CONTROLS + asked.length + Math.min(CONFIRMED, asked.length)
  let done = 0
  const search = (problem: Instance, from: Schedule, of: number): Schedule => {
    // What lies within a step is found without a walk, which may be too short to come back to it.
    const near = solve(problem, { seed: of, iterations: 1, from, shouldStop }).schedule
    const { schedule } = solve(problem, { seed: of, iterations, from: near, shouldStop })
    onProgress?.(++done / steps)
    return schedule
  }
  const start = search(instance, plan, seed)
  const controls = Array.from(
    { length: CONTROLS - 1 },
    (_, at) => score(instance, search(instance, start, seed + at + 1)).objective,
  )
  const least = Math.min(...controls)
  const priceOf = (relaxation: Relaxation, of: number): RelaxationPrice => {
    const problem = relaxed(instance, relaxation)
    const figures = figuresOf(problem, search(problem, start, of))
    return { relaxation, gain: Math.max(0, least - figures.cost), figures }
  }
  const tried: RelaxationPrice[] = []
  for (const relaxation of asked) {
    if (shouldStop()) break
    tried.push(priceOf(relaxation, seed + 1))
  }
  const chance = Math.max(...controls) - least
  const confirmed = tried
    .toSorted((a, b) => b.gain - a.gain)
    .map((price, rank) => {
      if (price.gain <= chance || rank >= CONFIRMED || shouldStop()) return price
      const again = priceOf(price.relaxation, seed + 2)
      return again.gain < price.gain ? again : price
    })
  return {
    before: figuresOf(instance, plan),
    unrelaxed: figuresOf(instance, start),
    prices: confirmed
      .map((price) => (price.gain <= chance ? { ...price, gain: 0 } : price))
      .toSorted((a, b) => b.gain - a.gain),
    untried: asked.length - tried.length,
  }
}

function figuresOf(instance: Instance, plan: Schedule): PlanFigures {
  const { objective, paidHours } = score(instance, plan)
  const missing = Object.values(coverageOf(instance, plan)).flat()
  const shortHours = (missing.reduce((sum, agents) => sum + agents, 0) * instance.intervalMin) / 60
  return { cost: objective, shortHours, paidHours }
}
