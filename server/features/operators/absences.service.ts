import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { deleteAbsence, insertAbsence, type NewAbsence } from './absences.queries.ts'

/**
 * Records that somebody is away.
 *
 * @returns the id of the absence
 * @throws {ProblemError} `absence-dates-turned` when it ends before it begins
 */
export async function recordAbsence(db: Db, absence: NewAbsence): Promise<string> {
  if (absence.toDate < absence.fromDate) throw new ProblemError('absence-dates-turned')
  return insertAbsence(db, absence)
}

/** @throws {ProblemError} `record-unknown` */
export async function withdrawAbsence(db: Db, id: string): Promise<void> {
  if (!(await deleteAbsence(db, id))) throw new ProblemError('record-unknown')
}
