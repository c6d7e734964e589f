import { wholeUp } from './shrinkage.ts'

/** One interval of work that may wait: letters, messages, callbacks. */
export interface DeferredInterval {
  /** Work that arrives in the interval, in agent-seconds. */
  readonly workSeconds: number
  readonly isOpen: boolean
}

export interface DeferredSettings {
  readonly intervalSeconds: number
  /** Work is done within this much open time after the interval of its arrival. */
  readonly deadlineSeconds: number
  /** Largest share of an agent's time spent on contacts, 0..1. */
  readonly maxOccupancy: number
}

/**
 * Agents in each interval so that all deferred work meets its deadline by earliest deadline first:
 * a level capacity through each run of open intervals, as low as the runs before it allow.
 *
 * The deadline runs in open hours: a letter of Friday evening with eight hours to go is due on
 * Monday. The capacity of a run is the largest density over any stretch that ends in it: the work
 * that arrives and is due inside the stretch, less what earlier runs do of it, over the stretch's
 * open time in the run (processor demand criterion; Baruah, Rosier & Howell, Real-Time Systems 2,
 * 1990).
 *
 * @returns whole agents, one figure an interval; 0 where the centre is closed
 */
export function deferredAgents(
  intervals: readonly DeferredInterval[],
  settings: DeferredSettings,
): number[] {
  const dues = dueIntervals(intervals, settings)
  const agents = intervals.map(() => 0)
  const perAgent = settings.intervalSeconds * settings.maxOccupancy
  for (const run of openRuns(intervals)) {
    const done = agents.map((count) => count * perAgent)
    const level = wholeUp(largestDensity({ intervals, dues, done }, run) / perAgent)
    for (let t = run.from; t < run.to; t++) agents[t] = level
  }
  return agents
}

interface Run {
  readonly from: number
  readonly to: number
}

function openRuns(intervals: readonly DeferredInterval[]): Run[] {
  const runs: Run[] = []
  let from = -1
  for (let t = 0; t <= intervals.length; t++) {
    const isOpen = intervals[t]?.isOpen ?? false
    if (isOpen && from < 0) from = t
    if (!isOpen && from >= 0) {
      runs.push({ from, to: t })
      from = -1
    }
  }
  return runs
}

/** The last interval in which the work of each interval may still be done. */
export function dueIntervals(
  intervals: readonly Pick<DeferredInterval, 'isOpen'>[],
  { deadlineSeconds, intervalSeconds }: Omit<DeferredSettings, 'maxOccupancy'>,
): number[] {
  const patience = Math.max(0, Math.floor(deadlineSeconds / intervalSeconds))
  const lastOpen = intervals.findLastIndex(({ isOpen }) => isOpen)
  return intervals.map((interval, arrival) => {
    let due = arrival
    let left = interval.isOpen ? patience : patience + 1
    // What is due after the last open interval is planned for its end.
    while (left > 0 && due < lastOpen) {
      due++
      if (intervals[due]?.isOpen === true) left--
    }
    return due
  })
}

/** Agent-seconds that an interval of the run must do, over the densest stretch that ends in it. */
function largestDensity(
  work: {
    readonly intervals: readonly DeferredInterval[]
    readonly dues: readonly number[]
    /** Agent-seconds that the runs before can do, by interval. */
    readonly done: readonly number[]
  },
  run: Run,
): number {
  let densest = 0
  for (let end = run.from; end < run.to; end++) {
    let owed = 0
    for (let start = end; start >= 0; start--) {
      owed -= work.done[start] as number
      if ((work.dues[start] as number) <= end) {
        owed += (work.intervals[start] as DeferredInterval).workSeconds
      }
      densest = Math.max(densest, owed / (end - Math.max(start, run.from) + 1))
    }
  }
  return densest
}
