import type { EpochMs, QueueId } from '#forecasting/kernel/units.ts'
import type { QueueSettings } from '#forecasting/staffing/require-staff.ts'
import { combinedShrinkage } from '#forecasting/staffing/shrinkage.ts'
import { type StaffedWork, waitEffect, type WaitEffect } from '#forecasting/staffing/wait-effect.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { readWorkAt } from './staffing.queries.ts'

/** Agents that a schedule gives a queue in one interval, before a change and after it. */
export interface SparedAgents {
  readonly queueId: QueueId
  readonly startsAtMs: EpochMs
  /** In the schedule: shrinkage is not taken off yet. */
  readonly before: number
  readonly after: number
}

/** With the strictest promise of the queues that are touched; null where none promises a wait. */
export interface PromisedWaitEffect extends WaitEffect {
  readonly targetSeconds: number | null
}

/**
 * What a change of the agents does to the mean wait of the contacts that are answered at once (not of
 * letters), by the settings that the requirement was made with.
 *
 * @returns undefined where nobody calls meanwhile
 */
export async function readWaitEffect(
  db: Db,
  requirementId: string,
  changes: readonly SparedAgents[],
): Promise<PromisedWaitEffect | undefined> {
  const { settings, points } = await readWorkAt(db, requirementId, {
    from: new Date(Math.min(...changes.map(({ startsAtMs }) => startsAtMs))),
    to: new Date(Math.max(...changes.map(({ startsAtMs }) => startsAtMs))),
  })
  const queues = settings as Readonly<Record<string, QueueSettings>>
  const at = new Map(changes.map((one) => [`${one.queueId} ${one.startsAtMs}`, one]))
  const touched = points.flatMap((point): StaffedWork[] => {
    const queue = queues[point.queueCode]
    const change = at.get(`${point.queueId} ${point.startsAtMs}`)
    if (queue === undefined || change === undefined) return []
    const { contacts, handleSeconds } = point
    if (queue.deadlineSeconds !== undefined || handleSeconds === null || contacts <= 0) return []
    const net = 1 - combinedShrinkage(queue.shrinkagePlanned, queue.shrinkageUnplanned)
    const own = (contacts * handleSeconds) / queue.intervalSeconds
    return [
      {
        queue,
        contacts,
        handleSeconds,
        contactsInHand: point.contactsInHand ?? own,
        agentsBefore: change.before * net,
        agentsAfter: change.after * net,
      },
    ]
  })
  const effect = waitEffect(touched)
  if (effect === undefined) return undefined
  const promised = touched.flatMap(({ queue }) => queue.targets.asaSeconds ?? [])
  return { ...effect, targetSeconds: promised.length === 0 ? null : Math.min(...promised) }
}
