/**
 * What can be wrong with a file. A problem is a code and its parameters, so that it can be said in
 * Kazakh, Russian or English (`import-messages.ts`); it never carries a value that could be a
 * person's (`shown-value.ts`).
 */

/** Problems of the file as a whole: whatever the policy for rows, such a file is refused. */
export const FILE_PROBLEMS = [
  'file-empty',
  'file-without-rows',
  'gzip-truncated',
  'gzip-corrupt',
  'archive-unsupported',
  'text-undecodable',
  'text-encoding-unsure',
  'template-unknown',
  'column-missing',
  'column-repeated',
  'quote-unclosed',
  'quote-misplaced',
  'record-too-long',
  'rows-too-many',
  'queues-too-many',
  'traits-too-many',
] as const

/** Problems of one row: the row is refused, and with it the file unless the caller says otherwise. */
export const ROW_PROBLEMS = [
  'row-length',
  'value-missing',
  'date-invalid',
  'date-out-of-range',
  'date-skipped-by-clock',
  'interval-not-aligned',
  'interval-length-unsupported',
  'count-invalid',
  'count-negative',
  'count-too-large',
  'count-not-whole',
  'seconds-invalid',
  'seconds-negative',
  'seconds-too-large',
  'channel-unknown',
  'queue-invalid',
  'trait-invalid',
  'handled-exceeds-offered',
  'abandoned-exceeds-offered',
  'short-exceeds-abandoned',
  'in-target-exceeds-handled',
  'log-line-invalid',
] as const

export type FileProblemCode = (typeof FILE_PROBLEMS)[number]
export type RowProblemCode = (typeof ROW_PROBLEMS)[number]
export type ImportProblemCode = FileProblemCode | RowProblemCode

export interface ImportProblem {
  readonly code: ImportProblemCode
  /** Row in the file, the header being row 1 (in a log, the line); null when none is to blame. */
  readonly row: number | null
  /** Column as the file's header names it. */
  readonly column: string | null
  /** The value, shortened and with nothing personal in it. */
  readonly value: string | null
  /** Numbers and names of the rule that was broken, for the message. */
  readonly params: Readonly<Record<string, string | number>>
}

/** Thrown inside the reader to stop at once; `readHistory` turns it into a refused report. */
export class FileRefused extends Error {
  readonly problem: ImportProblem

  constructor(code: FileProblemCode, details: Partial<Omit<ImportProblem, 'code'>> = {}) {
    super(code)
    this.problem = { code, row: null, column: null, value: null, params: {}, ...details }
  }
}
