import type { QueueId } from '#forecasting/kernel/units.ts'
import type { SizingProblem } from '#forecasting/simulation/size-groups.ts'
import { type QueueSettings, workSecondsOf } from '#forecasting/staffing/require-staff.ts'

import type { CompetenceGroup } from '../schedules/schedules.service.ts'

/** One queue in the interval that groups are sized for. */
export interface GroupedQueue {
  readonly queueId: QueueId
  readonly settings: QueueSettings
  readonly ahtSeconds: number
  readonly contactsInHand: number
  /** What it needs by itself. */
  readonly agents: number
}

/** People who may be asked for: a combination that somebody has, or a queue that nobody serves. */
export type SizedGroup = CompetenceGroup

/**
 * The groups that are weighed: every combination that somebody has, cut to the queues with contacts
 * then; and for a queue that nobody may be given, the people who would have to be found.
 */
export function groupsFor(
  queues: readonly GroupedQueue[],
  present: readonly CompetenceGroup[],
): SizedGroup[] {
  const busy = new Set(queues.map(({ queueId }) => queueId))
  const served = new Set(present.flatMap(({ queueIds }) => queueIds))
  const sets = [
    ...present.map(({ queueIds, people }) => ({
      queueIds: queueIds.filter((id) => busy.has(id)),
      people,
    })),
    ...queues
      .filter(({ queueId }) => !served.has(queueId))
      .map(({ queueId }) => ({ queueIds: [queueId], people: 0 })),
  ].filter(({ queueIds }) => queueIds.length > 0)
  return [...Map.groupBy(sets, ({ queueIds }) => queueIds.join(' ')).values()]
    .map((same) => ({
      queueIds: same[0]?.queueIds ?? [],
      people: same.reduce((sum, { people }) => sum + people, 0),
    }))
    .toSorted((a, b) => a.queueIds.length - b.queueIds.length)
}

/**
 * An interval as a level load that groups are sized for. A chat counts by the share of an operator's
 * time that it takes; deferred work waits for spare time, and is promised its deadline.
 *
 * @param competenceCost what each further competence of a person adds to the price of one
 */
export function groupProblem(
  queues: readonly GroupedQueue[],
  groups: readonly SizedGroup[],
  competenceCost: number,
): SizingProblem {
  const indexOf = new Map(queues.map(({ queueId }, index) => [queueId, index]))
  const loads = queues.map(loadOf)
  return {
    queues: loads.map(({ load }) => load),
    groups: groups.map(({ queueIds }) => ({
      queues: queueIds.flatMap((id) => indexOf.get(id) ?? []),
      cost: 1 + competenceCost * (queueIds.length - 1),
    })),
    maxOccupancy: sharedOccupancy(
      loads,
      queues.reduce((sum, { agents }) => sum + agents, 0),
    ),
  }
}

interface CappedLoad {
  readonly load: SizingProblem['queues'][number]
  readonly maxOccupancy: number
}

function loadOf({ settings, ahtSeconds, contactsInHand, agents }: GroupedQueue): CappedLoad {
  const { targets, deadlineSeconds, patienceSeconds } = settings
  const { maxOccupancy = 1, asaSeconds, serviceLevel, abandonShare } = targets
  const handleSeconds = workSecondsOf(ahtSeconds, settings)
  if (deadlineSeconds !== undefined) {
    const load = {
      // Its agents are of the whole run of open hours: what they can do is the work of the interval.
      offeredErlangs: agents * maxOccupancy,
      handleSeconds,
      patienceSeconds: Infinity,
      isDeferred: true,
      abandonShare: 1,
      asaSeconds: deadlineSeconds,
    }
    return { load, maxOccupancy }
  }
  const load = {
    offeredErlangs: (contactsInHand * handleSeconds) / ahtSeconds,
    handleSeconds,
    patienceSeconds: patienceSeconds ?? Infinity,
    abandonShare: abandonShare ?? 1,
    ...(asaSeconds === undefined ? {} : { asaSeconds }),
    ...(serviceLevel === undefined
      ? {}
      : { serviceShare: serviceLevel.share, thresholdSeconds: serviceLevel.withinSeconds }),
  }
  return { load, maxOccupancy }
}

/**
 * Everybody's cap together: each queue's own, by the work that it brings. Never stricter than the
 * queues' own agents leave it: alone they lose some callers, whom shared people answer.
 */
function sharedOccupancy(loads: readonly CappedLoad[], agents: number): number {
  const work = loads.reduce((sum, { load }) => sum + load.offeredErlangs, 0)
  const people = loads.reduce(
    (sum, { load, maxOccupancy }) => sum + load.offeredErlangs / maxOccupancy,
    0,
  )
  return people === 0 ? 1 : Math.min(1, work / Math.min(people, agents))
}
