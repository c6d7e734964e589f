import { mulberry32 } from '#forecasting/kernel/random.ts'
import { compileCentre } from '#forecasting/simulation/compiled-centre.ts'
import { drawTraffic } from '#forecasting/simulation/draw-traffic.ts'
import type { RunTally } from '#forecasting/simulation/run-tally.ts'
import type { SimulatedCentre, SimulatedQueue } from '#forecasting/simulation/simulated-centre.ts'
import { simulateRun } from '#forecasting/simulation/simulation-run.ts'

const INTERVAL_SECONDS = 1800
const INTERVALS = 60
/** A run begins empty: what comes in its first intervals does not count. */
const WARM_UP = 10

/** A queue whose load is the same all the time, in Erlangs. */
export function steadyQueue(
  erlangs: number,
  handleSeconds: number,
  settings: Partial<SimulatedQueue> = {},
): SimulatedQueue {
  return {
    kind: 'call',
    contacts: Array.from({ length: INTERVALS }, () => (erlangs * INTERVAL_SECONDS) / handleSeconds),
    handleSeconds: Array.from({ length: INTERVALS }, () => handleSeconds),
    handleCv: 1,
    patienceSeconds: Infinity,
    redialShare: 0,
    redialSeconds: 600,
    thresholdSeconds: 20,
    priority: 0,
    ...settings,
  }
}

export function steadyCentre(
  queues: readonly SimulatedQueue[],
  groups: readonly {
    readonly queues: readonly number[]
    readonly agents: number
    readonly reserve?: number
    readonly chatSpeeds?: readonly number[]
  }[],
): SimulatedCentre {
  return {
    intervalSeconds: INTERVAL_SECONDS,
    volumeCv: 0,
    queues,
    groups: groups.map(({ agents, reserve = 0, chatSpeeds = [1], ...group }) => ({
      ...group,
      reserve,
      chatSpeeds,
      levels: [{ atSeconds: 0, agents }],
    })),
  }
}

/** Sum of a column after the warm-up, over all queues (or groups) or one of `count`. */
export function settled(
  column: Float64Array,
  { of: index, count }: { readonly of: number; readonly count: number },
): number {
  let sum = 0
  for (let t = WARM_UP; t < column.length / count; t++) sum += column[t * count + index] ?? 0
  return sum
}

/** A figure of independent runs: its mean, and the standard error of the mean. */
export function overRuns(
  centre: SimulatedCentre,
  runs: number,
  figureOf: (tally: RunTally) => number,
): { readonly mean: number; readonly error: number } {
  const compiled = compileCentre(centre)
  const figures = Array.from({ length: runs }, (_, run) =>
    figureOf(simulateRun(compiled, drawTraffic(centre, mulberry32(run)), mulberry32(1000 + run))),
  )
  const mean = figures.reduce((a, b) => a + b, 0) / runs
  const variance = figures.reduce((sum, figure) => sum + (figure - mean) ** 2, 0) / (runs - 1)
  return { mean, error: Math.sqrt(variance / runs) }
}
