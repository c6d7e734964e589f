import { sql } from 'kysely'

import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { LostShift } from './learned-shrinkage.ts'

interface Days {
  readonly from: LocalDate
  /** The first day outside. */
  readonly to: LocalDate
  readonly timezone: string
}

/** Shifts that were once published for somebody who was ill that day, and that are published no more. */
export async function readLostShifts(db: Db, days: Days): Promise<readonly LostShift[]> {
  const { from, to, timezone } = days
  const { rows } = await sql<LostShift>`
    with dated as (
      select shift.id, shift.schedule_id, shift.operator_id,
             extract(epoch from shift.ends_at - shift.starts_at) as seconds,
             (shift.starts_at at time zone ${timezone})::date as date,
             schedule.status
        from shift
        join schedule on schedule.center_id = shift.center_id and schedule.id = shift.schedule_id
       where schedule.published_at is not null
         and shift.starts_at >= ${from}::date - 1 and shift.starts_at < ${to}::date + 1)
    select to_char(date, 'YYYY-MM-DD') as date,
           max(dated.seconds - coalesce(pause.seconds, 0))::float8 as seconds
      from dated
      left join lateral (
        select sum(extract(epoch from ends_at - starts_at)) as seconds
          from shift_break where shift_break.shift_id = dated.id) pause on true
     where date >= ${from}::date and date < ${to}::date
       and exists (
         select from absence
          where absence.operator_id = dated.operator_id and absence.kind = 'sick'
            and dated.date between absence.from_date and absence.to_date)
       and not exists (
         select from dated still
          where still.operator_id = dated.operator_id and still.date = dated.date
            and still.status = 'published')
     group by operator_id, date`.execute(db)
  return rows
}

/** Person-days of leave by kind, of so many that people were employed. */
export async function readLeave(
  db: Db,
  { from, to }: Pick<Days, 'from' | 'to'>,
): Promise<{
  readonly employedDays: number
  readonly leave: readonly { readonly kind: string; readonly personDays: number }[]
}> {
  const within = (first: ReturnType<typeof sql>, last: ReturnType<typeof sql>) =>
    sql`greatest(0, least(${last}, ${to}::date - 1) - greatest(${first}, ${from}::date) + 1)`
  const { rows: leave } = await sql<{ kind: string; personDays: number }>`
    select kind, sum(${within(sql`from_date`, sql`to_date`)})::int as "personDays"
      from absence where from_date < ${to}::date and to_date >= ${from}::date
     group by kind order by 2 desc`.execute(db)
  const { rows: employed } = await sql<{ days: number }>`
    select coalesce(sum(${within(sql`hired_on`, sql`coalesce(left_on, ${to}::date)`)}), 0)::int as days
      from operator where hired_on < ${to}::date and (left_on is null or left_on >= ${from}::date)`.execute(
    db,
  )
  return { leave, employedDays: employed[0]?.days ?? 0 }
}
