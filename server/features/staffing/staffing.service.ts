import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import type { Queue } from '../centers/centers.schema.ts'
import {
  findRequirement,
  readUsedHandleSeconds,
  type StoredRequirement,
} from './staffing.queries.ts'

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

/** What a requirement reckoned a queue with, of that which history may know better. */
export interface UsedValues {
  /** Null where nobody was supposed to give up. */
  readonly patienceSeconds: number | null
  /** Null where the requirement was made for contacts as they are offered. */
  readonly redialShare: number | null
  readonly shrinkagePlanned: number
  readonly shrinkageUnplanned: number
  /** By the forecast; null where it knows none. */
  readonly handleSeconds: number | null
}

/**
 * @returns undefined for a queue that the requirement does not have
 * @throws {ProblemError} `requirement-unknown`
 */
export async function readUsedValues(
  db: Db,
  requirementId: string,
  { id, code }: Pick<Queue, 'id' | 'code'>,
): Promise<UsedValues | undefined> {
  const { settings, firstTries } = await requireRequirement(db, requirementId)
  const kept = (settings as Readonly<Record<string, Partial<UsedValues>>>)[code]
  if (kept === undefined) return undefined
  return {
    patienceSeconds: kept.patienceSeconds ?? null,
    redialShare: firstTries?.[code]?.redialShare ?? null,
    shrinkagePlanned: kept.shrinkagePlanned ?? 0,
    shrinkageUnplanned: kept.shrinkageUnplanned ?? 0,
    handleSeconds: await readUsedHandleSeconds(db, requirementId, id),
  }
}
