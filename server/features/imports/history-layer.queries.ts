import { type Selectable, sql } from 'kysely'

import type { QueueId } from '#forecasting/kernel/units.ts'
import type { Database } from '#server/platform/db/database.ts'
import type { Db, Scope } from '#server/platform/db/scope.ts'

export type HistoryImportRow = Selectable<Database['history_import']>

/** One queue in one interval, as the store keeps it; unknown measures are null. */
export interface LayerRow {
  readonly queueId: QueueId
  readonly startsAtMs: number
  readonly intervalSeconds: number
  readonly offered: number
  readonly handled: number | null
  readonly abandoned: number | null
  readonly shortAbandoned: number | null
  readonly handleSeconds: number | null
  readonly waitSeconds: number | null
  readonly answeredInTarget: number | null
}

export interface NewLayer {
  readonly kind: HistoryImportRow['kind']
  readonly template: string
  readonly fileName: string
  readonly sha256: string
}

/**
 * Opens the centre's next layer; its figures are written when its rows are in. Imports into one
 * centre wait for each other, as two at once would take the same number.
 */
export async function openLayer(db: Db, scope: Scope, layer: NewLayer): Promise<HistoryImportRow> {
  await sql`select pg_advisory_xact_lock(hashtext('history_import'), hashtext(${scope.centerId}))`.execute(
    db,
  )
  return db
    .insertInto('history_import')
    .values((column) => ({
      center_id: scope.centerId,
      layer: column
        .selectFrom('history_import')
        .select(sql<number>`coalesce(max(layer), 0) + 1`.as('next')),
      kind: layer.kind,
      template: layer.template,
      file_name: layer.fileName,
      sha256: layer.sha256,
      rows_read: 0,
      rows_stored: 0,
      rows_refused: 0,
      report: '{}',
      imported_by: scope.actorName,
    }))
    .returningAll()
    .executeTakeFirstOrThrow()
}

/**
 * Adds rows to a layer, a few thousand a call: one statement, one list a column. A call names an
 * interval of a queue once; where an earlier call named it too they are parts of one interval and
 * are added up, and a measure that one part does not know is unknown in the sum.
 */
export async function insertLayerRows(
  db: Db,
  { center_id: centerId, layer }: HistoryImportRow,
  rows: readonly LayerRow[],
): Promise<void> {
  const list = <Value>(pick: (row: LayerRow) => Value): Value[] => rows.map(pick)
  await sql`
    insert into interval_history (
      center_id, layer, queue_id, starts_at, interval_seconds, offered, handled, abandoned,
      short_abandoned, handle_seconds, wait_seconds, answered_in_target)
    select ${centerId}::uuid, ${layer}::int, queue_id, to_timestamp(starts_at), interval_seconds,
           offered, handled, abandoned, short_abandoned, handle_seconds, wait_seconds,
           answered_in_target
      from unnest(
        ${list((row) => row.queueId)}::uuid[],
        ${list((row) => row.startsAtMs / 1000)}::float8[],
        ${list((row) => row.intervalSeconds)}::int[],
        ${list((row) => row.offered)}::float8[],
        ${list((row) => row.handled)}::float8[],
        ${list((row) => row.abandoned)}::float8[],
        ${list((row) => row.shortAbandoned)}::float8[],
        ${list((row) => row.handleSeconds)}::float8[],
        ${list((row) => row.waitSeconds)}::float8[],
        ${list((row) => row.answeredInTarget)}::float8[]
      ) as row (queue_id, starts_at, interval_seconds, offered, handled, abandoned,
                short_abandoned, handle_seconds, wait_seconds, answered_in_target)
        on conflict on constraint interval_history_pkey do update set
           offered = interval_history.offered + excluded.offered,
           handled = interval_history.handled + excluded.handled,
           abandoned = interval_history.abandoned + excluded.abandoned,
           short_abandoned = interval_history.short_abandoned + excluded.short_abandoned,
           handle_seconds = interval_history.handle_seconds + excluded.handle_seconds,
           wait_seconds = interval_history.wait_seconds + excluded.wait_seconds,
           answered_in_target = interval_history.answered_in_target + excluded.answered_in_target`.execute(
    db,
  )
}

/** How many intervals a layer holds. */
export async function countLayerRows(db: Db, { layer }: HistoryImportRow): Promise<number> {
  const { count } = await db
    .selectFrom('interval_history')
    .select((column) => column.fn.countAll<number>().as('count'))
    .where('layer', '=', layer)
    .executeTakeFirstOrThrow()
  return count
}

/** Writes down what an import did, once all of its rows are in. */
export async function closeLayer(
  db: Db,
  id: string,
  figures: {
    /** Where the format came to light only while the file was read. */
    readonly template?: string
    readonly rowsRead: number
    readonly rowsStored: number
    readonly rowsRefused: number
    readonly firstAtMs: number | null
    readonly lastAtMs: number | null
    readonly report: object
  },
): Promise<HistoryImportRow> {
  const instant = (ms: number | null): Date | null => (ms === null ? null : new Date(ms))
  return db
    .updateTable('history_import')
    .set({
      ...(figures.template === undefined ? {} : { template: figures.template }),
      rows_read: figures.rowsRead,
      rows_stored: figures.rowsStored,
      rows_refused: figures.rowsRefused,
      first_at: instant(figures.firstAtMs),
      last_at: instant(figures.lastAtMs),
      report: JSON.stringify(figures.report),
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function listImports(db: Db): Promise<readonly HistoryImportRow[]> {
  return db.selectFrom('history_import').selectAll().orderBy('layer', 'desc').limit(100).execute()
}

export async function findImport(db: Db, id: string): Promise<HistoryImportRow | undefined> {
  return db.selectFrom('history_import').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Takes a layer out of the history; what lay beneath shows again. Undefined if it was out already. */
export async function withdrawImport(
  db: Db,
  id: string,
  by: string,
): Promise<HistoryImportRow | undefined> {
  return db
    .updateTable('history_import')
    .set({ withdrawn_by: by, withdrawn_at: new Date() })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
}

/** Puts a withdrawn layer back into the history. Undefined if it is in the history already. */
export async function restoreImport(db: Db, id: string): Promise<HistoryImportRow | undefined> {
  return db
    .updateTable('history_import')
    .set({ withdrawn_by: null, withdrawn_at: null, restored_at: new Date() })
    .where('id', '=', id)
    .where('withdrawn_at', 'is not', null)
    .returningAll()
    .executeTakeFirst()
}
