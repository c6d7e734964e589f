import type { EpochMs } from '#forecasting/kernel/units.ts'
import type { QueueSettings } from '#forecasting/staffing/require-staff.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { readWorkAt } from './staffing.queries.ts'
import { requireRequirement } from './staffing.service.ts'

/** A queue whose callers wait for a person each, and are promised for how long. */
export interface WaitWork {
  readonly code: string
  readonly settings: QueueSettings
  readonly asaSeconds: number
  /** By time; only intervals in which somebody calls. */
  readonly intervals: readonly {
    readonly startsAtMs: EpochMs
    readonly handleSeconds: number
    /** Calls in hand if each found a free person at once. */
    readonly inHand: number
  }[]
}

/**
 * What a requirement that counts over the week promises whom, in some days: the queues that promise a
 * mean wait and where nobody holds several contacts at once. No queue where the requirement keeps its
 * promises in every interval.
 *
 * @throws {ProblemError} `requirement-unknown`
 */
export async function readWaitWork(
  db: Db,
  requirementId: string,
  span: { readonly fromMs: EpochMs; readonly toMs: EpochMs },
): Promise<readonly WaitWork[]> {
  const { goal } = await requireRequirement(db, requirementId)
  if (goal !== 'period') return []
  const { settings, points } = await readWorkAt(db, requirementId, {
    from: new Date(span.fromMs),
    to: new Date(span.toMs - 1),
  })
  const queues = settings as Readonly<Record<string, QueueSettings>>
  return [...Map.groupBy(points, ({ queueCode }) => queueCode)].flatMap(
    ([code, own]): WaitWork[] => {
      const queue = queues[code]
      const asaSeconds = queue?.targets.asaSeconds
      if (queue === undefined || asaSeconds === undefined || queue.concurrency > 1) return []
      const intervals = own.flatMap(({ startsAtMs, contacts, handleSeconds, contactsInHand }) => {
        if (handleSeconds === null || contacts <= 0) return []
        const inHand = contactsInHand ?? (contacts * handleSeconds) / queue.intervalSeconds
        return [{ startsAtMs: startsAtMs as EpochMs, handleSeconds, inHand }]
      })
      return intervals.length === 0 ? [] : [{ code, settings: queue, asaSeconds, intervals }]
    },
  )
}
