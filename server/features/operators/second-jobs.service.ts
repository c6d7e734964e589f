import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { centreToday, requireOperator } from './operators.service.ts'
import {
  deleteSecondJob,
  endSecondJob,
  insertSecondJob,
  listSecondJobs,
} from './second-jobs.queries.ts'
import type { NewSecondJob, SecondJobs } from './second-jobs.schema.ts'

/** @throws {ProblemError} `operator-unknown` */
export async function readSecondJobs(db: Db, operatorId: OperatorId): Promise<SecondJobs> {
  await requireOperator(db, operatorId, await centreToday(db))
  return { jobs: await listSecondJobs(db, operatorId) }
}

/** @throws {ProblemError} `operator-unknown`, `dates-disordered` */
export async function addSecondJob(
  db: Db,
  whose: { readonly centerId: CenterId; readonly operatorId: OperatorId },
  job: NewSecondJob,
): Promise<SecondJobs> {
  await requireOperator(db, whose.operatorId, await centreToday(db))
  await insertSecondJob(db, whose, job)
  return readSecondJobs(db, whose.operatorId)
}

interface Which {
  readonly operatorId: OperatorId
  readonly id: string
}

/** @throws {ProblemError} `operator-unknown`, `record-unknown`, `dates-disordered` */
export async function closeSecondJob(db: Db, which: Which, toDate: string): Promise<SecondJobs> {
  if (!(await endSecondJob(db, which, toDate))) throw new ProblemError('record-unknown')
  return readSecondJobs(db, which.operatorId)
}

/** @throws {ProblemError} `operator-unknown`, `record-unknown` */
export async function removeSecondJob(db: Db, which: Which): Promise<SecondJobs> {
  if (!(await deleteSecondJob(db, which))) throw new ProblemError('record-unknown')
  return readSecondJobs(db, which.operatorId)
}
