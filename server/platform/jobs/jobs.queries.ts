import type { Selectable } from 'kysely'

import type { Database } from '../db/database.ts'
import type { Db } from '../db/scope.ts'
import type { TaskReport } from './compute.ts'

export type JobRow = Selectable<Database['job']>

/** Writes down that work is wanted. */
export async function insertJob(
  db: Db,
  job: {
    readonly centerId: JobRow['center_id']
    readonly kind: string
    readonly input: object
    readonly madeBy: string
  },
): Promise<JobRow> {
  return db
    .insertInto('job')
    .values({
      center_id: job.centerId,
      kind: job.kind,
      status: 'queued',
      input: JSON.stringify(job.input),
      made_by: job.madeBy,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function findJob(db: Db, id: string): Promise<JobRow | undefined> {
  return db.selectFrom('job').selectAll().where('id', '=', id).executeTakeFirst()
}

/** An unfinished job of a kind, if the centre has one. */
export async function findOpenJob(db: Db, kind: string): Promise<JobRow | undefined> {
  return db
    .selectFrom('job')
    .selectAll()
    .where('kind', '=', kind)
    .where('status', 'in', ['queued', 'running'])
    .executeTakeFirst()
}

/** True if work of a kind has been asked for since an instant, however it ended. */
export async function wasQueuedSince(db: Db, kind: string, sinceMs: number): Promise<boolean> {
  const row = await db
    .selectFrom('job')
    .select('id')
    .where('kind', '=', kind)
    .where('made_at', '>=', new Date(sinceMs))
    .executeTakeFirst()
  return row !== undefined
}

export async function listJobs(db: Db, limit: number): Promise<readonly JobRow[]> {
  return db.selectFrom('job').selectAll().orderBy('made_at', 'desc').limit(limit).execute()
}

/** Takes a queued job for running; undefined when it was cancelled before it began. */
export async function startJob(db: Db, id: string): Promise<JobRow | undefined> {
  return db
    .updateTable('job')
    .set({ status: 'running', started_at: new Date(), progress: 0, stage: null })
    .where('id', '=', id)
    .where('status', 'in', ['queued', 'running'])
    .where('cancel_requested', '=', false)
    .returningAll()
    .executeTakeFirst()
}

/** Shows how far a job is and what it has so far, and tells whether somebody asked it to stop. */
export async function recordProgress(
  db: Db,
  id: string,
  { progress, stage, soFar }: TaskReport,
): Promise<{ readonly cancelRequested: boolean }> {
  const row = await db
    .updateTable('job')
    .set({
      progress,
      stage,
      ...(soFar === undefined ? {} : { result: JSON.stringify(soFar) }),
    })
    .where('id', '=', id)
    .returning('cancel_requested')
    .executeTakeFirst()
  return { cancelRequested: row?.cancel_requested ?? true }
}

export async function finishJob(
  db: Db,
  id: string,
  end: {
    readonly status: 'done' | 'failed' | 'cancelled'
    readonly result?: object
    readonly problem?: object
  },
): Promise<void> {
  await db
    .updateTable('job')
    .set({
      status: end.status,
      finished_at: new Date(),
      ...(end.status === 'done' ? { progress: 1 } : {}),
      result: end.result === undefined ? null : JSON.stringify(end.result),
      problem: end.problem === undefined ? null : JSON.stringify(end.problem),
    })
    .where('id', '=', id)
    .execute()
}

/** Asks a job to stop. One that has not begun stops here and now. */
export async function requestCancel(db: Db, id: string): Promise<JobRow | undefined> {
  return db
    .updateTable('job')
    .set((column) => ({
      cancel_requested: true,
      status: column
        .case()
        .when('status', '=', 'queued')
        .then('cancelled' as const)
        .else(column.ref('status'))
        .end(),
    }))
    .where('id', '=', id)
    .where('status', 'in', ['queued', 'running'])
    .returningAll()
    .executeTakeFirst()
}

/** Puts a failed or cancelled job back in the queue. */
export async function requeueJob(db: Db, id: string): Promise<JobRow | undefined> {
  return db
    .updateTable('job')
    .set({ status: 'queued', cancel_requested: false, progress: 0, stage: null, problem: null })
    .where('id', '=', id)
    .where('status', 'in', ['failed', 'cancelled'])
    .returningAll()
    .executeTakeFirst()
}
