import { sql } from 'kysely'

import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId, QueueId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

/** What the latest requirement asks of a queue, over all of its days. */
export interface RequiredQueue {
  readonly queueId: QueueId
  readonly contacts: number
  /** Contacts times handle time. */
  readonly workHours: number
  readonly agentHours: number
  /** With shrinkage: leave, training and sickness. */
  readonly rosteredHours: number
}

export interface LatestRequirement {
  readonly version: number
  readonly days: number
  readonly queues: readonly RequiredQueue[]
}

/** @returns undefined if the centre has none yet */
export async function readLatestRequirement(db: Db): Promise<LatestRequirement | undefined> {
  const requirement = await db
    .selectFrom('requirement')
    .innerJoin('forecast', 'forecast.id', 'requirement.forecast_id')
    .select(['requirement.id', 'requirement.version'])
    .select(sql<number>`forecast.to_date - forecast.from_date + 1`.as('days'))
    .orderBy('requirement.version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (requirement === undefined) return undefined
  // An interval is as long as the shortest way from one start to the next, and a week tells it.
  const { rows } = await sql<{
    queue_id: QueueId
    contacts: number
    work_hours: number
    agents: number
    rostered: number
    interval_hours: number
  }>`
    select point.queue_id, sum(contacts)::float8 as contacts,
           (sum(contacts * coalesce(aht_seconds, 0)) / 3600)::float8 as work_hours,
           sum(agents)::float8 as agents, sum(rostered)::float8 as rostered,
           coalesce(extract(epoch from min(length.step)) / 3600, 0)::float8 as interval_hours
      from requirement_point as point
      left join (
        select queue_id, min(step) as step
          from (select queue_id, starts_at - lag(starts_at) over (partition by queue_id order by starts_at) as step
                  from requirement_point
                 where requirement_id = ${requirement.id}
                   and starts_at < (select min(starts_at) + interval '7 days' from requirement_point
                                     where requirement_id = ${requirement.id})) as pair
         group by queue_id) as length on length.queue_id = point.queue_id
     where point.requirement_id = ${requirement.id}
     group by point.queue_id`.execute(db)
  return {
    version: requirement.version,
    days: requirement.days,
    queues: rows.map((row) => ({
      queueId: row.queue_id,
      contacts: row.contacts,
      workHours: row.work_hours,
      agentHours: row.agents * row.interval_hours,
      rosteredHours: row.rostered * row.interval_hours,
    })),
  }
}

export interface CountedPerson {
  readonly id: OperatorId
  readonly weekMinutes: number
  readonly leftOn: LocalDate | null
}

/** People who take contacts today, with the paid minutes of a week that their contract aims at. */
export async function readCountedPeople(db: Db, today: LocalDate): Promise<CountedPerson[]> {
  const rows = await db
    .selectFrom('operator')
    .select(['operator.id', 'left_on'])
    .select(
      sql<number>`(select contract.week_target_paid_minutes from contract where contract.id = coalesce(
        (select later.contract_id from operator_contract as later
          where later.operator_id = operator.id and later.from_date <= ${today}
          order by later.from_date desc limit 1), operator.contract_id))`.as('week_minutes'),
    )
    .where('takes_contacts', '=', true)
    .where('hired_on', '<=', today)
    .where((one) => one.or([one('left_on', 'is', null), one('left_on', '>=', today)]))
    .execute()
  return rows.map((row) => ({
    id: row.id,
    weekMinutes: row.week_minutes,
    leftOn: row.left_on as LocalDate | null,
  }))
}

/** Levels that are valid on a day. */
export async function readValidLevels(db: Db, today: LocalDate) {
  return db
    .selectFrom('operator_competence as held')
    .innerJoin('competence', (join) =>
      join
        .onRef('competence.center_id', '=', 'held.center_id')
        .onRef('competence.id', '=', 'held.competence_id'),
    )
    .select(['held.operator_id', 'competence.code', 'held.level'])
    .where((one) => one.or([one('valid_until', 'is', null), one('valid_until', '>=', today)]))
    .execute()
}

/** Absences that are longer than shrinkage accounts for, and have not ended. */
export async function readLongAbsences(
  db: Db,
  { today, daysMin }: { readonly today: LocalDate; readonly daysMin: number },
) {
  return db
    .selectFrom('absence')
    .select(['operator_id', 'from_date', 'to_date'])
    .where('to_date', '>=', today)
    .where(sql<boolean>`to_date - from_date + 1 >= ${daysMin}`)
    .execute()
}

/** How many who took contacts have left since a day, and how many of them were there on that day. */
export async function countLeavers(
  db: Db,
  { since, today }: { readonly since: LocalDate; readonly today: LocalDate },
): Promise<{ readonly leavers: number; readonly before: number }> {
  return db
    .selectFrom('operator')
    .select((column) => [
      column.fn
        .countAll<number>()
        .filterWhere(sql<boolean>`left_on >= ${since} and left_on < ${today}`)
        .as('leavers'),
      column.fn
        .countAll<number>()
        .filterWhere(
          sql<boolean>`hired_on <= ${since} and (left_on is null or left_on >= ${since})`,
        )
        .as('before'),
    ])
    .where('takes_contacts', '=', true)
    .executeTakeFirstOrThrow()
}
