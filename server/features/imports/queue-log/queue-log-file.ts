import { FileRefused } from '../import-problem.ts'
import type { RowProblems } from '../row-problems.ts'
import type { RowStore } from '../row-store.ts'
import { ArrivalIntervals } from './arrival-intervals.ts'
import type { ArrivalOptions } from './arrival-intervals.ts'
import { LogCounter } from './log-counts.ts'
import type { LogCounts } from './log-counts.ts'
import { emptyLogLine, readLogLine } from './log-line.ts'
import type { LogLine } from './log-line.ts'
import { isHandled } from './queue-visit.ts'
import type { QueueVisit } from './queue-visit.ts'
import { QueueVisits } from './queue-visits.ts'
import { RedialCounter } from './redial-counter.ts'
import { WrapUp } from './wrap-up.ts'

const LINE_LENGTH_MAX = 100_000

export interface QueueLogOptions extends ArrivalOptions {
  /** The queues' `wrapuptime`; undefined leaves after-call work unknown. */
  readonly wrapUpSeconds: number | undefined
  /** Sees every rebuilt visit, for checks; the rows need no such listener. */
  readonly onVisit: ((visit: QueueVisit) => void) | undefined
}

/** Reads the text of an Asterisk `queue_log` and writes its intervals into a store. */
export class QueueLogFile {
  readonly #store: RowStore
  readonly #problems: RowProblems
  readonly #counter = new LogCounter()
  readonly #redials = new RedialCounter()
  readonly #intervals: ArrivalIntervals
  readonly #visits: QueueVisits
  readonly #wrapUp: WrapUp | null
  readonly #line = emptyLogLine()
  #pending = ''

  constructor(store: RowStore, problems: RowProblems, options: QueueLogOptions) {
    this.#store = store
    this.#problems = problems
    this.#intervals = new ArrivalIntervals(options)
    const { wrapUpSeconds, onVisit } = options
    const wrapUp = wrapUpSeconds === undefined ? null : new WrapUp(wrapUpSeconds)
    this.#wrapUp = wrapUp
    this.#visits = new QueueVisits(
      this.#counter,
      (visit, { agent, endedMs, caller }) => {
        const cell = this.#intervals.add(visit)
        if (wrapUp !== null && isHandled(visit)) wrapUp.start(agent, endedMs, cell)
        if (visit.outcome === 'abandoned') {
          this.#redials.giveUp({ queue: visit.queue, caller, endedMs })
        }
        onVisit?.(visit)
      },
      (visit) => {
        if (visit.connectedMs === null) this.#redials.enter(visit)
      },
    )
  }

  get lines(): number {
    return this.#counter.lines
  }

  /** Where reading stands, for a problem of the bytes. */
  get position(): { readonly row: number; readonly column: string | null } {
    return { row: this.#counter.lines + 1, column: null }
  }

  /** @throws {FileRefused} `record-too-long` for something that is not a log */
  push(text: string): void {
    const all = this.#pending.length === 0 ? text : this.#pending + text
    let start = 0
    for (let end = all.indexOf('\n'); end !== -1; end = all.indexOf('\n', start)) {
      this.#takeLine(all.slice(start, all.charCodeAt(end - 1) === 13 ? end - 1 : end))
      start = end + 1
    }
    this.#pending = start === 0 ? all : all.slice(start)
    if (this.#pending.length > LINE_LENGTH_MAX) {
      throw new FileRefused('record-too-long', {
        row: this.#counter.lines + 1,
        params: { limit: LINE_LENGTH_MAX },
      })
    }
  }

  /** Takes an event that came in another form than a line, such as a row of a table. */
  takeEvent(line: LogLine): void {
    this.#counter.lines++
    this.#take(line)
  }

  /** Ends the log and writes the intervals. */
  end(): LogCounts {
    if (this.#pending.length > 0) this.#takeLine(this.#pending)
    this.#visits.end()
    this.#wrapUp?.end()
    this.#intervals.writeTo(this.#store, { withWrap: this.#wrapUp !== null })
    return { ...this.#counter.result, redials: this.#redials.result }
  }

  #takeLine(text: string): void {
    this.#counter.lines++
    if (text.length === 0) return
    if (!readLogLine(text, this.#line)) {
      this.#problems.startRow(this.#counter.lines)
      this.#problems.report('log-line-invalid', null)
      return
    }
    this.#take(this.#line)
  }

  #take(line: LogLine): void {
    const { agent, timeMs } = line
    this.#intervals.witness(timeMs)
    if (this.#wrapUp !== null && agent !== 'NONE') this.#wrapUp.heardOf(agent, timeMs)
    this.#visits.take(line)
  }
}
