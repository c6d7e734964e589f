import { sql } from 'kysely'

import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { CenterId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { ReminderKey } from './reminders-to-make.ts'
import type { OwnReminder, Reminder } from './reminders.schema.ts'

/** As many of the newest as a list shows. */
const SHOWN = 500
/** A statement carries no more parameters than 65,535. */
const ROWS_PER_STATEMENT = 5000

/** Reminders of due days from one on. */
export async function readToldSince(db: Db, dueFrom: LocalDate): Promise<readonly ReminderKey[]> {
  const rows = await db
    .selectFrom('assessment_reminder')
    .select(['operator_id as operatorId', 'due_on as dueOn', 'stage'])
    .where('due_on', '>=', dueFrom)
    .execute()
  return rows.map((row) => ({ ...row, dueOn: row.dueOn as LocalDate }))
}

/**
 * Writes reminders down, and whom each was told to: the person if they sign in, HR (an administrator
 * where a centre has none), and for what is overdue the heads. One that is there already is told to nobody again, whoever else makes it meanwhile.
 *
 * @returns how many are new
 */
export async function insertReminders(
  db: Db,
  centerId: CenterId,
  reminders: readonly ReminderKey[],
): Promise<number> {
  let made = 0
  for (let from = 0; from < reminders.length; from += ROWS_PER_STATEMENT) {
    const rows = await db
      .insertInto('assessment_reminder')
      .values(
        reminders.slice(from, from + ROWS_PER_STATEMENT).map(({ operatorId, dueOn, stage }) => ({
          center_id: centerId,
          operator_id: operatorId,
          due_on: dueOn,
          stage,
        })),
      )
      .onConflict((on) => on.constraint('assessment_reminder_once').doNothing())
      .returning('id')
      .execute()
    await tell(
      db,
      rows.map(({ id }) => id),
    )
    made += rows.length
  }
  return made
}

async function tell(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  // A user who is told for two reasons is told once, for the nearer one: the order of the cases.
  await sql`
    insert into reminder_reader (center_id, reminder_id, user_id, capacity)
    select center_id, id, user_id, capacity
      from (select reminder.center_id, reminder.id, users.id as user_id,
                   case when operator.user_id = users.id then 'person'
                        when 'hr' = any(string_to_array(users.roles, ',')) then 'hr'
                        when 'admin' = any(string_to_array(users.roles, ',')) and not exists (
                          select from users as staff
                           where staff.center_id = users.center_id and staff.disabled_at is null
                             and 'hr' = any(string_to_array(staff.roles, ','))) then 'hr'
                        when reminder.stage = 'overdue'
                         and 'head' = any(string_to_array(users.roles, ',')) then 'head' end as capacity
              from assessment_reminder as reminder
              join operator on operator.center_id = reminder.center_id
                           and operator.id = reminder.operator_id
              join users on users.center_id = reminder.center_id and users.disabled_at is null
             where reminder.id = any(${[...ids]}::uuid[])) as told
     where capacity is not null`.execute(db)
}

/** The newest, with whom each was told to and who has read it. */
export async function listReminders(db: Db): Promise<Reminder[]> {
  const rows = await db
    .selectFrom('assessment_reminder as reminder')
    .innerJoin('operator', 'operator.id', 'reminder.operator_id')
    .select(['reminder.id', 'reminder.operator_id', 'reminder.stage', 'reminder.due_on'])
    .select(['reminder.made_at', 'operator.full_name'])
    .orderBy('reminder.made_at', 'desc')
    .orderBy('reminder.due_on')
    .orderBy('operator.full_name')
    .limit(SHOWN)
    .execute()
  const readers = await db
    .selectFrom('reminder_reader as reader')
    .innerJoin('users', 'users.id', 'reader.user_id')
    .select(['reader.reminder_id', 'reader.capacity', 'reader.read_at', 'users.name'])
    .where('reader.reminder_id', '=', sql<string>`any(${rows.map(({ id }) => id)}::uuid[])`)
    .orderBy((column) => column('reader.capacity', '<>', 'person'))
    .orderBy('users.name')
    .execute()
  const told = Map.groupBy(readers, (one) => one.reminder_id)
  return rows.map((row) => ({
    id: row.id,
    operatorId: row.operator_id,
    fullName: row.full_name,
    stage: row.stage,
    dueOn: row.due_on,
    madeAt: row.made_at.toISOString(),
    told: (told.get(row.id) ?? []).map(({ name, capacity, read_at: readAt }) => ({
      name,
      capacity,
      readAt: readAt?.toISOString() ?? null,
    })),
  }))
}

/** What a user was told and has not read. */
export async function listUnread(db: Db, userId: string): Promise<OwnReminder[]> {
  const rows = await db
    .selectFrom('reminder_reader as reader')
    .innerJoin('assessment_reminder as reminder', 'reminder.id', 'reader.reminder_id')
    .innerJoin('operator', 'operator.id', 'reminder.operator_id')
    .select(['reminder.id', 'reminder.operator_id', 'reminder.stage', 'reminder.due_on'])
    .select(['reminder.made_at', 'operator.full_name', 'reader.capacity'])
    .where('reader.user_id', '=', userId)
    .where('reader.read_at', 'is', null)
    .orderBy('reminder.due_on')
    .orderBy('operator.full_name')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    operatorId: row.operator_id,
    fullName: row.full_name,
    stage: row.stage,
    dueOn: row.due_on,
    madeAt: row.made_at.toISOString(),
    isOwn: row.capacity === 'person',
  }))
}

/** Notes that a user has read some; those of others, and what was read before, stay as they are. */
export async function markRemindersRead(
  db: Db,
  userId: string,
  ids: readonly string[],
): Promise<void> {
  await db
    .updateTable('reminder_reader')
    .set({ read_at: new Date() })
    .where('user_id', '=', userId)
    .where('reminder_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('read_at', 'is', null)
    .execute()
}
