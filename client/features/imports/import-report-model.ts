import type { components } from '../../api/schema.d.ts'
import type { ImportOutcome } from './import-request.ts'

/** A row of the file that was not taken, and why. */
export interface RefusedRow {
  /** As a spreadsheet numbers it: the header is row 1. Null when the whole file is meant. */
  readonly row: number | null
  readonly column: string | null
  /** In the reader's language. */
  readonly reason: string
}

/** What was noticed in the history and may spoil a forecast. */
export type FindingKind = components['schemas']['ImportFinding']['kind']

export interface Finding {
  readonly kind: FindingKind
  /** Null when it concerns all queues. */
  readonly queue: string | null
  /** Half-open, epoch milliseconds; null when it is not at one time. */
  readonly startMs: number | null
  readonly endMs: number | null
  /** What exactly, in the reader's language. */
  readonly text: string
}

export interface ImportReportView {
  readonly fileName: string
  /** `Genesys Cloud`, `Asterisk queue_log`, … */
  readonly template: string
  /** True when nothing was stored because only a trial was asked for. */
  readonly isDryRun: boolean
  readonly rowsRead: number
  /** Of a trial, what would be stored. */
  readonly rowsStored: number
  readonly rowsRefused: number
  readonly firstMs: number | null
  readonly lastMs: number | null
  readonly refused: readonly RefusedRow[]
  readonly findings: readonly Finding[]
}

/** One import among those that lie on each other: a later one covers an earlier one. */
export interface ImportLayer {
  readonly id: string
  /** Higher covers lower. */
  readonly layer: number
  readonly fileName: string
  readonly rowsStored: number
  readonly firstMs: number | null
  readonly lastMs: number | null
  readonly importedBy: string
  readonly importedAtMs: number
  /** Null while it is in force. */
  readonly withdrawnAtMs: number | null
}

/** Names of the systems whose files are known; names are not translated. */
const TEMPLATES: Readonly<Record<string, string>> = {
  kezek: 'Kezek',
  'genesys-cloud': 'Genesys Cloud',
  'amazon-connect': 'Amazon Connect',
  calabrio: 'Calabrio',
  'queue-log': 'Asterisk queue_log',
  queue_log: 'Asterisk queue_log',
}

/** What the server tells of a file that was read, as the page shows it. */
export function reportView(outcome: ImportOutcome, fileName: string): ImportReportView {
  const { layer, report } = outcome
  const template = layer?.template ?? textOf(report['format'])
  const span = spanOf(report['span'])
  return {
    fileName: layer?.fileName ?? fileName,
    template: [TEMPLATES[template] ?? template, textOf(report['encoding'])]
      .filter((part) => part !== '')
      .join(' · '),
    isDryRun: !outcome.stored,
    rowsRead: outcome.rowsRead,
    rowsStored: layer?.rowsStored ?? numberOf(report['rowsDelivered']),
    rowsRefused: outcome.rowsRefused,
    firstMs: instantOf(layer?.firstAt) ?? span.startMs,
    lastMs: instantOf(layer?.lastAt) ?? span.endMs,
    refused: outcome.problems.map(({ row, column, text }) => ({ row, column, reason: text })),
    findings: outcome.findings.map(({ kind, queue, startsAt, endsAt, text }) => ({
      kind,
      queue,
      startMs: instantOf(startsAt),
      endMs: instantOf(endsAt),
      text,
    })),
  }
}

/** An import as the list of layers shows it. */
export function layerView(layer: components['schemas']['HistoryImport']): ImportLayer {
  return {
    id: layer.id,
    layer: layer.layer,
    fileName: layer.fileName,
    rowsStored: layer.rowsStored,
    firstMs: instantOf(layer.firstAt),
    lastMs: instantOf(layer.lastAt),
    importedBy: layer.importedBy,
    importedAtMs: Date.parse(layer.importedAt),
    withdrawnAtMs: instantOf(layer.withdrawnAt),
  }
}

function instantOf(text: string | null | undefined): number | null {
  return text === null || text === undefined ? null : Date.parse(text)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0
}

function spanOf(value: unknown): {
  readonly startMs: number | null
  readonly endMs: number | null
} {
  if (typeof value !== 'object' || value === null) return { startMs: null, endMs: null }
  const { startMs, endMs } = value as Readonly<Record<string, unknown>>
  return {
    startMs: typeof startMs === 'number' ? startMs : null,
    endMs: typeof endMs === 'number' ? endMs : null,
  }
}
