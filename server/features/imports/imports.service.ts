import { createHash, type Hash } from 'node:crypto'
import { Readable } from 'node:stream'

import { isZone } from '#forecasting/kernel/calendar.ts'
import { localClock } from '#forecasting/kernel/local-clock.ts'
import type { Language } from '#server/platform/db/column-types.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { readCenterSettings } from '../centers/centers.service.ts'
import { deliver } from './delivered-batches.ts'
import { foldIntervals } from './fold-intervals.ts'
import type { HistoryImportRow, LayerRow } from './history-layer.queries.ts'
import { insertLayer } from './history-layer.service.ts'
import { importFindings } from './import-findings.ts'
import { importMessage } from './import-messages.ts'
import type { HistoryImport, ImportOutcome, QueueMap } from './imports.schema.ts'
import type { NormalisedRow } from './normalised-row.ts'
import type { RedialCounts } from './queue-log/redial-counter.ts'
import { QueueNames } from './queue-names.ts'
import { readHistory, type ReadHistoryOptions } from './read-history.ts'
import { insertRedialCounts } from './redials.queries.ts'
import { refuseUnfit } from './refusals.ts'
import type { ImportReport } from './report/import-report.ts'
import { findOutsideHours } from './report/outside-hours.ts'
import type { TraitCount } from './trait-counts.ts'
import { insertTraitCounts, type QueueTraitCount } from './traits.queries.ts'

export interface ImportRequest {
  readonly kind: 'intervals' | 'queue_log'
  readonly fileName: string
  readonly dryRun: boolean
  /** Zone of local times without an offset; the centre's own when left out. */
  readonly timezone?: string | undefined
  readonly onBadRow?: 'refuse-file' | 'skip-row' | undefined
  /** Length of the intervals of a file that does not tell it. */
  readonly intervalMinutes?: number | undefined
  /** The centre's queue, by code or by name, for each name that the file uses. */
  readonly queueMap?: QueueMap | undefined
  readonly language: Language
}

type Centre = Awaited<ReturnType<typeof readCenterSettings>>

/**
 * Brings a file into the history as a layer of its own, whole or not at all.
 *
 * The file is read and checked to its end before a transaction begins, so a slow upload holds
 * nothing up; its rows are then stored as they come out of the reader, in one transaction that a
 * fault of any kind rolls back.
 *
 * @throws {ProblemError} `file-refused`, with the place and the reason of every fault; `zone-unknown`;
 *   `queue-unknown` for a mapping to a queue that the centre does not have
 */
export async function importFile(
  db: Connection['db'],
  scope: Scope,
  source: Readable,
  request: ImportRequest,
): Promise<ImportOutcome> {
  const centre = await inCenter(db, scope, readCenterSettings)
  const names = new QueueNames(centre.queues, request.queueMap ?? {})
  const options = readingOptions(request, centre)
  const checked = (report: ImportReport): ImportReport => {
    const unknownQueues = names.unknownIn(report.queues, report.format)
    const intervalSeconds = centre.intervalMinutes * 60
    refuseUnfit(report, { unknownQueues, intervalSeconds }, request.language)
    return withOutsideHours({ ...report, unknownQueues: [] }, names, centre)
  }
  if (request.dryRun) {
    const report = checked(await readHistory(source, options))
    return { stored: false, layer: null, ...presentReport(report, request.language) }
  }
  const hash = createHash('sha256')
  let traits: readonly TraitCount[] = []
  const onTraits = (counts: readonly TraitCount[]): void => {
    traits = counts
  }
  const delivery = await deliver<readonly NormalisedRow[], ImportReport>((write) =>
    readHistory(Readable.from(hashed(source, hash)), { ...options, onTraits }, { write }),
  )
  const { kind, fileName, language } = request
  const row = await inCenter(db, scope, async (transaction) => {
    const layer = await insertLayer(transaction, scope, {
      kind,
      fileName,
      template: kind,
      sha256: hash.digest('hex'),
      batches: layerBatches(delivery.batches, names, centre),
      figures: async () => {
        const report = checked(await delivery.result)
        return {
          template: report.format ?? kind,
          rowsRead: report.rowsRead,
          rowsRefused: report.rowsRefused,
          firstAtMs: report.span?.startMs ?? null,
          lastAtMs: report.span?.endMs ?? null,
          report,
        }
      },
    })
    const { log } = await delivery.result
    await insertRedialCounts(transaction, layer, redialsByQueue(log?.redials ?? [], names))
    await insertTraitCounts(transaction, layer, traitsByQueue(traits, names))
    return layer
  })
  return presentOutcome(row, language)
}

