import type { QueueId } from '#forecasting/kernel/units.ts'

import type { SampleCentre } from '../../fixtures/sample/sample-centre.ts'
import {
  closeLayer,
  insertLayerRows,
  openLayer,
} from '../features/imports/history-layer.queries.ts'
import { insertTraitCounts } from '../features/imports/traits.queries.ts'
import type { Db, Scope } from '../platform/db/scope.ts'

const ROWS_PER_STATEMENT = 5000

/** Stores the sample's two years as one layer of history, as an import would. */
export async function insertSampleHistory(
  db: Db,
  scope: Scope,
  sample: SampleCentre,
  queues: ReadonlyMap<string, QueueId>,
): Promise<void> {
  const layer = await openLayer(db, scope, {
    kind: 'sample',
    template: 'sample',
    fileName: `sample-${sample.asOf}-${sample.seed}`,
    sha256: '',
  })
  const rows = sample.history.flatMap((row) => {
    const queueId = queues.get(row.queue)
    if (queueId === undefined) return []
    return [
      {
        queueId,
        startsAtMs: row.startMs,
        intervalSeconds: sample.intervalMinutes * 60,
        offered: row.offered,
        handled: row.handled,
        abandoned: row.abandoned,
        shortAbandoned: row.shortAbandoned,
        handleSeconds: row.talkSeconds + row.holdSeconds + row.wrapSeconds,
        waitSeconds: row.waitSeconds,
        answeredInTarget: row.answeredInTarget,
      },
    ]
  })
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    await insertLayerRows(db, layer, rows.slice(from, from + ROWS_PER_STATEMENT))
  }
  const traits = sample.traits.flatMap((count) => {
    const queueId = queues.get(count.queue)
    return queueId === undefined ? [] : [{ ...count, queueId }]
  })
  await insertTraitCounts(db, layer, traits)
  const starts = rows.map(({ startsAtMs }) => startsAtMs)
  await closeLayer(db, layer.id, {
    rowsRead: rows.length,
    rowsStored: rows.length,
    rowsRefused: 0,
    firstAtMs: starts.reduce((a, b) => Math.min(a, b), Infinity),
    lastAtMs: starts.reduce((a, b) => Math.max(a, b), -Infinity),
    report: {},
  })
}
