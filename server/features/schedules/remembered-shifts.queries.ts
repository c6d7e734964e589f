import { sql } from 'kysely'

import type { Db } from '#server/platform/db/scope.ts'

import { readShifts, type ScheduleRow } from './schedules.queries.ts'
import type { Shift } from './schedules.schema.ts'

/** A planner has one or two schedules in hand, and the day the one that is published. */
const SCHEDULES_REMEMBERED = 6

/** By schedule and revision, the one asked for last at the end. */
const remembered = new Map<string, readonly Shift[]>()

/**
 * A schedule's shifts by their start, each with its breaks. They change only with its revision, and what a
 * thousand people work in a month takes longer to read than to mend: so they are kept for as long as the
 * schedule is looked at.
 *
 * A transaction that has written something reads them anew, and nothing is kept of what it reads: it may take
 * back what it did, and its revision with it.
 */
export async function shiftsOfRevision(
  db: Db,
  { id, revision }: Pick<ScheduleRow, 'id' | 'revision'>,
): Promise<readonly Shift[]> {
  if (await hasWritten(db)) return readShifts(db, id)
  const key = `${id} ${revision}`
  const shifts = remembered.get(key) ?? (await readShifts(db, id))
  remembered.delete(key)
  remembered.set(key, shifts)
  for (const oldest of remembered.keys()) {
    if (remembered.size <= SCHEDULES_REMEMBERED) break
    remembered.delete(oldest)
  }
  return shifts
}

async function hasWritten(db: Db): Promise<boolean> {
  const { writes } = await db
    .selectNoFrom(sql<boolean>`pg_current_xact_id_if_assigned() is not null`.as('writes'))
    .executeTakeFirstOrThrow()
  return writes
}
