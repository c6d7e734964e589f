import type { CenterId, QueueId } from '#forecasting/kernel/units.ts'
import type { Db, OpenDatabase } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { findCenter, listEveryCenter } from './centers.queries.ts'
import type { Center, NewQueue, Queue, QueueChange } from './centers.schema.ts'
import { newQueueRow } from './new-queue-row.ts'
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
 * @throws {ProblemError} `competence-unknown`; the code of another queue is refused by its constraint
 */
export async function addQueue(db: Db, centerId: CenterId, order: NewQueue): Promise<Queue> {
  const id = await insertQueue(db, newQueueRow(centerId, order, await findCenter(db)))
  await setNeeds(db, { centerId, id }, order.competences ?? [])
  return findQueue(db, id)
}

/** @throws {ProblemError} `queue-unknown`, `competence-unknown` */
export async function changeQueue(
  db: Db,
  queue: { readonly centerId: CenterId; readonly id: QueueId },
  { competences, ...change }: QueueChange,
): Promise<Queue> {
  if (!(await updateQueue(db, queue.id, change))) throw new ProblemError('queue-unknown')
  if (competences !== undefined) await setNeeds(db, queue, competences)
  return findQueue(db, queue.id)
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
