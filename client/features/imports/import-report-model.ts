/** A row of the file that was not taken, and why. */
export interface RefusedRow {
  /** As a spreadsheet numbers it: the header is row 1. Null when the whole file is meant. */
  readonly row: number | null
  readonly column: string | null
  /** In the reader's language. */
  readonly reason: string
}

/** What was noticed in the history and may spoil a forecast. */
export type FindingKind =
  | 'gap'
  | 'duplicate'
  | 'spike'
  | 'closedHours'
  | 'zoneChange'
  | 'restart'
  | 'unclosedContact'
  | 'unknownQueue'

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
