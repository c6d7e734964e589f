import type { QueueId } from '#forecasting/kernel/units.ts'

import type { Span } from '../../adherence/span-cursor.ts'
import { type QueueNeed, sharePeople } from './share-people.ts'
import { shareWithin } from './share-within.ts'

/** Who was asked for, planned and there, of one queue in one interval. */
export interface StaffOfInterval {
  /** Agents that the published schedule was made for. */
  readonly required: number
  /** People whose plan is to work, averaged over the interval. */
  readonly scheduled: number
  /** People in a productive state, averaged over what has passed; null before it begins. */
  readonly working: number | null
}

export interface StaffPerson {
  readonly queueIds: readonly QueueId[]
  readonly planned: readonly Span[]
  readonly working: readonly Span[]
}

/**
 * Shares the people of each interval by what its queues ask for, as the hours ahead are: who takes whose
 * contact no feed says of a state.
 *
 * @param needsAt what each queue asks for in the interval that begins then; empty where nothing is planned
 * @returns by queue and start; not more people than there are, all together
 */
export function staffHours(
  intervals: readonly Span[],
  needsAt: (startMs: number) => readonly QueueNeed[],
  people: readonly StaffPerson[],
  nowMs: number,
): ReadonlyMap<QueueId, ReadonlyMap<number, StaffOfInterval>> {
  const byQueue = new Map<QueueId, Map<number, StaffOfInterval>>()
  for (const interval of intervals) {
    const needs = needsAt(interval.startMs)
    if (needs.length === 0) continue
    const shared = (of: 'planned' | 'working', window: Span): ReadonlyMap<QueueId, number> =>
      sharePeople(
        people.map((person) => ({
          queueIds: person.queueIds,
          agents: shareWithin(person[of], window),
        })),
        needs,
      )
    const past = { startMs: interval.startMs, endMs: Math.min(interval.endMs, nowMs) }
    const scheduled = shared('planned', interval)
    const working = past.startMs < past.endMs ? shared('working', past) : null
    for (const { queueId, agents } of needs) {
      const own = byQueue.get(queueId) ?? new Map<number, StaffOfInterval>()
      own.set(interval.startMs, {
        required: agents,
        scheduled: scheduled.get(queueId) ?? 0,
        working: working === null ? null : (working.get(queueId) ?? 0),
      })
      byQueue.set(queueId, own)
    }
  }
  return byQueue
}
