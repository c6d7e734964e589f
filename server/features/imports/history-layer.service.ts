import type { Db, Scope } from '#server/platform/db/scope.ts'

import {
  closeLayer,
  countLayerRows,
  type HistoryImportRow,
  insertLayerRows,
  type LayerRow,
  type NewLayer,
  openLayer,
  withdrawImport,
} from './history-layer.queries.ts'

export type { LayerRow } from './history-layer.queries.ts'

const ROWS_PER_STATEMENT = 5000

/** What a reading found out, known when its last row has been delivered. */
interface LayerFigures {
  readonly template: string
  readonly rowsRead: number
  readonly rowsRefused: number
  readonly firstAtMs: number | null
  readonly lastAtMs: number | null
  readonly report: object
}

/**
 * Lays rows over the history as its new highest layer, in the caller's transaction: all of them, or
 * none when anything throws.
 *
 * @param source.batches each names an interval of a queue once
 * @param source.figures asked for when the last batch is in
 */
export async function insertLayer(
  db: Db,
  scope: Scope,
  source: NewLayer & {
    readonly batches: AsyncIterable<readonly LayerRow[]> | Iterable<readonly LayerRow[]>
    readonly figures: () => Promise<LayerFigures>
  },
): Promise<HistoryImportRow> {
  const layer = await openLayer(db, scope, source)
  for await (const batch of source.batches) {
    for (let from = 0; from < batch.length; from += ROWS_PER_STATEMENT) {
      await insertLayerRows(db, layer, batch.slice(from, from + ROWS_PER_STATEMENT))
    }
  }
  const figures = await source.figures()
  const rowsStored = await countLayerRows(db, layer)
  return closeLayer(db, layer.id, { ...figures, rowsStored })
}

/** Takes a layer out of the history, if it is not out already; what lay beneath shows again. */
export async function withdrawLayer(db: Db, id: string, by: string): Promise<void> {
  await withdrawImport(db, id, by)
}
