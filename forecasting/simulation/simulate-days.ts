import { randomStream } from '../kernel/random-stream.ts'
import { compileCentre } from './compiled-centre.ts'
import { drawTraffic } from './draw-traffic.ts'
import type { RunTally } from './run-tally.ts'
import type { SimulatedCentre } from './simulated-centre.ts'
import { simulateRun } from './simulation-run.ts'

/**
 * Runs a centre many times, each time with other contacts: run n of one seed is the same whatever
 * the number of runs.
 *
 * @throws {RangeError} if a figure of the centre is out of its range
 */
export function simulateDays(
  centre: SimulatedCentre,
  { runs, seed }: { readonly runs: number; readonly seed: number },
): RunTally[] {
  const compiled = compileCentre(centre)
  return Array.from({ length: runs }, (_, run) => {
    const traffic = drawTraffic(centre, randomStream(seed, `traffic ${run}`))
    return simulateRun(compiled, traffic, randomStream(seed, `redials ${run}`))
  })
}
