import { normalQuantile } from '../kernel/normal-quantile.ts'
import type { EpochMs } from '../kernel/units.ts'
import { chatSpeeds, soloSeconds } from './chat-speeds.ts'
import { contactsInHand } from './contacts-in-hand.ts'
import { deferredAgents } from './deferred-work.ts'
import { periodAgents } from './period-agents.ts'
import type { QueueMetrics } from './queue-metrics.ts'
import { combinedShrinkage, rosteredFor } from './shrinkage.ts'
import { staffingConfidence, type StaffingConfidence } from './staffing-confidence.ts'
import { staffingModel, type StaffingModel } from './staffing-model.ts'
import type { BindingTarget, StaffingTargets } from './staffing-targets.ts'
import { levelQuantile } from './volume-doubt.ts'
import { judgeWaitBand, type WaitBand, type WaitBandJudgement } from './wait-band.ts'

/** Part of every stored requirement. */
export const STAFFING_ENGINE_VERSION = 'kezek-staffing/4'

/** What arrives in one interval. */
export interface StaffedInterval {
  readonly startMs: EpochMs
  readonly contacts: number
  /** Null when no contact is expected. */
  readonly handleSeconds: number | null
  readonly isOpen: boolean
  /** Relative deviation of the rate about its forecast, 0..1; undefined where nobody says. */
  readonly volumeCv?: number
}

/** How one queue is staffed. */
export interface QueueSettings {
  readonly intervalSeconds: number
  readonly targets: StaffingTargets
  /** Mean patience of a caller; undefined means Erlang C. */
  readonly patienceSeconds?: number
  /** Conversations that one agent holds at once, 1..6. */
  readonly concurrency: number
  /** Speed with 1, 2, … conversations, relative to one; undefined means the default profile. */
  readonly chatSpeeds?: readonly number[]
  /** Given for work that may wait, such as letters. */
  readonly deadlineSeconds?: number
  readonly shrinkagePlanned: number
  readonly shrinkageUnplanned: number
  /** `period`: the wait and the lost share are promised of each week together, not of each interval. */
  readonly goal?: 'period'
  /** Staff to the level that the volume stays below with this probability; undefined: the expected. */
  readonly confidence?: number
  /** The band to judge the wait by; undefined where waiting is not promised. */
  readonly band?: WaitBand
}

/** `period`: what the promise over the week asks of this interval. */
export type RequirementBinding = BindingTarget | 'deadline' | 'period'

export interface RequiredInterval {
  readonly startMs: EpochMs
  /** Contacts in hand if each found a free agent at once, at the level staffed to. Null when closed. */
  readonly contactsInHand: number | null
  readonly agents: number
  readonly rostered: number
  readonly binding: RequirementBinding
  readonly band: WaitBandJudgement | null
  readonly asaSeconds: number | null
  readonly serviceLevel: number | null
  readonly abandonShare: number | null
  readonly occupancy: number | null
  /** Null where the forecast tells no doubt, or no formula tells what it would mean. */
  readonly confidence: StaffingConfidence | null
}

/**
 * The agents that a queue needs in every interval: by the model that fits its contacts, at the load
 * that is in hand then (`offered-load.ts`), or earliest deadline first for work that may wait.
 *
 * @param intervals by time; a gap between them counts as closed
 */
export function requireStaff(
  intervals: readonly StaffedInterval[],
  settings: QueueSettings,
): RequiredInterval[] {
  const shrinkage = combinedShrinkage(settings.shrinkagePlanned, settings.shrinkageUnplanned)
  if (settings.deadlineSeconds !== undefined) {
    return requireDeferred(intervals, settings, settings.deadlineSeconds, shrinkage)
  }
  const inHand = contactsInHand(intervals, settings.intervalSeconds)
  const loads = intervals.map((interval, t) => loadOf(interval, inHand[t] ?? 0, settings))
  const answers =
    settings.goal === 'period' ? overPeriods(loads, settings) : eachAlone(loads, settings)
  return intervals.map(({ startMs }, t) => {
    const [load, answer] = [loads[t], answers[t]]
    return load === undefined || answer === undefined
      ? nobody(startMs)
      : requiredInterval(load, answer, { settings, shrinkage })
  })
}

/** An interval in which somebody is needed. */
interface Load {
  readonly interval: StaffedInterval
  readonly inHand: number
  /** The level staffed to, as a multiple of the expected. */
  readonly level: number
  readonly modelAt: (factor: number) => StaffingModel
}

