import type { QueueId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { readCenterSettings } from '../centers/centers.service.ts'
import { readEffectiveHistory } from '../imports/history.service.ts'
import { readUsedValues } from '../staffing/staffing.service.ts'
import type { RequirementValues } from './learned.schema.ts'
import { learnOfQueue, learnShrinkage } from './learned.service.ts'
import { type Learned, usedValues } from './used-values.ts'

/** Of the history's last days: what conversations have been like lately. */
const HANDLE_DAYS = 28

/**
 * By which values a requirement was reckoned, beside what history says of them now.
 *
 * @throws {ProblemError} `requirement-unknown`, `queue-unknown`, `record-unknown` for a queue that the
 *   requirement does not have
 */
export async function valuesOfRequirement(
  db: Db,
  requirementId: string,
  { queueId, nowMs }: { readonly queueId: QueueId; readonly nowMs: number },
): Promise<RequirementValues> {
  const { queues } = await readCenterSettings(db)
  const queue = queues.find(({ id }) => id === queueId)
  if (queue === undefined) throw new ProblemError('queue-unknown')
  const used = await readUsedValues(db, requirementId, queue)
  if (used === undefined) throw new ProblemError('record-unknown')
  const { patience, redials } = await learnOfQueue(db, queueId, nowMs)
  const { planned, unplanned } = await learnShrinkage(db, nowMs)
  const { patienceSeconds, redialShare, shrinkagePlanned, shrinkageUnplanned } = queue
  return {
    values: usedValues(
      used,
      {
        handleSeconds: await learnHandleTime(db, queueId),
        patienceSeconds: { value: patience.seconds, low: patience.low, high: patience.high },
        redialShare: { value: redials.share, low: redials.low, high: redials.high },
        shrinkagePlanned: { value: planned.share, low: planned.low, high: planned.high },
        shrinkageUnplanned: { value: unplanned.share, low: unplanned.low, high: unplanned.high },
      },
      {
        handleSeconds: null,
        patienceSeconds,
        redialShare,
        shrinkagePlanned,
        shrinkageUnplanned,
      },
    ),
  }
}

/** Mean handle time of the last four weeks. The forecast tells the doubt of its own, interval by interval. */
async function learnHandleTime(db: Db, queueId: QueueId): Promise<Learned> {
  const [history] = await readEffectiveHistory(db, { queueIds: [queueId] })
  let [contacts, seconds] = [0, 0]
  const sinceMs = (history?.startMs.at(-1) ?? 0) - HANDLE_DAYS * 86_400_000
  history?.startMs.forEach((startMs, at) => {
    const [handled = 0, total = 0] = [history.handled[at], history.handleSeconds[at]]
    if (startMs < sinceMs || !(handled > 0 && total > 0)) return
    contacts += handled
    seconds += total
  })
  return { value: contacts === 0 ? null : seconds / contacts, low: null, high: null }
}
