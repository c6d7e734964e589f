import { FileRefused } from './import-problem.ts'
import type { ImportProblem } from './import-problem.ts'
import { IntervalFile } from './interval-file.ts'
import type { IntervalFileFacts, IntervalFileOptions } from './interval-file.ts'
import type { LogCounts } from './queue-log/log-counts.ts'
import { looksLikeLog } from './queue-log/log-line.ts'
import { QueueLogFile } from './queue-log/queue-log-file.ts'
import type { QueueLogOptions } from './queue-log/queue-log-file.ts'
import { QueueLogTable, looksLikeLogTable } from './queue-log/queue-log-table.ts'
import type { ImportReport, SourceFormat } from './report/import-report.ts'
import type { RowProblems } from './row-problems.ts'
import type { RowStore } from './row-store.ts'

/** No line by which a format is known is longer. */
const FIRST_LINE_MAX = 100_000

export interface SourceTextOptions {
  readonly format: SourceFormat | 'auto'
  readonly interval: Omit<IntervalFileOptions, 'template'>
  readonly log: QueueLogOptions
}

/** The facts of the report that only the text's reader knows. */
type TextFacts = Pick<
  ImportReport,
  'format' | 'delimiter' | 'rowsRead' | 'droppedColumns' | 'doubledHour' | 'log'
>

/** Hands text to the reader of its format, which the first line decides unless it is declared. */
export class SourceText {
  readonly #store: RowStore
  readonly #problems: RowProblems
  readonly #options: SourceTextOptions
  #beginning = ''
  #file: IntervalFile | null = null
  #log: QueueLogFile | null = null
  /** Reads for the log where it comes as a table. */
  #table: QueueLogTable | null = null
  #fileFacts: IntervalFileFacts | null = null
  #logCounts: LogCounts | null = null

  constructor(store: RowStore, problems: RowProblems, options: SourceTextOptions) {
    this.#store = store
    this.#problems = problems
    this.#options = options
  }

  push(text: string): void {
    if (this.#file === null && this.#log === null) {
      this.#beginning += text
      if (!/\S[^\n]*\n/.test(this.#beginning) && this.#beginning.length < FIRST_LINE_MAX) return
      this.#choose()
      return
    }
    const reader = this.#file ?? this.#table ?? this.#log
    reader?.push(text)
  }

  end(): void {
    if (this.#file === null && this.#log === null) {
      if (this.#beginning.trim() === '') throw new FileRefused('file-empty')
      this.#choose()
    }
    this.#fileFacts = this.#file?.end() ?? null
    this.#table?.end()
    this.#logCounts = this.#log?.end() ?? null
  }

  /** The problem with the place where it was met, as far as it has one. */
  located(problem: ImportProblem): ImportProblem {
    const { code } = problem
    const reader = this.#file ?? this.#table ?? this.#log
    if (code === 'file-empty' || code === 'archive-unsupported' || reader === null) return problem
    const { row, column } = reader.position
    const isInside = code.startsWith('text-') || code.startsWith('quote-')
    return {
      ...problem,
      row: problem.row ?? row,
      column: problem.column ?? (isInside ? column : null),
    }
  }

  get facts(): TextFacts {
    const isLog = this.#log !== null
    return {
      ...fileFacts(this.#fileFacts),
      format: isLog ? 'queue-log' : (this.#file?.template ?? null),
      rowsRead: this.#file?.rowsRead ?? this.#log?.lines ?? 0,
      log: this.#logCounts,
      ...(isLog && { delimiter: this.#table === null ? '|' : this.#table.delimiter }),
    }
  }

  #choose(): void {
    const text = this.#beginning
    this.#beginning = ''
    const { format, interval, log } = this.#options
    const isLog = looksLikeLog(text.trimStart()) || looksLikeLogTable(text)
    if (format === 'queue-log' || (format === 'auto' && isLog)) {
      this.#log = new QueueLogFile(this.#store, this.#problems, log)
      if (!looksLikeLogTable(text)) {
        this.#log.push(text)
        return
      }
      this.#table = new QueueLogTable(this.#log, this.#problems, log.clock)
      this.#table.push(text)
      return
    }
    this.#file = new IntervalFile(this.#store, this.#problems, { ...interval, template: format })
    this.#file.push(text)
  }
}

function fileFacts(
  facts: IntervalFileFacts | null,
): Pick<TextFacts, 'delimiter' | 'droppedColumns' | 'doubledHour'> {
  if (facts === null) {
    return { delimiter: null, droppedColumns: [], doubledHour: { byOrder: 0, assumedFirst: 0 } }
  }
  const { delimiter, droppedColumns, doubledHour } = facts
  return { delimiter, droppedColumns, doubledHour }
}
