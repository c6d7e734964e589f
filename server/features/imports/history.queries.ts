import { sql } from 'kysely'

import type { QueueId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

/** One interval as the layers leave it: where two speak of it, the later one wins. */
export interface EffectiveRow {
  readonly queue_id: QueueId
  readonly starts_at: Date
  readonly interval_seconds: number
  readonly offered: number
  readonly handled: number | null
  readonly abandoned: number | null
  readonly handle_seconds: number | null
  readonly wait_seconds: number | null
}

/** The effective history of the centre, or of one queue, within `[from, to)`. */
export async function readEffectiveRows(
  db: Db,
  filter: { readonly queueId?: QueueId; readonly from?: Date; readonly to?: Date } = {},
): Promise<readonly EffectiveRow[]> {
  let query = db
    .selectFrom('interval_history as row')
    .innerJoin('history_import as layer', (join) =>
      join
        .onRef('layer.center_id', '=', 'row.center_id')
        .onRef('layer.layer', '=', 'row.layer')
        .on('layer.withdrawn_at', 'is', null),
    )
    .distinctOn(['row.queue_id', 'row.starts_at'])
    .select([
      'row.queue_id',
      'row.starts_at',
      'row.interval_seconds',
      'row.offered',
      'row.handled',
      'row.abandoned',
      'row.handle_seconds',
      'row.wait_seconds',
    ])
    .orderBy('row.queue_id')
    .orderBy('row.starts_at')
    .orderBy('row.layer', 'desc')
  if (filter.queueId !== undefined) query = query.where('row.queue_id', '=', filter.queueId)
  if (filter.from !== undefined) query = query.where('row.starts_at', '>=', filter.from)
  if (filter.to !== undefined) query = query.where('row.starts_at', '<', filter.to)
  return query.execute()
}

/** One queue's effective history in columns of text, each value after a comma. */
export interface EffectiveColumns {
  readonly queue_id: QueueId
  readonly start_seconds: string
  readonly interval_seconds: number
  readonly offered: string
  readonly handled: string
  readonly abandoned: string
  readonly short_abandoned: string
  readonly handle_seconds: string
  readonly wait_seconds: string
}

/**
 * The effective history by queue, in ascending columns; an unknown measure is `NaN`. One text a
 * column reaches the program several times faster than a row object an interval.
 */
export async function readEffectiveColumns(
  db: Db,
  filter: { readonly queueIds?: readonly QueueId[]; readonly from?: Date; readonly to?: Date } = {},
): Promise<readonly EffectiveColumns[]> {
  const { queueIds, from, to } = filter
  const inOrder = (value: ReturnType<typeof sql>) =>
    sql`string_agg(coalesce((${value})::text, 'NaN'), ',' order by starts_at)`
  const { rows } = await sql<EffectiveColumns>`
    select queue_id,
           ${inOrder(sql`extract(epoch from starts_at)::int8`)} as start_seconds,
           mode() within group (order by interval_seconds) as interval_seconds,
           ${inOrder(sql`offered`)} as offered,
           ${inOrder(sql`handled`)} as handled,
           ${inOrder(sql`abandoned`)} as abandoned,
           ${inOrder(sql`short_abandoned`)} as short_abandoned,
           ${inOrder(sql`handle_seconds`)} as handle_seconds,
           ${inOrder(sql`wait_seconds`)} as wait_seconds
      from (
        select distinct on (row.queue_id, row.starts_at) row.*
          from interval_history row
          join history_import layer
            on layer.center_id = row.center_id and layer.layer = row.layer and layer.withdrawn_at is null
         where ${queueIds === undefined ? sql`true` : sql`row.queue_id = any(${[...queueIds]}::uuid[])`}
           and ${from === undefined ? sql`true` : sql`row.starts_at >= ${from}`}
           and ${to === undefined ? sql`true` : sql`row.starts_at < ${to}`}
         order by row.queue_id, row.starts_at, row.layer desc) effective
     group by queue_id`.execute(db)
  return rows
}

/** What came to one queue, in two columns of text as {@link EffectiveColumns}. */
export interface ArrivalColumns {
  readonly start_seconds: string
  readonly offered: string
}

/** Contacts alone: half the reading of all measures. @returns undefined where nothing is known */
export async function readArrivalColumns(
  db: Db,
  queueId: QueueId,
  span: { readonly from?: Date; readonly to?: Date } = {},
): Promise<ArrivalColumns | undefined> {
  const { from, to } = span
  const { rows } = await sql<{ [Column in keyof ArrivalColumns]: string | null }>`
    select string_agg(extract(epoch from starts_at)::int8::text, ',' order by starts_at) as start_seconds,
           string_agg(offered::text, ',' order by starts_at) as offered
      from (
        select distinct on (row.starts_at) row.starts_at, row.offered
          from interval_history row
          join history_import layer
            on layer.center_id = row.center_id and layer.layer = row.layer and layer.withdrawn_at is null
         where row.queue_id = ${queueId}
           and ${from === undefined ? sql`true` : sql`row.starts_at >= ${from}`}
           and ${to === undefined ? sql`true` : sql`row.starts_at < ${to}`}
         order by row.starts_at, row.layer desc) effective`.execute(db)
  const [{ start_seconds: startSeconds, offered } = { start_seconds: null, offered: null }] = rows
  return startSeconds === null || offered === null
    ? undefined
    : { start_seconds: startSeconds, offered }
}

/** One local day of one queue, summed. */
export interface DayRow {
  readonly date: string
  readonly offered: number
  readonly handled: number | null
  readonly abandoned: number | null
  readonly handle_seconds: number | null
  readonly wait_seconds: number | null
}

/**
 * The effective history by local day of the centre's zone. Of a measure that some intervals of the
 * day do not know, the day knows nothing: a sum of the others would pass for the whole.
 */
export async function readEffectiveDays(
  db: Db,
  queueId: QueueId,
  span: { readonly from: Date; readonly to: Date; readonly timezone: string },
): Promise<readonly DayRow[]> {
  const wholeSum = (column: string) =>
    sql`case when count(${sql.ref(column)}) = count(*) then sum(${sql.ref(column)}) end`
  const { rows } = await sql<DayRow>`
    select to_char(starts_at at time zone ${span.timezone}, 'YYYY-MM-DD') as date,
           sum(offered) as offered,
           ${wholeSum('handled')} as handled,
           ${wholeSum('abandoned')} as abandoned,
           ${wholeSum('handle_seconds')} as handle_seconds,
           ${wholeSum('wait_seconds')} as wait_seconds
      from (
        select distinct on (row.starts_at) row.*
          from interval_history row
          join history_import layer
            on layer.center_id = row.center_id and layer.layer = row.layer and layer.withdrawn_at is null
         where row.queue_id = ${queueId} and row.starts_at >= ${span.from} and row.starts_at < ${span.to}
         order by row.starts_at, row.layer desc) effective
     group by 1 order by 1`.execute(db)
  return rows
}

/** When the latest import in force that speaks of a queue was made, by queue. */
export async function lastImports(db: Db): Promise<ReadonlyMap<QueueId, Date>> {
  const { rows } = await sql<{ readonly queue_id: QueueId; readonly at: Date }>`
    select queue.id as queue_id, max(layer.imported_at) as at
      from queue
      join history_import layer on layer.center_id = queue.center_id and layer.withdrawn_at is null
     where exists (
       select from interval_history row
        where row.center_id = queue.center_id and row.queue_id = queue.id and row.layer = layer.layer)
     group by queue.id`.execute(db)
  return new Map(rows.map((row) => [row.queue_id, row.at]))
}

/** When the history last changed: an import, its withdrawal or its return. Null without any. */
export async function lastHistoryChange(db: Db): Promise<Date | null> {
  const row = await db
    .selectFrom('history_import')
    .select(
      // Of nulls and instants `greatest` takes the latest instant.
      sql<Date | null>`max(greatest(imported_at, withdrawn_at, restored_at))`.as('changed_at'),
    )
    .executeTakeFirst()
  return row?.changed_at ?? null
}
