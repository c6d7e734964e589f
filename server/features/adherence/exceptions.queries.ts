import { type Selectable, sql } from 'kysely'

import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'
import type { Text3 } from '#server/platform/db/column-types.ts'
import type { Database } from '#server/platform/db/database.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { ExceptionStatus } from './exceptions.schema.ts'
import type { Span } from './span-cursor.ts'

type Columns = Selectable<Database['adherence_exception']>

export interface ExceptionRow extends Columns {
  /** Null for everybody. */
  readonly operator_name: string | null
  readonly team_name: Text3 | null
}

/** Explanations that touch a window, newest first. */
export async function listExceptions(
  db: Db,
  window: Span,
  only: {
    /** A person's own, and everybody's. */
    readonly operatorId?: OperatorId | undefined
    readonly status?: ExceptionStatus | undefined
  } = {},
): Promise<readonly ExceptionRow[]> {
  let query = withNames(db)
    .where('exception.ends_at', '>', new Date(window.startMs))
    .where('exception.starts_at', '<', new Date(window.endMs))
  const { operatorId, status } = only
  if (status !== undefined) query = query.where('exception.status', '=', status)
  if (operatorId !== undefined) {
    query = query.where((column) =>
      column.or([
        column('exception.operator_id', '=', operatorId),
        column('exception.operator_id', 'is', null),
      ]),
    )
  }
  return query.execute()
}

/** Those that there are of some, newest first. */
export async function findExceptions(
  db: Db,
  ids: readonly string[],
): Promise<readonly ExceptionRow[]> {
  return withNames(db)
    .where('exception.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
}

function withNames(db: Db) {
  return db
    .selectFrom('adherence_exception as exception')
    .leftJoin('operator', 'operator.id', 'exception.operator_id')
    .leftJoin('team', 'team.id', 'exception.team_id')
    .selectAll('exception')
    .select(['operator.full_name as operator_name', 'team.name as team_name'])
    .orderBy('exception.requested_at', 'desc')
    .orderBy('operator.full_name')
    .orderBy('exception.id')
}

export interface NewException {
  readonly centerId: CenterId
  /** A null stands for everybody. */
  readonly operatorIds: readonly (OperatorId | null)[]
  readonly teamId: string | null
  readonly from: Date
  readonly to: Date
  readonly kind: Columns['kind']
  readonly note: string
  readonly by: string
  readonly isApproved: boolean
}

/** @returns ids, one for each person */
export async function insertExceptions(db: Db, order: NewException): Promise<readonly string[]> {
  const decided = order.isApproved ? { decided_by: order.by, decided_at: new Date() } : {}
  const rows = await db
    .insertInto('adherence_exception')
    .values(
      order.operatorIds.map((operatorId) => ({
        center_id: order.centerId,
        operator_id: operatorId,
        team_id: order.teamId,
        starts_at: order.from,
        ends_at: order.to,
        kind: order.kind,
        note: order.note,
        status: order.isApproved ? ('approved' as const) : ('requested' as const),
        requested_by: order.by,
        ...decided,
      })),
    )
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Which answers may follow which: what was withdrawn stays so, and an approval can only be taken back. */
const BEFORE: Readonly<Record<Exclude<ExceptionStatus, 'requested'>, readonly ExceptionStatus[]>> =
  {
    approved: ['requested', 'refused'],
    refused: ['requested'],
    withdrawn: ['requested', 'approved', 'refused'],
  }

export interface Decision {
  readonly status: keyof typeof BEFORE
  readonly by: string
  readonly reply: string
}

/** @returns how many were still open to such an answer, and have it now */
export async function decideExceptions(
  db: Db,
  ids: readonly string[],
  { status, by, reply }: Decision,
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('adherence_exception')
    .set({ status, decided_by: by, decided_at: new Date(), reply })
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('status', 'in', BEFORE[status])
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** A person's own request, as long as nobody has answered it. */
export async function withdrawRequest(
  db: Db,
  id: string,
  own: { readonly operatorId: OperatorId; readonly by: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('adherence_exception')
    .set({ status: 'withdrawn', decided_by: own.by, decided_at: new Date() })
    .where('id', '=', id)
    .where('operator_id', '=', own.operatorId)
    .where('status', '=', 'requested')
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Who is in a team on a date; undefined when the centre has no such team. */
export async function findTeam(
  db: Db,
  code: string,
  date: string,
): Promise<{ readonly id: string; readonly members: readonly OperatorId[] } | undefined> {
  const team = await db.selectFrom('team').select('id').where('code', '=', code).executeTakeFirst()
  if (team === undefined) return undefined
  const members = await db
    .selectFrom('operator')
    .select('id')
    .where('team_id', '=', team.id)
    .where('hired_on', '<=', date)
    .where((column) => column.or([column('left_on', 'is', null), column('left_on', '>=', date)]))
    .orderBy('full_name')
    .execute()
  return { id: team.id, members: members.map(({ id }) => id) }
}

/** The person whose sign-in a user is. */
export async function findOwnPerson(db: Db, userId: string): Promise<OperatorId | undefined> {
  const row = await db
    .selectFrom('operator')
    .select('id')
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row?.id
}
