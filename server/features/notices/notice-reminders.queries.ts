import { sql } from 'kysely'

import type { CenterId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { LateReaders } from './notice-reminders.schema.ts'

/** As many as a list shows, the longest unread first. */
const SHOWN = 2000
/** HR and the heads are told when the person has let this many times the term pass. */
const ESCALATED_AFTER_TERMS = 2

/** Who was reminded tonight, and of whom HR and the heads were told. */
export interface MadeReminders {
  readonly reminded: number
  readonly escalated: number
}

/**
 * Reminds whoever has not confirmed a notice in force within the centre's term, and tells HR and the
 * heads where twice the term has passed. The term of somebody who could not sign in yet begins with their
 * account. Made twice in a night, it still tells everybody once.
 */
export async function remindOfNotices(db: Db, centerId: CenterId): Promise<MadeReminders> {
  const days = await readReminderDays(db)
  return {
    reminded: await remindPeople(db, centerId, days),
    escalated: await tellHeads(db, days * ESCALATED_AFTER_TERMS),
  }
}

async function remindPeople(db: Db, centerId: CenterId, days: number): Promise<number> {
  const made = await db
    .insertInto('notice_reminder')
    .columns(['center_id', 'notice_id', 'user_id', 'version'])
    .expression(
      unconfirmed(db, days).select([
        sql.val(centerId).$castTo<CenterId>().as('center_id'),
        'notice.id',
        'users.id as user_id',
        'notice.version',
      ]),
    )
    .onConflict((on) => on.constraint('notice_reminder_pkey').doNothing())
    .executeTakeFirst()
  return Number(made.numInsertedOrUpdatedRows ?? 0n)
}

async function tellHeads(db: Db, days: number): Promise<number> {
  const told = await db
    .updateTable('notice_reminder')
    .set({ escalated_at: new Date() })
    .where('escalated_at', 'is', null)
    .where((column) =>
      column(
        column.refTuple('notice_id', 'user_id', 'version'),
        'in',
        unconfirmed(db, days)
          .select(['notice.id', 'users.id as user_id', 'notice.version'])
          .$asTuple('id', 'user_id', 'version'),
      ),
    )
    .executeTakeFirst()
  return Number(told.numUpdatedRows)
}

/** Who has not confirmed a notice in force within the term, counted and by name. */
export async function readLateReaders(db: Db): Promise<LateReaders> {
  const afterDays = await readReminderDays(db)
  const late = unconfirmed(db, afterDays).leftJoin('notice_reminder as reminder', (join) =>
    join
      .onRef('reminder.notice_id', '=', 'notice.id')
      .onRef('reminder.version', '=', 'notice.version')
      .onRef('reminder.user_id', '=', 'users.id'),
  )
  const counts = await late
    .select(({ fn }) => [
      fn.countAll<number>().as('total'),
      fn.count<number>('users.id').distinct().as('people'),
      fn
        .count<number>('users.id')
        .distinct()
        .filterWhere('reminder.escalated_at', 'is not', null)
        .as('escalated'),
    ])
    .executeTakeFirstOrThrow()
  const rows = await late
    .leftJoin('operator', 'operator.user_id', 'users.id')
    .leftJoin('team', 'team.id', 'operator.team_id')
    .select(['notice.id', 'notice.title', 'notice.version', 'users.id as user_id', 'users.name'])
    .select(['team.code as team_code', 'reminder.reminded_at', 'reminder.escalated_at'])
    .select(sql<Date>`greatest(notice.published_at, users.created_at)`.as('since'))
    .orderBy('since')
    .orderBy('users.name')
    .limit(SHOWN)
    .execute()
  return {
    afterDays,
    ...counts,
    withoutSignIn: await countWithoutSignIn(db),
    unread: rows.map((row) => ({
      noticeId: row.id,
      title: row.title,
      version: row.version,
      userId: row.user_id,
      name: row.name,
      teamCode: row.team_code,
      since: row.since.toISOString(),
      remindedAt: row.reminded_at?.toISOString() ?? null,
      escalatedAt: row.escalated_at?.toISOString() ?? null,
    })),
  }
}

/** Who work here on the day that the centre has now, and have no sign-in of their own that is open. */
async function countWithoutSignIn(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('operator')
    .innerJoin('center', 'center.id', 'operator.center_id')
    .leftJoin('users', (join) =>
      join
        .onRef('users.center_id', '=', 'operator.center_id')
        .onRef('users.id', '=', 'operator.user_id')
        .on('users.disabled_at', 'is', null),
    )
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('users.id', 'is', null)
    .where(sql<boolean>`operator.hired_on <= (now() at time zone center.timezone)::date`)
    .where(
      sql<boolean>`coalesce(operator.left_on, 'infinity') >= (now() at time zone center.timezone)::date`,
    )
    .executeTakeFirstOrThrow()
  return count
}

/** Notices in force with users who have had them for so many days and have not confirmed them. */
function unconfirmed(db: Db, days: number) {
  return db
    .selectFrom('notice')
    .innerJoin('users', 'users.center_id', 'notice.center_id')
    .leftJoin('notice_receipt as receipt', (join) =>
      join
        .onRef('receipt.notice_id', '=', 'notice.id')
        .onRef('receipt.user_id', '=', 'users.id')
        .onRef('receipt.version', '=', 'notice.version'),
    )
    .where('receipt.user_id', 'is', null)
    .where('notice.withdrawn_at', 'is', null)
    .where('users.disabled_at', 'is', null)
    .where(
      sql<boolean>`greatest(notice.published_at, users.created_at) <= now() - make_interval(days => ${days})`,
    )
}

async function readReminderDays(db: Db): Promise<number> {
  const { notice_reminder_days: days } = await db
    .selectFrom('center')
    .select('notice_reminder_days')
    .executeTakeFirstOrThrow()
  return days
}

/** @param days from 1 to 60 */
export async function updateReminderDays(db: Db, days: number): Promise<void> {
  await db.updateTable('center').set({ notice_reminder_days: days }).execute()
}
