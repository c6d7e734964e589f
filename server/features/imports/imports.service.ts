import { createHash } from 'node:crypto'
import { PassThrough, type Readable } from 'node:stream'

import type { Kysely } from 'kysely'

import type { QueueId } from '#forecasting/kernel/units.ts'
import type { Language } from '#server/platform/db/column-types.ts'
import type { Database } from '#server/platform/db/database.ts'
import { type Db, inCenter, type Scope } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { readCenterSettings } from '../centers/centers.service.ts'
import {
  closeLayer,
  type HistoryImportRow,
  insertLayerRows,
  type LayerRow,
  openLayer,
} from './history-layer.queries.ts'
import { importMessage } from './import-messages.ts'
import type { ImportProblem } from './import-problem.ts'
import type { HistoryImport, ImportOutcome } from './imports.schema.ts'
import type { NormalisedRow } from './normalised-row.ts'
import { readHistory } from './read-history.ts'
import type { ImportReport } from './report/import-report.ts'

export interface ImportRequest {
  readonly kind: 'intervals' | 'queue_log'
  readonly fileName: string
  readonly dryRun: boolean
  /** Zone of local times without an offset; the centre's own when left out. */
  readonly timezone?: string
  /** The centre's queue for each name that the file uses. */
  readonly queueMap?: Readonly<Record<string, string>>
  readonly language: Language
}

/**
 * Brings a file into the history as a layer of its own, whole or not at all.
 *
 * The file is read and checked to its end before the first row is stored; storing is one
 * transaction. A refused file stores nothing, and says why.
 *
 * @throws {ProblemError} `file-refused`, with row, column and reason of every fault
 */
export async function importFile(
  db: Kysely<Database>,
  scope: Scope,
  source: Readable,
  request: ImportRequest,
): Promise<ImportOutcome> {
  const settings = await inCenter(db, scope, readCenterSettings)
  const queues = queueNames(settings.queues, request.queueMap ?? {})
  const hash = createHash('sha256')
  const counted = source.on('error', (error) => counted.destroy(error)).pipe(new PassThrough())
  counted.on('data', (chunk: Buffer) => hash.update(chunk))
  const rows: LayerRow[] = []
  const report = await readHistory(
    counted.pipe(new PassThrough()),
    {
      timezone: request.timezone ?? settings.timezone,
      format: request.kind === 'queue_log' ? 'queue-log' : 'auto',
      knownQueues: [...queues.keys()],
      intervalSeconds: settings.intervalMinutes * 60,
    },
    {
      async write(batch) {
        for (const row of batch) rows.push(...layerRow(row, queues))
      },
    },
  )
  refuseIfBad(report, request.language)
  const problems = report.problems.map((problem) => worded(problem, request.language))
  const kept = stored(report)
  if (request.dryRun) return { stored: false, layer: null, report: kept, problems }
  const layer = await inCenter(db, scope, async (transaction) => {
    const opened = await openLayer(transaction, scope, {
      kind: request.kind,
      template: report.format ?? request.kind,
      fileName: request.fileName,
      sha256: hash.digest('hex'),
    })
    await insertAll(transaction, opened, rows)
    return closeLayer(transaction, opened.id, {
      rowsRead: report.rowsRead,
      rowsStored: rows.length,
      rowsRefused: report.rowsRefused,
      firstAtMs: report.span?.startMs ?? null,
      lastAtMs: report.span?.endMs ?? null,
      report: kept,
    })
  })
  return { stored: true, layer: presentImport(layer), report: kept, problems }
}

export function presentImport(row: HistoryImportRow): HistoryImport {
  return {
    id: row.id,
    layer: row.layer,
    kind: row.kind,
    template: row.template,
    fileName: row.file_name,
    rowsRead: row.rows_read,
    rowsStored: row.rows_stored,
    rowsRefused: row.rows_refused,
    firstAt: row.first_at?.toISOString() ?? null,
    lastAt: row.last_at?.toISOString() ?? null,
    importedBy: row.imported_by,
    importedAt: row.imported_at.toISOString(),
    withdrawnBy: row.withdrawn_by,
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
  }
}

const ROWS_PER_STATEMENT = 5000

async function insertAll(
  db: Db,
  layer: HistoryImportRow,
  rows: readonly LayerRow[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    await insertLayerRows(db, layer, rows.slice(from, from + ROWS_PER_STATEMENT))
  }
}

/** A queue is known by its code, its name in any language, or what the caller maps to it. */
function queueNames(
  queues: readonly { readonly id: QueueId; readonly code: string; readonly name: object }[],
  queueMap: Readonly<Record<string, string>>,
): ReadonlyMap<string, QueueId> {
  const names = new Map<string, QueueId>()
  for (const { id, code, name } of queues) {
    for (const known of [code, ...(Object.values(name) as string[])]) names.set(known, id)
  }
  for (const [external, code] of Object.entries(queueMap)) {
    const id = names.get(code)
    if (id === undefined) throw new ProblemError('queue-unknown', { detail: code })
    names.set(external, id)
  }
  return names
}

function layerRow(row: NormalisedRow, queues: ReadonlyMap<string, QueueId>): LayerRow[] {
  const queueId = queues.get(row.queue)
  if (queueId === undefined) return []
  const { startsAtMs, intervalSeconds, offered, handled, abandoned, shortAbandoned } = row
  const { handleSeconds, waitSeconds, answeredInTarget } = row
  const counts = { offered, handled, abandoned, shortAbandoned }
  return [
    {
      queueId,
      startsAtMs,
      intervalSeconds,
      ...counts,
      handleSeconds,
      waitSeconds,
      answeredInTarget,
    },
  ]
}

function refuseIfBad(report: ImportReport, language: Language): void {
  if (!report.accepted) {
    const faults = report.problems.map((problem) => worded(problem, language))
    throw new ProblemError('file-refused', {
      errors: faults.map(({ place, text }) => ({ pointer: place, detail: text })),
    })
  }
  if (report.unknownQueues.length === 0) return
  throw new ProblemError('file-refused', {
    errors: report.unknownQueues.map((queue) => ({ pointer: 'queue', detail: queue })),
  })
}

function worded(problem: ImportProblem, language: Language): { place: string; text: string } {
  const place = [
    problem.row === null ? '' : `row ${problem.row}`,
    problem.column === null ? '' : `column ${problem.column}`,
  ]
  return { place: place.filter(Boolean).join(', '), text: importMessage(problem, language) }
}

/** The report as plain JSON, without the problems, which are worded for each reader. */
function stored({ problems: _problems, ...report }: ImportReport): Record<string, unknown> {
  return JSON.parse(JSON.stringify(report)) as Record<string, unknown>
}
