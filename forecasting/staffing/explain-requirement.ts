import { type QueueSettings, type StaffedInterval, workSecondsOf } from './require-staff.ts'
import { type StaffingModel, staffingModel, type StaffingModelKind } from './staffing-model.ts'
import { type BindingTarget, missedTarget, type StaffingTargets } from './staffing-targets.ts'

/** What a number of agents comes to. */
export interface StaffingOutcome {
  readonly agents: number
  /** Null when the line grows without end, or nobody answers. */
  readonly asaSeconds: number | null
  /** By the definition of the queue's target; null where it promises none. */
  readonly serviceLevel: number | null
  readonly abandonShare: number
  readonly occupancy: number
  /** The first target that it misses. */
  readonly missed: BindingTarget | null
}

/** Why an interval needs the agents that it needs. */
export interface RequirementExplanation {
  /** `deferred` for work that may wait; null when nobody is needed. */
  readonly model: StaffingModelKind | 'deferred' | null
  /** Agents that the interval's own work would keep busy without a pause. */
  readonly offeredErlangs: number
  /** What each target would need if it were the only one. */
  readonly agentsByTarget: readonly {
    readonly target: BindingTarget | 'deadline'
    readonly agents: number
  }[]
  /** With one agent fewer, as staffed, and with one more; empty where no formula says. */
  readonly outcomes: readonly StaffingOutcome[]
}

/** What was asked of an interval. */
export interface ExplainedInterval extends Omit<StaffedInterval, 'startMs' | 'volumeCv'> {
  /** The load it was staffed to; without it, that of its own contacts. */
  readonly contactsInHand?: number
}

/**
 * Explains the agents of one interval.
 *
 * @param agents what the interval was given
 */
export function explainRequirement(
  interval: ExplainedInterval,
  settings: QueueSettings,
  agents: number,
): RequirementExplanation {
  const { contacts, handleSeconds } = interval
  if (settings.deadlineSeconds !== undefined) return explainDeferred(interval, settings, agents)
  if (!interval.isOpen || contacts <= 0 || handleSeconds === null) return NOTHING
  const own = (contacts * handleSeconds) / settings.intervalSeconds
  const { contactsInHand = own } = interval
  const model = staffingModel({ contactsInHand, handleSeconds }, settings)
  const { targets } = settings
  return {
    model: model.kind,
    offeredErlangs: model.offeredErlangs,
    agentsByTarget: eachAlone(targets).map(([target, alone]) => ({
      target,
      agents: model.least(alone).agents,
    })),
    outcomes: [agents - 1, agents, agents + 1]
      .filter((count) => count >= 0)
      .map((count) => outcomeOf(model, count, targets)),
  }
}

const NOTHING: RequirementExplanation = {
  model: null,
  offeredErlangs: 0,
  agentsByTarget: [],
  outcomes: [],
}

/** Its agents are of the whole run of open hours: no formula says what one more would do to one. */
function explainDeferred(
  { contacts, handleSeconds, isOpen }: ExplainedInterval,
  settings: QueueSettings,
  agents: number,
): RequirementExplanation {
  const work = contacts * workSecondsOf(handleSeconds ?? 0, settings)
  if (!isOpen || agents === 0) return NOTHING
  return {
    model: 'deferred',
    offeredErlangs: work / settings.intervalSeconds,
    agentsByTarget: [{ target: 'deadline', agents }],
    outcomes: [],
  }
}

function eachAlone(targets: StaffingTargets): [BindingTarget, StaffingTargets][] {
  const { asaSeconds, serviceLevel, abandonShare, maxOccupancy } = targets
  const alone: [BindingTarget, StaffingTargets][] = []
  if (asaSeconds !== undefined) alone.push(['asa', { asaSeconds }])
  if (serviceLevel !== undefined) alone.push(['service_level', { serviceLevel }])
  if (abandonShare !== undefined) alone.push(['abandon_share', { abandonShare }])
  if (maxOccupancy !== undefined) alone.push(['max_occupancy', { maxOccupancy }])
  return alone
}

function outcomeOf(
  model: StaffingModel,
  agents: number,
  targets: StaffingTargets,
): StaffingOutcome {
  const metrics = model.evaluate(agents)
  const definition = targets.serviceLevel?.definition
  return {
    agents,
    asaSeconds: metrics.asaSeconds === Infinity ? null : metrics.asaSeconds,
    serviceLevel: definition === undefined ? null : (metrics.service?.[definition] ?? null),
    abandonShare: metrics.abandonShare,
    occupancy: metrics.occupancy,
    missed: missedTarget(metrics, targets) ?? null,
  }
}
