import type { ZoneChange } from '#forecasting/kernel/local-clock.ts'
import type { Interval } from '#forecasting/kernel/units.ts'

import type { Delimiter } from '../delimiter.ts'
import type { DoubledHourCounts } from '../doubled-hour.ts'
import type { DroppedColumn } from '../dropped-columns.ts'
import type { ImportProblem } from '../import-problem.ts'
import type { LogCounts } from '../queue-log/log-counts.ts'
import type { TemplateName } from '../templates/template.ts'
import type { FoundEncoding } from '../text-decoding.ts'
import type { QueueReport } from './queue-report.ts'

export type SourceFormat = TemplateName | 'queue-log'

/**
 * The result of reading a file. All of it is safe to store and to show: it holds names of queues
 * and columns, counts and instants, and no value of a column that Kezek does not know.
 */
export interface ImportReport {
  /** True when the file's rows were delivered, or would have been in a dry run. */
  readonly accepted: boolean
  /** Null when the file was refused before its format was clear. */
  readonly format: SourceFormat | null
  readonly encoding: FoundEncoding | null
  readonly compressed: boolean
  readonly delimiter: Delimiter | '|' | null
  /** Rows of data read; of a log, lines. */
  readonly rowsRead: number
  readonly rowsRefused: number
  /** Intervals delivered, after duplicates were merged; 0 when the file was refused. */
  readonly rowsDelivered: number
  /** The first thousand problems, in the order in which they were met. */
  readonly problems: readonly ImportProblem[]
  readonly problemCount: number
  readonly droppedColumns: readonly DroppedColumn[]
  readonly span: Interval | null
  readonly queues: readonly QueueReport[]
  /** Queues of the file that the centre does not have; empty when no list of its queues was given. */
  readonly unknownQueues: readonly string[]
  /** Intervals by length in seconds. */
  readonly intervalLengths: readonly { readonly seconds: number; readonly intervals: number }[]
  /** Changes of the zone's offset inside the span: a day there has 23 or 25 hours. */
  readonly zoneChanges: readonly ZoneChange[]
  readonly doubledHour: DoubledHourCounts
  /** Counts of a call log; null for other formats. */
  readonly log: LogCounts | null
}
