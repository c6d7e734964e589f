import { isZone } from '#forecasting/kernel/calendar.ts'
import type { CenterId, QueueId } from '#forecasting/kernel/units.ts'
import type { Db, OpenDatabase } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { findCenter, listEveryCenter } from './centers.queries.ts'
import type { Center, NewQueue, Queue, QueueChange } from './centers.schema.ts'
import { newQueueRow } from './new-queue-row.ts'
import { isEverOpen } from './open-hours.ts'
import {
  competenceIds,
  insertQueue,
  listQueues,
  replaceNeeds,
  updateQueue,
} from './queues.queries.ts'

/** What other features need to know of the centre: its settings, and its queues that take contacts. */
export async function readCenterSettings(
  db: Db,
): Promise<Center & { readonly queues: readonly Queue[] }> {
  return { ...(await findCenter(db)), queues: await listQueues(db) }
}

/** Every centre of the database, with its zone: for work that nobody asks for. */
export async function readEveryCenter(
  db: OpenDatabase,
): Promise<readonly { readonly id: CenterId; readonly timezone: string }[]> {
  return listEveryCenter(db)
}

/**
 * Makes a queue; what the order leaves out begins as the centre's settings say.
 *
 * @throws {ProblemError} `competence-unknown`, `zone-unknown`, `called-region-closed`; the code of another queue is refused by its constraint
 */
export async function addQueue(db: Db, centerId: CenterId, order: NewQueue): Promise<Queue> {
  const center = await findCenter(db)
  const id = await insertQueue(db, newQueueRow(centerId, order, center))
  await setNeeds(db, { centerId, id }, order.competences ?? [])
  return requireHours(await findQueue(db, id), center)
}

/** @throws {ProblemError} `queue-unknown`, `competence-unknown`, `zone-unknown`, `called-region-closed` */
export async function changeQueue(
  db: Db,
  queue: { readonly centerId: CenterId; readonly id: QueueId },
  { competences, ...change }: QueueChange,
): Promise<Queue> {
  if (!(await updateQueue(db, queue.id, change))) throw new ProblemError('queue-unknown')
  if (competences !== undefined) await setNeeds(db, queue, competences)
  return requireHours(await findQueue(db, queue.id), await findCenter(db))
}

/** A queue that is never open while its region may be called would never be worked, and not say why. */
function requireHours(queue: Queue, { timezone }: Center): Queue {
  const { calledRegion } = queue
  if (calledRegion === null) return queue
  const { timezone: zone } = calledRegion
  if (!isZone(zone)) throw new ProblemError('zone-unknown', { values: { zone } })
  if (!isEverOpen(queue, timezone)) {
    throw new ProblemError('called-region-closed', { values: { zone } })
  }
  return queue
}

async function setNeeds(
  db: Db,
  queue: { readonly centerId: CenterId; readonly id: QueueId },
  competences: Queue['competences'],
): Promise<void> {
  const ids = await competenceIds(db)
  const needs = competences.map(({ code, minLevel }) => {
    const competenceId = ids.get(code)
    if (competenceId === undefined) {
      throw new ProblemError('competence-unknown', { values: { code } })
    }
    return { competenceId, minLevel }
  })
  await replaceNeeds(db, queue, needs)
}

async function findQueue(db: Db, id: QueueId): Promise<Queue> {
  const queue = (await listQueues(db, { archived: true })).find((one) => one.id === id)
  if (queue === undefined) throw new ProblemError('queue-unknown')
  return queue
}
