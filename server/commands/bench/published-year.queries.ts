import { sql } from 'kysely'

import { inCenter } from '../../platform/db/scope.ts'
import { renewStatistics } from '../../platform/db/statistics.ts'
import type { BenchService } from './bench-service.ts'

const WEEKS_PUBLISHED_BEFORE = 48

/**
 * Publishes the schedule's first week in each week before it, and tells how many people there are. The fortnight
 * before stays free: days in a row would go on from one copy of the week to the next.
 */
export async function publishYear({ service, scope, planned }: BenchService): Promise<number> {
  const people = await inCenter(service.connection.db, scope, async (db) => {
    await sql`
      insert into schedule (center_id, version, requirement_id, from_date, days, status, engine_version, data_hash,
                            seed, settings, summary, made_by, published_by, published_at)
      select center_id, 1000 + week, requirement_id, from_date - 7 * week, 7, 'published', engine_version,
             data_hash, seed, settings, summary, made_by, made_by, made_at
        from schedule, generate_series(3, ${WEEKS_PUBLISHED_BEFORE}::int) as week
       where id = ${planned.scheduleId}`.execute(db)
    await sql`
      insert into shift (center_id, schedule_id, operator_id, shape_id, starts_at, ends_at, origin)
      select shift.center_id, past.id, operator_id, shape_id, starts_at - made.since, ends_at - made.since, 'engine'
        from shift
        join schedule as own on own.id = shift.schedule_id
        join schedule as past on past.status = 'published'
       cross join lateral (select (own.from_date - past.from_date) * interval '1 day' as since) as made
       where shift.schedule_id = ${planned.scheduleId}
         and starts_at < own.from_date + interval '7 days'`.execute(db)
    const { count } = await db
      .selectFrom('operator')
      .select((column) => column.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    return count
  })
  await renewStatistics(service.connection)
  return people
}
