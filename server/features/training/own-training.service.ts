import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { listCertificates } from './certificates.queries.ts'
import { listSteps } from './development.queries.ts'
import { readPlacedBy } from './placed-by.queries.ts'
import { listSessions } from './sessions.queries.ts'
import type { TrainingSession } from './sessions.schema.ts'

/** What one person learns, has learnt, and holds a paper of. */
export async function readOwnTraining(db: Db, operatorId: OperatorId) {
  return {
    steps: await listSteps(db, { operatorId }),
    sessions: await listSessions(db, { operatorId }),
    certificates: await listCertificates(db, { operatorId }),
  }
}

/** A session that somebody is enrolled in, and who put them there; undefined where they are in none of this id. */
export async function findOwnSession(
  db: Db,
  operatorId: OperatorId,
  id: string,
): Promise<{ readonly session: TrainingSession; readonly placedById: string | null } | undefined> {
  const [session] = await listSessions(db, { id, operatorId })
  if (session === undefined) return undefined
  return { session, placedById: await readPlacedBy(db, id, operatorId) }
}
