import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { findRequirement, type StoredRequirement } from './staffing.queries.ts'

/**
 * A requirement that must be there.
 *
 * @throws {ProblemError} `requirement-unknown`
 */
export async function requireRequirement(db: Db, id: string): Promise<StoredRequirement> {
  const requirement = await findRequirement(db, id)
  if (requirement === undefined) throw new ProblemError('requirement-unknown')
  return requirement
}
