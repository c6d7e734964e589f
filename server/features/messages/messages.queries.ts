import { type Selectable, sql } from 'kysely'

import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'
import type { Database } from '#server/platform/db/database.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { DayMessage } from './messages.schema.ts'

/** A word about the day is of no use on the next one. */
const SHOWN_HOURS = 16
const LISTED_MAX = 500

/** @returns undefined if the centre has no such person; else whether they can sign in to read */
export async function findRecipient(
  db: Db,
  id: OperatorId,
): Promise<{ readonly canRead: boolean } | undefined> {
  const row = await db
    .selectFrom('operator')
    .leftJoin('users', (join) =>
      join
        .onRef('users.center_id', '=', 'operator.center_id')
        .onRef('users.id', '=', 'operator.user_id')
        .on('users.disabled_at', 'is', null),
    )
    .select('users.id as userId')
    .where('operator.id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : { canRead: row.userId !== null }
}

export async function insertMessage(
  db: Db,
  message: {
    readonly centerId: CenterId
    readonly operatorId: OperatorId
    readonly text: string
    readonly sentBy: string
  },
): Promise<DayMessage> {
  const row = await db
    .insertInto('day_message')
    .values({
      center_id: message.centerId,
      operator_id: message.operatorId,
      text: message.text,
      sent_by: message.sentBy,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return presentMessage(row)
}

/** Those of the last hours, the newest first; of one person, only what they have not read. */
export async function listMessages(db: Db, unreadOf?: OperatorId): Promise<readonly DayMessage[]> {
  let query = db
    .selectFrom('day_message')
    .selectAll()
    .where('sent_at', '>', sql<Date>`clock_timestamp() - make_interval(hours => ${SHOWN_HOURS})`)
    .orderBy('sent_at', 'desc')
    .orderBy('id')
    .limit(LISTED_MAX)
  if (unreadOf !== undefined) {
    query = query.where('operator_id', '=', unreadOf).where('read_at', 'is', null)
  }
  return (await query.execute()).map(presentMessage)
}

/** The first reading stands. @returns false if this person has no such message */
export async function markRead(db: Db, id: string, operatorId: OperatorId): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('day_message')
    .set({ read_at: sql<Date>`coalesce(read_at, clock_timestamp())` })
    .where('id', '=', id)
    .where('operator_id', '=', operatorId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function presentMessage(row: Selectable<Database['day_message']>): DayMessage {
  return {
    id: row.id,
    operatorId: row.operator_id,
    text: row.text,
    sentBy: row.sent_by,
    sentAt: row.sent_at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
  }
}
