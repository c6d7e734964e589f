import { sql } from 'kysely'

import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { DemandPoint } from './planning-rows.ts'

/**
 * The agents that a requirement asks for, shrinkage included, within `[fromMs, toMs)`. A queue comes
 * as one row with two lists: thousands of rows would keep the event loop busy with parsing them.
 */
export async function readDemand(
  db: Db,
  requirementId: string,
  span: { readonly fromMs: EpochMs; readonly toMs: EpochMs },
): Promise<readonly DemandPoint[]> {
  const rows = await db
    .selectFrom('requirement_point')
    .select([
      'queue_id',
      sql<number[]>`json_agg(date_part('epoch', starts_at) order by starts_at)`.as('seconds'),
      sql<number[]>`json_agg(rostered order by starts_at)`.as('rostered'),
    ])
    .where('requirement_id', '=', requirementId)
    .where('starts_at', '>=', new Date(span.fromMs))
    .where('starts_at', '<', new Date(span.toMs))
    .groupBy('queue_id')
    .execute()
  return rows.flatMap(({ queue_id: queueId, seconds, rostered }) =>
    seconds.map((second, at) => ({
      queueId,
      startsAtMs: (second * 1000) as EpochMs,
      rostered: rostered[at] as number,
    })),
  )
}

/** The days that a requirement covers, `[fromDate, toDate)`; undefined when there is none. */
export async function readRequirementSpan(
  db: Db,
  requirementId: string,
): Promise<{ readonly fromDate: LocalDate; readonly toDate: LocalDate } | undefined> {
  const row = await db
    .selectFrom('requirement')
    .innerJoin('forecast', (join) =>
      join
        .onRef('forecast.center_id', '=', 'requirement.center_id')
        .onRef('forecast.id', '=', 'requirement.forecast_id'),
    )
    .select(['forecast.from_date', 'forecast.to_date'])
    .where('requirement.id', '=', requirementId)
    .executeTakeFirst()
  return row === undefined
    ? undefined
    : { fromDate: row.from_date as LocalDate, toDate: row.to_date as LocalDate }
}
