import type { Db } from '#server/platform/db/scope.ts'

import { findCenter, listQueues } from './centers.queries.ts'
import type { Center, Queue } from './centers.schema.ts'

/** What other features need to know of the centre: its settings and its queues. */
export async function readCenterSettings(
  db: Db,
): Promise<Center & { readonly queues: readonly Queue[] }> {
  return { ...(await findCenter(db)), queues: await listQueues(db) }
}
