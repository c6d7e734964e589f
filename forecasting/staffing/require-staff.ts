import type { EpochMs } from '../kernel/units.ts'
import { deferredAgents } from './deferred-work.ts'
import { requiredAgents } from './required-agents.ts'
import { combinedShrinkage, rosteredFor } from './shrinkage.ts'
import type { BindingTarget, StaffingTargets } from './staffing-targets.ts'
import { judgeWaitBand, type WaitBand, type WaitBandJudgement } from './wait-band.ts'

/** Part of every stored requirement. */
export const STAFFING_ENGINE_VERSION = 'kezek-staffing/1'

/** What arrives in one interval. */
export interface StaffedInterval {
  readonly startMs: EpochMs
  readonly contacts: number
  /** Null when no contact is expected. */
  readonly handleSeconds: number | null
  readonly isOpen: boolean
}

/** How one queue is staffed. */
export interface QueueSettings {
  readonly intervalSeconds: number
  readonly targets: StaffingTargets
  /** Mean patience of a caller; undefined means Erlang C. */
  readonly patienceSeconds?: number
  /** Conversations that one agent holds at once, 1..6. */
  readonly concurrency: number
  /** Given for work that may wait, such as letters. */
  readonly deadlineSeconds?: number
  readonly shrinkagePlanned: number
  readonly shrinkageUnplanned: number
  /** The band to judge the wait by; undefined where waiting is not promised. */
  readonly band?: WaitBand
}

export type RequirementBinding = BindingTarget | 'deadline'

export interface RequiredInterval {
  readonly startMs: EpochMs
  readonly agents: number
  readonly rostered: number
  readonly binding: RequirementBinding
  readonly band: WaitBandJudgement | null
  readonly asaSeconds: number | null
  readonly serviceLevel: number | null
  readonly abandonShare: number | null
  readonly occupancy: number | null
}

/** Each conversation more runs at this share of the speed of the one before it. */
const CONCURRENT_SPEED = 0.8

/**
 * The agents that a queue needs in every interval, interval by interval (stationary): Erlang A where
 * patience is known, else Erlang C; earliest deadline first for work that may wait.
 */
export function requireStaff(
  intervals: readonly StaffedInterval[],
  settings: QueueSettings,
): RequiredInterval[] {
  const shrinkage = combinedShrinkage(settings.shrinkagePlanned, settings.shrinkageUnplanned)
  if (settings.deadlineSeconds !== undefined) {
    return requireDeferred(intervals, settings, settings.deadlineSeconds, shrinkage)
  }
  return intervals.map((interval) => requireInterval(interval, settings, shrinkage))
}

/**
 * Speed of an agent who holds `concurrency` conversations, relative to one at a time: 1 + 0.8 + 0.8²
 * … A conversation pauses while the client writes, but less and less of a pause is left to fill.
 *
 * @param concurrency whole number, 1..6
 */
export function concurrentSpeed(concurrency: number): number {
  return (1 - CONCURRENT_SPEED ** concurrency) / (1 - CONCURRENT_SPEED)
}

function requireInterval(
  { startMs, contacts, handleSeconds, isOpen }: StaffedInterval,
  settings: QueueSettings,
  shrinkage: number,
): RequiredInterval {
  if (!isOpen || contacts <= 0 || handleSeconds === null) return nobody(startMs)
  const { targets, patienceSeconds, band } = settings
  // A full agent counts as one server that is as much faster as its conversations overlap.
  const serverSeconds = handleSeconds / concurrentSpeed(settings.concurrency)
  const load = {
    offeredErlangs: (contacts * serverSeconds) / settings.intervalSeconds,
    handleSeconds: serverSeconds,
    ...(patienceSeconds === undefined ? {} : { patienceSeconds }),
  }
  const answer = requiredAgents(load, targets)
  const { metrics } = answer
  const definition = targets.serviceLevel?.definition
  return {
    startMs,
    agents: answer.agents,
    rostered: rosteredFor(answer.agents, shrinkage),
    binding: answer.binding,
    band: band === undefined ? null : judgeWaitBand(load, answer, targets, band),
    asaSeconds: metrics.asaSeconds,
    serviceLevel: definition === undefined ? null : (metrics.service?.[definition] ?? null),
    abandonShare: metrics.abandonShare,
    occupancy: metrics.occupancy,
  }
}

function requireDeferred(
  intervals: readonly StaffedInterval[],
  settings: QueueSettings,
  deadlineSeconds: number,
  shrinkage: number,
): RequiredInterval[] {
  const { intervalSeconds, targets } = settings
  const speed = concurrentSpeed(settings.concurrency)
  const work = intervals.map(({ contacts, handleSeconds, isOpen }) => ({
    workSeconds: (contacts * (handleSeconds ?? 0)) / speed,
    isOpen,
  }))
  const agents = deferredAgents(work, {
    intervalSeconds,
    deadlineSeconds,
    maxOccupancy: targets.maxOccupancy ?? 1,
  })
  return intervals.map(({ startMs }, t) => {
    const count = agents[t] ?? 0
    if (count === 0) return nobody(startMs)
    return {
      ...nobody(startMs),
      agents: count,
      rostered: rosteredFor(count, shrinkage),
      binding: 'deadline' as const,
    }
  })
}

function nobody(startMs: EpochMs): RequiredInterval {
  return {
    startMs,
    agents: 0,
    rostered: 0,
    binding: 'none',
    band: null,
    asaSeconds: null,
    serviceLevel: null,
    abandonShare: null,
    occupancy: null,
  }
}
