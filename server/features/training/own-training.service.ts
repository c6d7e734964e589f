import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { listCertificates } from './certificates.queries.ts'
import { listSteps } from './development.queries.ts'
import { listSessions } from './sessions.queries.ts'

/** What one person learns, has learnt, and holds a paper of. */
export async function readOwnTraining(db: Db, operatorId: OperatorId) {
  return {
    steps: await listSteps(db, { operatorId }),
    sessions: await listSessions(db, { operatorId }),
    certificates: await listCertificates(db, { operatorId }),
  }
}
