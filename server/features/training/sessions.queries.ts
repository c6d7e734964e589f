import { type Selectable, sql } from 'kysely'

import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'
import type { Database } from '#server/platform/db/database.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { NewSession, TrainingSession } from './sessions.schema.ts'

export type SessionRow = Selectable<Database['training_session']>

/** The newest first; of one person, or one of them, or all. */
export async function listSessions(
  db: Db,
  filter: {
    readonly id?: string | undefined
    readonly operatorId?: OperatorId | undefined
  } = {},
): Promise<TrainingSession[]> {
  let query = db
    .selectFrom('training_session as session')
    .innerJoin('course', 'course.id', 'session.course_id')
    .innerJoin('course_version as taught', (join) =>
      join
        .onRef('taught.course_id', '=', 'session.course_id')
        .onRef('taught.version', '=', 'session.course_version'),
    )
    .leftJoin('site', 'site.id', 'session.site_id')
    .selectAll('session')
    .select(['course.code', 'course.name', 'taught.pass_share', 'site.code as site_code'])
    .orderBy('session.starts_at', 'desc')
    .limit(500)
  if (filter.id !== undefined) query = query.where('session.id', '=', filter.id)
  if (filter.operatorId !== undefined) {
    const { operatorId } = filter
    query = query.where('session.id', 'in', (inner) =>
      inner
        .selectFrom('training_attendance')
        .select('session_id')
        .where('operator_id', '=', operatorId),
    )
  }
  const rows = await query.execute()
  const people = Map.groupBy(await readPeople(db, rows), (one) => one.session_id)
  return rows.map((row) => ({
    id: row.id,
    courseCode: row.code,
    courseName: row.name,
    courseVersion: row.course_version,
    passShare: row.pass_share,
    siteCode: row.site_code,
    room: row.room,
    trainer: row.trainer,
    places: row.places,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    status: row.status,
    shortAgentHours: row.short_agent_hours,
    people: (people.get(row.id) ?? [])
      .filter(({ operator_id: id }) => filter.operatorId === undefined || id === filter.operatorId)
      .map((one) => ({
        operatorId: one.operator_id,
        fullName: one.full_name,
        status: one.status,
        share: one.share,
        passed: one.passed,
        certificateNumber: one.number,
      })),
  }))
}

async function readPeople(db: Db, sessions: readonly { readonly id: string }[]) {
  if (sessions.length === 0) return []
  return db
    .selectFrom('training_attendance as came')
    .innerJoin('operator', 'operator.id', 'came.operator_id')
    .leftJoin('certificate', (join) =>
      join
        .onRef('certificate.session_id', '=', 'came.session_id')
        .onRef('certificate.operator_id', '=', 'came.operator_id'),
    )
    .select([
      'came.session_id',
      'came.operator_id',
      'came.status',
      'came.share',
      'came.passed',
      'operator.full_name',
      'certificate.number',
    ])
    .where(
      'came.session_id',
      'in',
      sessions.map(({ id }) => id),
    )
    .orderBy('operator.full_name')
    .execute()
}

