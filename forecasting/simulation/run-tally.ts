import { type SimulatedQueue, thresholdOf } from './simulated-centre.ts'

/** What happened in one run. Contacts are counted in the interval of their arrival. */
export interface RunTally {
  readonly intervals: number
  readonly queues: number
  readonly groups: number
  /** By interval × queues + queue. Every try counts; `offered` holds the redials too. */
  readonly offered: Float64Array
  readonly redials: Float64Array
  readonly answered: Float64Array
  /** Answered within the queue's threshold. */
  readonly inTime: Float64Array
  /** Answered, but not at once. */
  readonly waited: Float64Array
  /** Total wait of those answered. */
  readonly waitSeconds: Float64Array
  readonly abandoned: Float64Array
  /** Those of them who gave up within the threshold. */
  readonly shortAbandoned: Float64Array
  /** Still waiting when the run ends, within the threshold: nobody knows what becomes of them. */
  readonly undecided: Float64Array
  /** By interval × groups + group: time that people were there, and were busy. */
  readonly staffedSeconds: Float64Array
  readonly busySeconds: Float64Array
  /** Contacts held × time: for chat the share of the slots in use follows from it. */
  readonly heldSeconds: Float64Array
}

export function emptyTally(size: {
  readonly intervals: number
  readonly queues: number
  readonly groups: number
}): RunTally {
  const byQueue = (): Float64Array => new Float64Array(size.intervals * size.queues)
  const byGroup = (): Float64Array => new Float64Array(size.intervals * size.groups)
  return {
    ...size,
    offered: byQueue(),
    redials: byQueue(),
    answered: byQueue(),
    inTime: byQueue(),
    waited: byQueue(),
    waitSeconds: byQueue(),
    abandoned: byQueue(),
    shortAbandoned: byQueue(),
    undecided: byQueue(),
    staffedSeconds: byGroup(),
    busySeconds: byGroup(),
    heldSeconds: byGroup(),
  }
}

/** Counts what happens as it happens. */
export class RunRecorder {
  readonly tally: RunTally
  /** By cell: answered within so many seconds is in time. */
  private readonly thresholds: Float64Array

  constructor(
    tally: RunTally,
    queues: readonly Pick<SimulatedQueue, 'thresholds' | 'thresholdSeconds'>[],
  ) {
    this.tally = tally
    this.thresholds = new Float64Array(tally.intervals * tally.queues)
    queues.forEach((queue, index) => {
      for (let t = 0; t < tally.intervals; t++) {
        this.thresholds[t * tally.queues + index] = thresholdOf(queue, t)
      }
    })
  }

  arrived(interval: number, queue: number): void {
    add(this.tally.offered, interval * this.tally.queues + queue, 1)
  }

  triedAgain(interval: number, queue: number): void {
    add(this.tally.redials, interval * this.tally.queues + queue, 1)
  }

  answeredAtOnce(interval: number, queue: number): void {
    const cell = interval * this.tally.queues + queue
    add(this.tally.answered, cell, 1)
    add(this.tally.inTime, cell, 1)
  }

  /** @param interval of the arrival, as everywhere */
  answeredAfter(interval: number, queue: number, waitSeconds: number): void {
    const cell = interval * this.tally.queues + queue
    const { tally } = this
    add(tally.answered, cell, 1)
    add(tally.waited, cell, 1)
    add(tally.waitSeconds, cell, waitSeconds)
    if (waitSeconds <= (this.thresholds[cell] as number)) add(tally.inTime, cell, 1)
  }

  gaveUpAfter(interval: number, queue: number, waitSeconds: number): void {
    const cell = interval * this.tally.queues + queue
    add(this.tally.abandoned, cell, 1)
    if (waitSeconds <= (this.thresholds[cell] as number)) add(this.tally.shortAbandoned, cell, 1)
  }

  /** The run ends while somebody waits. */
  endedAfter(interval: number, queue: number, waitSeconds: number): void {
    const cell = interval * this.tally.queues + queue
    if (waitSeconds <= (this.thresholds[cell] as number)) add(this.tally.undecided, cell, 1)
  }

  /** Time of people in a cell of a group. */
  passed(cell: number, staffedSeconds: number, busySeconds: number): void {
    add(this.tally.staffedSeconds, cell, staffedSeconds)
    add(this.tally.busySeconds, cell, busySeconds)
  }

  /** Time of contacts in the hands of a group. */
  held(cell: number, seconds: number): void {
    add(this.tally.heldSeconds, cell, seconds)
  }
}

function add(column: Float64Array, cell: number, figure: number): void {
  column[cell] = (column[cell] as number) + figure
}
