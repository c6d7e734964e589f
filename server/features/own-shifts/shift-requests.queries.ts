import type { Insertable, Selectable } from 'kysely'

import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Database } from '#server/platform/db/database.ts'
import type { Db } from '#server/platform/db/scope.ts'

export type RequestRow = Selectable<Database['shift_request']> & {
  readonly operator_name: string
  readonly other_name: string | null
  /** Sign-ins of the two, so that nobody decides what is their own. */
  readonly user_id: string | null
  readonly other_user_id: string | null
}

function requests(db: Db) {
  return db
    .selectFrom('shift_request as request')
    .innerJoin('operator', (join) =>
      join
        .onRef('operator.center_id', '=', 'request.center_id')
        .onRef('operator.id', '=', 'request.operator_id'),
    )
    .leftJoin('operator as other', (join) =>
      join
        .onRef('other.center_id', '=', 'request.center_id')
        .onRef('other.id', '=', 'request.other_operator_id'),
    )
    .selectAll('request')
    .select([
      'operator.full_name as operator_name',
      'operator.user_id',
      'other.full_name as other_name',
      'other.user_id as other_user_id',
    ])
    .orderBy('request.made_at', 'desc')
}

const SHOWN = 50

/** What somebody has asked for, and what a colleague asks of them. */
export async function listOwnRequests(
  db: Db,
  operatorId: OperatorId,
): Promise<readonly RequestRow[]> {
  return requests(db)
    .where((column) =>
      column.or([
        column('request.operator_id', '=', operatorId),
        column.and([
          column('request.other_operator_id', '=', operatorId),
          column('request.status', '<>', 'withdrawn'),
        ]),
      ]),
    )
    .limit(SHOWN)
    .execute()
}

/** Those that wait for a decision first, then the latest that were decided. */
export async function listRequests(db: Db): Promise<readonly RequestRow[]> {
  const rows = await requests(db)
    .where('request.status', 'in', ['waiting', 'approved', 'declined'])
    .limit(SHOWN * 4)
    .execute()
  const [waiting, decided] = [true, false].map((isWaiting) =>
    rows.filter(({ status }) => (status === 'waiting') === isWaiting),
  )
  return [...(waiting ?? []), ...(decided ?? []).slice(0, SHOWN)]
}

export async function findRequest(db: Db, id: string): Promise<RequestRow | undefined> {
  return requests(db).where('request.id', '=', id).executeTakeFirst()
}

export async function insertRequest(
  db: Db,
  request: Insertable<Database['shift_request']>,
): Promise<string> {
  const { id } = await db
    .insertInto('shift_request')
    .values(request)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** @returns false when it is no longer in the status that the change is made on */
export async function moveRequest(
  db: Db,
  id: string,
  from: readonly RequestRow['status'][],
  to: {
    readonly status: RequestRow['status']
    readonly decider?: { readonly id: string; readonly name: string }
    readonly reply?: string
  },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('shift_request')
    .set({
      status: to.status,
      ...(to.decider === undefined
        ? {}
        : { decided_by: to.decider.name, decided_by_id: to.decider.id, decided_at: new Date() }),
      ...(to.reply === undefined ? {} : { reply: to.reply }),
    })
    .where('id', '=', id)
    .where('status', 'in', from)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
