import type { CellReaders } from '../cell-readers.ts'
import type { IntervalStart, IntervalStarts } from '../interval-start.ts'
import type { Channel, Measure } from '../normalised-row.ts'
import type { RowProblems } from '../row-problems.ts'
import type { FileColumns } from './file-columns.ts'

export type TemplateName = 'kezek' | 'genesys-cloud' | 'amazon-connect' | 'calabrio'

/** One row on its way to the store; a template sets the same fields of it at every row. */
export interface DraftRow extends Record<Measure, number> {
  start: IntervalStart | null
  /** 0 when the file does not say: the length is then found from the starts of all rows. */
  intervalSeconds: number
  queue: string
  channel: Channel | null
  /**
   * What tells apart rows that share queue and interval on purpose (a skill set, a language): such
   * rows are added up. Rows that share the variant as well are duplicates.
   */
  variant: string
  /** What the row's contacts were, where the file says it; empty where it does not. */
  language: string
  topic: string
}

/** What a template reads a file's rows with. */
interface TemplateContext {
  readonly columns: FileColumns
  readonly cells: CellReaders
  readonly starts: IntervalStarts
  readonly problems: RowProblems
  /** For systems that do not name the channel. */
  readonly defaultChannel: Channel
}

/** The layout of one system's file, and what its columns mean. */
export interface Template {
  readonly name: TemplateName
  /** Columns that must be there, as `normaliseHeader` writes them. */
  readonly required: readonly string[]
  /** Columns that are used when they are there. */
  readonly optional: readonly string[]
  /** Columns of the layout that nothing is read from: known, hence not reported as dropped. */
  readonly ignored: readonly string[]
  /** Makes the reader of rows. It reports what is wrong and leaves NaN for what is unknown. */
  bind(context: TemplateContext): (fields: readonly string[], draft: DraftRow) => void
}

/** A draft with nothing known. */
export function emptyDraft(): DraftRow {
  return {
    start: null,
    intervalSeconds: 0,
    queue: '',
    channel: null,
    variant: '',
    language: '',
    topic: '',
    offered: Number.NaN,
    handled: Number.NaN,
    abandoned: Number.NaN,
    shortAbandoned: Number.NaN,
    answeredInTarget: Number.NaN,
    handleSeconds: Number.NaN,
    talkSeconds: Number.NaN,
    holdSeconds: Number.NaN,
    wrapSeconds: Number.NaN,
    waitSeconds: Number.NaN,
  }
}