interface Answer {
  readonly agents: number
  readonly binding: RequirementBinding
  readonly metrics: QueueMetrics
}

function loadOf(
  interval: StaffedInterval,
  inHand: number,
  settings: QueueSettings,
): Load | undefined {
  const { contacts, handleSeconds, isOpen } = interval
  if (!isOpen || contacts <= 0 || handleSeconds === null) return undefined
  const modelAt = (factor: number): StaffingModel =>
    staffingModel({ contactsInHand: inHand * factor, handleSeconds }, settings)
  return { interval, inHand, level: levelOf(interval, settings), modelAt }
}

/** The multiple of the expected volume that agents are to be enough for. */
function levelOf({ volumeCv }: StaffedInterval, { confidence }: QueueSettings): number {
  return confidence === undefined || volumeCv === undefined
    ? 1
    : levelQuantile(volumeCv, normalQuantile(confidence))
}

function eachAlone(
  loads: readonly (Load | undefined)[],
  { targets }: QueueSettings,
): (Answer | undefined)[] {
  return loads.map((load) => {
    if (load === undefined) return undefined
    const { agents, binding, metrics } = load.modelAt(load.level).least(targets)
    return {
      agents,
      binding,
      metrics: load.level === 1 ? metrics : load.modelAt(1).evaluate(agents),
    }
  })
}

function overPeriods(
  loads: readonly (Load | undefined)[],
  { targets }: QueueSettings,
): (Answer | undefined)[] {
  const open = loads.filter((load) => load !== undefined)
  const modelled = open.map(({ interval: { startMs, contacts }, level, modelAt }) => ({
    startMs,
    contacts: contacts * level,
    model: modelAt(level),
  }))
  const agents = periodAgents(modelled, targets)
  const answers = new Map(
    open.map((load, n): [Load, Answer] => {
      const count = agents[n] ?? 0
      const metrics = load.modelAt(1).evaluate(count)
      return [load, { agents: count, binding: 'period', metrics }]
    }),
  )
  return loads.map((load) => (load === undefined ? undefined : answers.get(load)))
}

function requiredInterval(
  { interval: { startMs, volumeCv }, inHand, level, modelAt }: Load,
  { agents, binding, metrics }: Answer,
  { settings, shrinkage }: { readonly settings: QueueSettings; readonly shrinkage: number },
): RequiredInterval {
  const { targets, band } = settings
  const definition = targets.serviceLevel?.definition
  const judged = { agents, metrics }
  return {
    startMs,
    contactsInHand: inHand * level,
    agents,
    rostered: rosteredFor(agents, shrinkage),
    binding,
    // Who is there for doubt's sake is not to spare, whatever the expected wait.
    band:
      band === undefined || level !== 1
        ? null
        : judgeWaitBand(judged, modelAt(1).evaluate, targets, band),
    asaSeconds: metrics.asaSeconds,
    serviceLevel: definition === undefined ? null : (metrics.service?.[definition] ?? null),
    abandonShare: metrics.abandonShare,
    occupancy: metrics.occupancy,
    confidence:
      volumeCv === undefined ? null : staffingConfidence(modelAt, { agents, volumeCv }, targets),
  }
}

function requireDeferred(
  intervals: readonly StaffedInterval[],
  settings: QueueSettings,
  deadlineSeconds: number,
  shrinkage: number,
): RequiredInterval[] {
  const { intervalSeconds, targets } = settings
  const work = intervals.map((interval) => ({
    workSeconds:
      interval.contacts *
      levelOf(interval, settings) *
      workSecondsOf(interval.handleSeconds ?? 0, settings),
    isOpen: interval.isOpen,
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
      contactsInHand: (work[t]?.workSeconds ?? 0) / intervalSeconds,
      agents: count,
      rostered: rosteredFor(count, shrinkage),
      binding: 'deadline' as const,
    }
  })
}

/** An agent's time for one contact: less than it lasts, when others are answered meanwhile. */
export function workSecondsOf(handleSeconds: number, settings: QueueSettings): number {
  const speeds = chatSpeeds(settings.concurrency, settings.chatSpeeds)
  return (
    soloSeconds(handleSeconds, speeds, settings.targets.maxOccupancy ?? 1) / (speeds.at(-1) ?? 1)
  )
}

function nobody(startMs: EpochMs): RequiredInterval {
  return {
    startMs,
    contactsInHand: null,
    agents: 0,
    rostered: 0,
    binding: 'none',
    band: null,
    asaSeconds: null,
    serviceLevel: null,
    abandonShare: null,
    occupancy: null,
    confidence: null,
  }
}
