import { sql } from 'kysely'

import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { Db } from '#server/platform/db/scope.ts'

/**
 * Published shifts of people that begin after a competence of theirs has lost its validity, for
 * queues that ask for it at a level they hold: until that day they were competent, from then on not. What
 * had expired before the schedule begins is none of it: nobody was counted on for it.
 */
export async function readShiftsPastExpiry(db: Db, today: LocalDate) {
  const timezone = await readTimezone(db)
  return publishedShifts(db, timezone)
    .whereRef('held.level', '>=', 'need.min_level')
    .where(
      sql<boolean>`(shift.starts_at at time zone ${timezone})::date > greatest(held.valid_until, ${today}::date - 1)`,
    )
    .whereRef('held.valid_until', '>=', 'schedule.from_date')
    .orderBy('held.valid_until')
    .orderBy('operator.full_name')
    .orderBy('shift.starts_at')
    .execute()
}

/**
 * Published shifts from a day on, of people whose level was enough for a queue when their week was first
 * published, and has been lowered since. A later version of the week changes nothing while the shift is in it.
 */
export async function readShiftsBelowLevel(db: Db, today: LocalDate) {
  const timezone = await readTimezone(db)
  return publishedShifts(db, timezone)
    .whereRef('held.level', '<', 'need.min_level')
    .whereRef('held.former_level', '>=', 'need.min_level')
    .where(sql<boolean>`(shift.starts_at at time zone ${timezone})::date >= ${today}::date`)
    .where((one) =>
      one.exists(
        one
          .selectFrom('schedule as first')
          .select('first.id')
          .whereRef('first.from_date', '=', 'schedule.from_date')
          .whereRef('first.published_at', '<', 'held.lowered_at'),
      ),
    )
    .orderBy('held.lowered_at')
    .orderBy('operator.full_name')
    .orderBy('shift.starts_at')
    .execute()
}

export type LostShift = Awaited<ReturnType<typeof readShiftsPastExpiry>>[number]

/** Every published shift with what its person holds of what each queue asks for. */
function publishedShifts(db: Db, timezone: string) {
  return db
    .selectFrom('shift')
    .innerJoin('schedule', 'schedule.id', 'shift.schedule_id')
    .innerJoin('operator', 'operator.id', 'shift.operator_id')
    .innerJoin('operator_competence as held', 'held.operator_id', 'shift.operator_id')
    .innerJoin('competence', 'competence.id', 'held.competence_id')
    .innerJoin('queue_competence as need', 'need.competence_id', 'held.competence_id')
    .innerJoin('queue', 'queue.id', 'need.queue_id')
    .select([
      'shift.id as shift_id',
      'shift.schedule_id',
      'schedule.version',
      'shift.starts_at',
      'operator.id as operator_id',
      'operator.full_name',
      'competence.code as competence_code',
      'held.valid_until',
      'held.level',
      'held.former_level',
      'held.assessed_on',
      'queue.code as queue_code',
      sql<string>`to_char(shift.starts_at at time zone ${timezone}, 'YYYY-MM-DD')`.as('date'),
    ])
    .where('schedule.status', '=', 'published')
    .where('queue.archived_at', 'is', null)
}

async function readTimezone(db: Db): Promise<string> {
  const { timezone } = await db.selectFrom('center').select('timezone').executeTakeFirstOrThrow()
  return timezone
}
