import { sql } from 'kysely'

import type { CenterId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { Notice, NoticeBody, Receipt } from './notices.schema.ts'

/** The newest first, those that were withdrawn last; with what one reader has read of each. */
export async function listNotices(db: Db, userId: string): Promise<Notice[]> {
  const { audience } = await db
    .selectFrom('users')
    .select((column) => column.fn.countAll<number>().as('audience'))
    .where('disabled_at', 'is', null)
    .executeTakeFirstOrThrow()
  const rows = await db
    .selectFrom('notice')
    .leftJoin('notice_receipt as own', (join) =>
      join.onRef('own.notice_id', '=', 'notice.id').on('own.user_id', '=', userId),
    )
    .leftJoin('notice_reminder as reminder', (join) =>
      join
        .onRef('reminder.notice_id', '=', 'notice.id')
        .onRef('reminder.version', '=', 'notice.version')
        .on('reminder.user_id', '=', userId),
    )
    .selectAll('notice')
    .select(['own.version as read_version', 'reminder.reminded_at'])
    .select(
      sql<number>`(select count(*) from notice_receipt as receipt
        join users on users.id = receipt.user_id and users.disabled_at is null
       where receipt.notice_id = notice.id and receipt.version = notice.version)`.as('readers'),
    )
    .orderBy((column) => column('notice.withdrawn_at', 'is not', null))
    .orderBy('published_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    body: row.body,
    officialSource: row.official_source,
    version: row.version,
    publishedBy: row.published_by,
    publishedAt: row.published_at.toISOString(),
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
    readVersion: row.read_version,
    remindedAt: row.reminded_at?.toISOString() ?? null,
    readers: row.readers,
    audience,
  }))
}

export async function insertNotice(
  db: Db,
  by: { readonly centerId: CenterId; readonly name: string },
  body: NoticeBody,
): Promise<void> {
  await db
    .insertInto('notice')
    .values({ center_id: by.centerId, published_by: by.name, ...columnsOf(body) })
    .execute()
}

/**
 * Publishes a notice anew, as its next version.
 *
 * @returns false if the centre has no such notice in force
 */
export async function updateNotice(
  db: Db,
  id: string,
  { name, body }: { readonly name: string; readonly body: NoticeBody },
): Promise<boolean> {
  const result = await db
    .updateTable('notice')
    .set({
      ...columnsOf(body),
      published_by: name,
      published_at: new Date(),
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

function columnsOf({ title, body, officialSource }: NoticeBody) {
  return {
    title: JSON.stringify(title),
    body: JSON.stringify(body),
    official_source: officialSource,
  }
}

/** @returns false if the centre has no such notice in force */
export async function withdrawNotice(db: Db, id: string): Promise<boolean> {
  const result = await db
    .updateTable('notice')
    .set({ withdrawn_at: new Date() })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/**
 * Notes that a user has read the version in force.
 *
 * @returns false if the centre has no such notice in force
 */
export async function putReceipt(
  db: Db,
  reader: { readonly centerId: CenterId; readonly userId: string },
  noticeId: string,
): Promise<boolean> {
  const notice = await db
    .selectFrom('notice')
    .select('version')
    .where('id', '=', noticeId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (notice === undefined) return false
  const { version } = notice
  await db
    .insertInto('notice_receipt')
    .values({
      center_id: reader.centerId,
      notice_id: noticeId,
      user_id: reader.userId,
      version,
    })
    .onConflict((on) =>
      on
        .columns(['center_id', 'notice_id', 'user_id'])
        .doUpdateSet({ version, read_at: new Date() })
        .where('notice_receipt.version', '<', version),
    )
    .execute()
  return true
}

/** Everybody who can sign in, those who have not read it first. */
export async function listReceipts(db: Db, noticeId: string): Promise<Receipt[]> {
  const rows = await db
    .selectFrom('users')
    .leftJoin('notice_receipt as receipt', (join) =>
      join.onRef('receipt.user_id', '=', 'users.id').on('receipt.notice_id', '=', noticeId),
    )
    .select(['users.id', 'users.name', 'receipt.version', 'receipt.read_at'])
    .where('users.disabled_at', 'is', null)
    .orderBy('receipt.version', (order) => order.asc().nullsFirst())
    .orderBy('users.name')
    .execute()
  return rows.map((row) => ({
    userId: row.id,
    name: row.name,
    version: row.version,
    readAt: row.read_at?.toISOString() ?? null,
  }))
}
