import type { RunTally } from './run-tally.ts'
import type { SimulatedGroup } from './simulated-centre.ts'

/**
 * What is kept of one run of many: half as exact as it was counted, and of groups only what their
 * queues see, so that hundreds of runs of a large centre fit into memory.
 */
export interface KeptRun {
  readonly intervals: number
  readonly queues: number
  /** By interval × queues + queue. */
  readonly offered: Float32Array
  readonly answered: Float32Array
  readonly inTime: Float32Array
  readonly waitSeconds: Float32Array
  readonly abandoned: Float32Array
  /** Gave up, or still waited at the end, within the threshold: a service level counts neither. */
  readonly unjudged: Float32Array
  /** By interval × (queues + 1) + queue: of all who serve the queue; the last is of everybody. */
  readonly staffedSeconds: Float32Array
  readonly busySeconds: Float32Array
}

export function keepRun(
  tally: RunTally,
  groups: readonly Pick<SimulatedGroup, 'queues'>[],
): KeptRun {
  return {
    intervals: tally.intervals,
    queues: tally.queues,
    offered: Float32Array.from(tally.offered),
    answered: Float32Array.from(tally.answered),
    inTime: Float32Array.from(tally.inTime),
    waitSeconds: Float32Array.from(tally.waitSeconds),
    abandoned: Float32Array.from(tally.abandoned),
    unjudged: Float32Array.from(
      tally.shortAbandoned,
      (short, cell) => short + (tally.undecided[cell] as number),
    ),
    staffedSeconds: byQueue(tally.staffedSeconds, tally, groups),
    busySeconds: byQueue(tally.busySeconds, tally, groups),
  }
}

/** Time of people from groups to the queues that they serve. */
function byQueue(
  column: Float64Array,
  { intervals, queues }: RunTally,
  groups: readonly Pick<SimulatedGroup, 'queues'>[],
): Float32Array {
  const width = queues + 1
  const sums = new Float32Array(intervals * width)
  for (let interval = 0; interval < intervals; interval++) {
    groups.forEach((group, index) => {
      const seconds = column[interval * groups.length + index] as number
      for (const queue of [...group.queues, queues]) {
        const cell = interval * width + queue
        sums[cell] = (sums[cell] as number) + seconds
      }
    })
  }
  return sums
}