/** Says of every queue which contacts came while it is closed by its settings. */
function withOutsideHours(report: ImportReport, names: QueueNames, centre: Centre): ImportReport {
  // Deferred work may come at any hour: it waits for the next open one.
  const waiting = centre.queues.filter(({ deadlineSeconds }) => deadlineSeconds === null)
  const hours = new Map(waiting.map(({ id, openingHours }) => [id, openingHours]))
  const queues = report.queues.map((queue) => {
    const id = names.find(queue)
    const open = id === undefined ? undefined : hours.get(id)
    if (open === undefined) return queue
    return { ...queue, outsideHours: findOutsideHours(queue.contactsBySlot, open) }
  })
  return { ...report, queues }
}

function readingOptions(
  { kind, timezone, onBadRow, intervalMinutes }: ImportRequest,
  centre: Centre,
): ReadHistoryOptions {
  const zone = timezone ?? centre.timezone
  if (!isZone(zone)) throw new ProblemError('zone-unknown', { values: { zone } })
  // A log has no intervals of its own: its contacts are counted in the centre's.
  const minutes = intervalMinutes ?? (kind === 'queue_log' ? centre.intervalMinutes : undefined)
  return {
    timezone: zone,
    format: kind === 'queue_log' ? 'queue-log' : 'auto',
    onBadRow,
    intervalSeconds: minutes === undefined ? undefined : minutes * 60,
    targetSeconds: centre.asaTargetSeconds,
  }
}

/** Counts of redials by the centre's queue: a file may know one queue by several names. */
function redialsByQueue(redials: readonly RedialCounts[], names: QueueNames) {
  const known = redials.flatMap((counts) => {
    const queueId = names.find({ queue: counts.queue, channel: 'voice' })
    return queueId === undefined ? [] : [{ ...counts, queueId }]
  })
  return [...Map.groupBy(known, ({ queueId }) => queueId)].map(([queueId, parts]) => ({
    queueId,
    abandoned: parts.reduce((sum, { abandoned }) => sum + abandoned, 0),
    followed: parts.reduce((sum, { followed }) => sum + followed, 0),
    pauseSeconds: parts.reduce((sum, { pauseSeconds }) => sum + pauseSeconds, 0),
    firstMs: Math.min(...parts.map(({ firstMs }) => firstMs)),
    lastMs: Math.max(...parts.map(({ lastMs }) => lastMs)),
  }))
}

function traitsByQueue(counts: readonly TraitCount[], names: QueueNames): QueueTraitCount[] {
  return counts.flatMap((count) => {
    const queueId = names.find(count)
    return queueId === undefined ? [] : [{ ...count, queueId }]
  })
}

async function* hashed(source: Readable, hash: Hash): AsyncGenerator<Buffer> {
  for await (const chunk of source as AsyncIterable<Buffer>) {
    hash.update(chunk)
    yield chunk
  }
}

async function* layerBatches(
  batches: AsyncIterable<readonly NormalisedRow[]>,
  names: QueueNames,
  centre: Centre,
): AsyncGenerator<readonly LayerRow[]> {
  const clock = localClock(centre.timezone)
  for await (const batch of batches) {
    const rows = batch.flatMap((row) => {
      const queueId = names.find(row)
      return queueId === undefined ? [] : [{ ...row, queueId }]
    })
    yield foldIntervals(rows, { intervalSeconds: centre.intervalMinutes * 60, clock })
  }
}

/** An import that was stored, with its report in the reader's language. */
export function presentOutcome(row: HistoryImportRow, language: Language): ImportOutcome {
  const report = row.report as ImportReport | Record<string, never>
  // The sample is generated, not read: it has no report.
  const read = 'queues' in report ? presentReport(report as ImportReport, language) : undefined
  const nothing = { problemCount: 0, problems: [], findings: [], report: {} }
  const { rows_read: rowsRead, rows_refused: rowsRefused } = row
  return {
    stored: true,
    layer: presentImport(row),
    ...(read ?? { rowsRead, rowsRefused, ...nothing }),
  }
}

function presentReport(
  whole: ImportReport,
  language: Language,
): Omit<ImportOutcome, 'stored' | 'layer'> {
  const { problems, ...report } = whole
  return {
    rowsRead: report.rowsRead,
    rowsRefused: report.rowsRefused,
    problemCount: report.problemCount,
    problems: problems.map((problem) => ({
      row: problem.row,
      column: problem.column,
      text: importMessage({ ...problem, row: null }, language),
    })),
    findings: importFindings(whole, language),
    report: { ...report },
  }
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
