import { mulberry32 } from '../kernel/random.ts'
import { compileCentre } from './compiled-centre.ts'
import { drawTraffic, type Traffic } from './draw-traffic.ts'
import type { SimulatedCentre, SimulatedQueue } from './simulated-centre.ts'
import { simulateRun } from './simulation-run.ts'

/** Queues at a level load, and the groups that may serve them. */
export interface SteadyProblem {
  readonly queues: readonly {
    readonly offeredErlangs: number
    readonly handleSeconds: number
    /** Infinity where nobody gives up. */
    readonly patienceSeconds: number
    /** Work that waits for spare time; calls, if undefined. */
    readonly isDeferred?: boolean
    /** Answered within this counts as in time; 0, if undefined. */
    readonly thresholdSeconds?: number
  }[]
  /** In the order in which contacts ask them. */
  readonly groups: readonly { readonly queues: readonly number[] }[]
}

const INTERVAL_SECONDS = 1800
/** The first part of a run, which begins empty, does not count. */
const WARM_UP_SHARE = 0.03

/** What a queue comes to. */
export interface SteadyOutcome {
  readonly lostShare: number
  /** Of answered contacts; the whole time, where somebody came and nobody was answered. */
  readonly asaSeconds: number
  /** Answered within the threshold / (offered − abandoned within it); 1 where nobody came. */
  readonly serviceLevel: number
}

/**
 * Answers what each queue comes to, for any staffing of the groups, always of the same contacts: two
 * staffings then differ by their people and not by their luck.
 *
 * @param calls contacts to simulate, about
 */
export function steadyOutcomes(
  { queues, groups }: SteadyProblem,
  { calls, seed }: { readonly calls: number; readonly seed: number },
): (agents: readonly number[]) => SteadyOutcome[] {
  const rate = queues.reduce((sum, one) => sum + one.offeredErlangs / one.handleSeconds, 0)
  const intervals = Math.max(1, Math.ceil(calls / rate / INTERVAL_SECONDS))
  const centreOf = (agents: readonly number[]): SimulatedCentre => ({
    intervalSeconds: INTERVAL_SECONDS,
    volumeCv: 0,
    queues: queues.map((queue) => steadyQueue(queue, intervals)),
    groups: groups.map((group, index) => ({
      queues: group.queues,
      levels: [{ atSeconds: 0, agents: agents[index] ?? 0 }],
      reserve: 0,
      chatSpeeds: [1],
    })),
  })
  const traffic: Traffic = drawTraffic(centreOf([]), mulberry32(seed))
  const from = Math.ceil(intervals * WARM_UP_SHARE) * queues.length
  return (agents) => {
    const tally = simulateRun(compileCentre(centreOf(agents)), traffic, mulberry32(seed))
    return queues.map((_, queue) => {
      let [lost, offered, answered, waited, inTime, unjudged] = [0, 0, 0, 0, 0, 0]
      for (let cell = from + queue; cell < tally.offered.length; cell += queues.length) {
        lost += tally.abandoned[cell] as number
        offered += tally.offered[cell] as number
        answered += tally.answered[cell] as number
        waited += tally.waitSeconds[cell] as number
        inTime += tally.inTime[cell] as number
        unjudged += (tally.shortAbandoned[cell] as number) + (tally.undecided[cell] as number)
      }
      return {
        lostShare: offered === 0 ? 0 : lost / offered,
        asaSeconds: meanOr(waited, answered, offered === 0 ? 0 : intervals * INTERVAL_SECONDS),
        serviceLevel: meanOr(inTime, offered - unjudged, 1),
      }
    })
  }
}

function meanOr(sum: number, count: number, nobody: number): number {
  return count > 0 ? sum / count : nobody
}

function steadyQueue(queue: SteadyProblem['queues'][number], intervals: number): SimulatedQueue {
  const contacts = (queue.offeredErlangs * INTERVAL_SECONDS) / queue.handleSeconds
  return {
    kind: queue.isDeferred === true ? 'deferred' : 'call',
    contacts: Array.from({ length: intervals }, () => contacts),
    handleSeconds: Array.from({ length: intervals }, () => queue.handleSeconds),
    handleCv: 1,
    patienceSeconds: queue.patienceSeconds,
    redialShare: 0,
    redialSeconds: 0,
    thresholdSeconds: queue.thresholdSeconds ?? 0,
    priority: 0,
  }
}