export async function insertSession(
  db: Db,
  session: {
    readonly centerId: CenterId
    readonly courseId: string
    readonly courseVersion: number
    readonly siteId: string | null
    readonly endsAt: Date
    readonly madeBy: string
    readonly order: NewSession
  },
): Promise<string> {
  const { order } = session
  const { id } = await db
    .insertInto('training_session')
    .values({
      center_id: session.centerId,
      course_id: session.courseId,
      course_version: session.courseVersion,
      site_id: session.siteId,
      room: order.room,
      trainer: order.trainer,
      places: order.places,
      starts_at: new Date(order.startsAt),
      ends_at: session.endsAt,
      short_agent_hours: order.shortAgentHours ?? null,
      made_by: session.madeBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Locks the row, so that the last place is given once. */
export async function lockSession(db: Db, id: string): Promise<SessionRow | undefined> {
  return db
    .selectFrom('training_session')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function setSessionStatus(
  db: Db,
  id: string,
  status: SessionRow['status'],
): Promise<void> {
  await db.updateTable('training_session').set({ status }).where('id', '=', id).execute()
}

export async function countEnrolled(db: Db, sessionId: string): Promise<number> {
  const { count } = await db
    .selectFrom('training_attendance')
    .select((column) => column.fn.countAll<number>().as('count'))
    .where('session_id', '=', sessionId)
    .executeTakeFirstOrThrow()
  return count
}

/** Those of some people who cannot come: in another session meanwhile, or away that day. */
export async function findHindered(
  db: Db,
  operatorIds: readonly OperatorId[],
  span: {
    readonly sessionId: string
    readonly startsAt: Date
    readonly endsAt: Date
    readonly date: string
  },
): Promise<readonly { readonly name: string; readonly why: 'session' | 'absence' }[]> {
  const ids = sql<OperatorId>`any(${[...operatorIds]}::uuid[])`
  const elsewhere = await db
    .selectFrom('training_attendance as came')
    .innerJoin('training_session as session', 'session.id', 'came.session_id')
    .innerJoin('operator', 'operator.id', 'came.operator_id')
    .select('operator.full_name')
    .where('came.operator_id', '=', ids)
    .where('session.status', '=', 'planned')
    .where('session.id', '<>', span.sessionId)
    .where('session.starts_at', '<', span.endsAt)
    .where('session.ends_at', '>', span.startsAt)
    .execute()
  const away = await db
    .selectFrom('absence')
    .innerJoin('operator', 'operator.id', 'absence.operator_id')
    .select('operator.full_name')
    .where('absence.operator_id', '=', ids)
    .where('from_date', '<=', span.date)
    .where('to_date', '>=', span.date)
    .execute()
  return [
    ...elsewhere.map(({ full_name: name }) => ({ name, why: 'session' as const })),
    ...away.map(({ full_name: name }) => ({ name, why: 'absence' as const })),
  ]
}

export async function insertPeople(
  db: Db,
  session: { readonly centerId: CenterId; readonly id: string; readonly placedById: string },
  operatorIds: readonly OperatorId[],
): Promise<void> {
  if (operatorIds.length === 0) return
  await db
    .insertInto('training_attendance')
    .values(
      operatorIds.map((operatorId) => ({
        center_id: session.centerId,
        session_id: session.id,
        operator_id: operatorId,
        placed_by_id: session.placedById,
      })),
    )
    .onConflict((on) => on.columns(['center_id', 'session_id', 'operator_id']).doNothing())
    .execute()
}

/** @returns false if the person is not in the session */
export async function deletePerson(
  db: Db,
  sessionId: string,
  operatorId: OperatorId,
): Promise<boolean> {
  const result = await db
    .deleteFrom('training_attendance')
    .where('session_id', '=', sessionId)
    .where('operator_id', '=', operatorId)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** @returns false if the person is not in the session */
export async function putResult(
  db: Db,
  place: { readonly sessionId: string; readonly operatorId: OperatorId },
  result: {
    readonly attended: boolean
    readonly share: number | null
    readonly passed: boolean | null
  },
): Promise<boolean> {
  const done = await db
    .updateTable('training_attendance')
    .set({
      status: result.attended ? 'attended' : 'missed',
      share: result.share,
      passed: result.passed,
    })
    .where('session_id', '=', place.sessionId)
    .where('operator_id', '=', place.operatorId)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** When somebody is in a session, and in which; `[startMs, endMs)` of epoch milliseconds. */
export interface SessionSpan {
  readonly operatorId: OperatorId
  readonly startMs: number
  readonly endMs: number
  readonly course: TrainingSession['courseName']
}

/** Who is in a session within a span; those who did not come were at work. */
export async function readSpans(
  db: Db,
  { startMs, endMs }: Pick<SessionSpan, 'startMs' | 'endMs'>,
): Promise<readonly SessionSpan[]> {
  const rows = await db
    .selectFrom('training_attendance as came')
    .innerJoin('training_session as session', 'session.id', 'came.session_id')
    .innerJoin('course', 'course.id', 'session.course_id')
    .select(['came.operator_id', 'session.starts_at', 'session.ends_at', 'course.name'])
    .where('session.status', '<>', 'cancelled')
    .where('came.status', '<>', 'missed')
    .where('session.ends_at', '>', new Date(startMs))
    .where('session.starts_at', '<', new Date(endMs))
    .orderBy('session.starts_at')
    .execute()
  return rows.map((row) => ({
    operatorId: row.operator_id,
    startMs: row.starts_at.getTime(),
    endMs: row.ends_at.getTime(),
    course: row.name,
  }))
}

export async function findSiteId(db: Db, code: string): Promise<string | undefined> {
  const row = await db.selectFrom('site').select('id').where('code', '=', code).executeTakeFirst()
  return row?.id
}

/** Which of some people the centre has, by id. */
export async function readNames(
  db: Db,
  operatorIds: readonly OperatorId[],
): Promise<ReadonlyMap<OperatorId, string>> {
  if (operatorIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('operator')
    .select(['id', 'full_name'])
    .where('id', 'in', operatorIds)
    .execute()
  return new Map(rows.map((row) => [row.id, row.full_name]))
}

/** What a session taught, as its version of the course says. */
export async function readTaught(
  db: Db,
  session: Pick<SessionRow, 'course_id' | 'course_version'>,
) {
  const row = await db
    .selectFrom('course')
    .innerJoin('course_version as taught', 'taught.course_id', 'course.id')
    .select(['course.name', 'taught.pass_share', 'taught.certificate_months'])
    .where('course.id', '=', session.course_id)
    .where('taught.version', '=', session.course_version)
    .executeTakeFirstOrThrow()
  return { name: row.name, passShare: row.pass_share, certificateMonths: row.certificate_months }
}
