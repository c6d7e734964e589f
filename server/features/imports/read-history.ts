import type { Readable } from 'node:stream'

import { localClock } from '#forecasting/kernel/local-clock.ts'
import type { LocalClock } from '#forecasting/kernel/local-clock.ts'

import { openByteSource } from './byte-source.ts'
import { FileRefused } from './import-problem.ts'
import type { ImportProblem } from './import-problem.ts'
import { settleIntervalLengths } from './interval-grid.ts'
import type { Channel, NormalisedRow } from './normalised-row.ts'
import type { QueueVisit } from './queue-log/queue-visit.ts'
import type { ImportReport, SourceFormat } from './report/import-report.ts'
import { reportQueue } from './report/queue-report.ts'
import type { QueueReport } from './report/queue-report.ts'
import { mergeDuplicates } from './row-duplicates.ts'
import { RowProblems } from './row-problems.ts'
import { RowStore } from './row-store.ts'
import { rowsBySeries } from './series-rows.ts'
import { SourceText } from './source-text.ts'
import { TextDecoding } from './text-decoding.ts'
import type { DeclaredEncoding } from './text-decoding.ts'
import { type TraitCount, TraitCounter } from './trait-counts.ts'

const BATCH_ROWS = 5_000
/** The wait target of order № 443/НҚ, upper end of its 40–60 s. */
const TARGET_SECONDS = 60
const SHORT_SECONDS = 5

export interface ReadHistoryOptions {
  /** IANA zone of local times without an offset, and of the report's days and hours. */
  readonly timezone: string
  readonly format?: SourceFormat | 'auto' | undefined
  readonly encoding?: DeclaredEncoding | undefined
  /** `refuse-file` (default): one bad row and nothing is delivered. `skip-row`: the others are. */
  readonly onBadRow?: 'refuse-file' | 'skip-row' | undefined
  /** External names of the centre's queues: others are reported as unknown. */
  readonly knownQueues?: readonly string[] | undefined
  /** Length of a log's intervals (default 900), or of a file's that does not tell it. */
  readonly intervalSeconds?: number | undefined
  /** Channel of a source that names none (default voice). */
  readonly defaultChannel?: Channel | undefined
  /** More names of channels in this file, in lower case, such as `{ dispatch: 'voice' }`. */
  readonly channelNames?: Readonly<Record<string, Channel>> | undefined
  /** Of a log: an abandoned contact that waited less is a short one; seconds, default 5. */
  readonly shortSeconds?: number | undefined
  /** Of a log: longest wait of an answer in target; seconds, default 60. */
  readonly targetSeconds?: number | undefined
  /** Of a log: the queues' `wrapuptime`; without it after-call work stays unknown. */
  readonly wrapUpSeconds?: number | undefined
  readonly onVisit?: ((visit: QueueVisit) => void) | undefined
  /** Called once, of an accepted file that says of its contacts which language or topic they had. */
  readonly onTraits?: ((counts: readonly TraitCount[]) => void) | undefined
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((bytesRead: number) => void) | undefined
}

/** Takes the rows of an accepted file, in batches of at most 5,000, ordered by queue and start. */
export interface RowSink {
  write(rows: readonly NormalisedRow[]): Promise<void>
}

/**
 * Reads a history, from a file or an upload, and delivers it whole or not at all: the sink sees its
 * first row only after the last one has been found good. Every interval of a queue is delivered
 * once. Without a sink it is a dry run, with the same report.
 *
 * @throws {RangeError} for a zone or an interval length that is none
 * @throws the signal's reason when it is aborted, and whatever the sink throws
 */
export async function readHistory(
  source: Readable,
  options: ReadHistoryOptions,
  sink?: RowSink,
): Promise<ImportReport> {
  const clock = localClock(options.timezone)
  const reading = new Reading(options, clock)
  const refusal = await reading.readAll(source)
  const { store, problems } = reading
  const rows = refusal === null ? rowsBySeries(store) : []
  settleIntervalLengths(store, rows, {
    clock,
    problems,
    declaredSeconds: options.intervalSeconds,
  })
  const traits = new TraitCounter(store, clock)
  const queues = rows
    .filter(({ places }) => places.length > 0)
    .map((one) =>
      reportQueue(store, one, {
        clock,
        known: options.knownQueues?.includes(one.series.queue) ?? null,
        duplicates: mergeDuplicates(store, one, traits.onPart),
      }),
    )
  const accepted =
    refusal === null &&
    (problems.count === 0 || options.onBadRow === 'skip-row') &&
    queues.length > 0
  if (accepted) options.onTraits?.(traits.counts)
  if (accepted && sink !== undefined) {
    for (const { places } of rows) await deliver(store, places, { sink, signal: options.signal })
  }
  return reading.report({ accepted, refusal, queues })
}

async function deliver(
  store: RowStore,
  places: Uint32Array,
  { sink, signal }: { readonly sink: RowSink; readonly signal: AbortSignal | undefined },
): Promise<void> {
  for (let from = 0; from < places.length; from += BATCH_ROWS) {
    signal?.throwIfAborted()
    const batch = places.subarray(from, from + BATCH_ROWS)
    await sink.write(Array.from(batch, (place) => store.rowAt(place)))
  }
}

/** One file on its way from bytes to the store. */
class Reading {
  readonly store = new RowStore()
  readonly problems = new RowProblems()
  readonly #options: ReadHistoryOptions
  readonly #clock: LocalClock
  readonly #decoding: TextDecoding
  readonly #text: SourceText
  #compressed = false
  #decoded = false

  constructor(options: ReadHistoryOptions, clock: LocalClock) {
    this.#options = options
    this.#clock = clock
    this.#decoding = new TextDecoding(options.encoding ?? 'auto')
    this.#text = new SourceText(this.store, this.problems, {
      format: options.format ?? 'auto',
      interval: {
        clock,
        defaultChannel: options.defaultChannel ?? 'voice',
        channelNames: options.channelNames ?? {},
        declaredIntervalSeconds: options.intervalSeconds,
      },
      log: {
        clock,
        intervalSeconds: options.intervalSeconds ?? 900,
        shortSeconds: options.shortSeconds ?? SHORT_SECONDS,
        targetSeconds: options.targetSeconds ?? TARGET_SECONDS,
        wrapUpSeconds: options.wrapUpSeconds,
        onVisit: options.onVisit,
      },
    })
  }

  /** Reads to the end; a problem of the whole file comes back, with the place where it was met. */
  async readAll(source: Readable): Promise<ImportProblem | null> {
    try {
      const { compressed, chunks } = await openByteSource(source, this.#options)
      this.#compressed = compressed
      for await (const text of this.#decoding.decode(chunks)) {
        this.#decoded = true
        this.#text.push(text)
      }
      this.#text.end()
      return null
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error
      return this.#text.located(error.problem)
    }
  }

  report({
    accepted,
    refusal,
    queues,
  }: {
    readonly accepted: boolean
    readonly refusal: ImportProblem | null
    readonly queues: readonly QueueReport[]
  }): ImportReport {
    const { problems } = this
    const span = wholeSpan(queues)
    return {
      accepted,
      ...this.#text.facts,
      encoding: this.#decoded ? this.#decoding.found : null,
      compressed: this.#compressed,
      rowsRefused: problems.badRows,
      rowsDelivered: accepted ? queues.reduce((sum, { intervals }) => sum + intervals, 0) : 0,
      // What stopped the reading stands first: it is what a person has to mend.
      problems: refusal === null ? problems.listed : [refusal, ...problems.listed],
      problemCount: problems.count + (refusal === null ? 0 : 1),
      span,
      queues,
      unknownQueues: queues.filter(({ known }) => known === false).map(({ queue }) => queue),
      intervalLengths: lengthsOf(queues),
      zoneChanges: span === null ? [] : this.#clock.changesBetween(span.startMs, span.endMs),
    }
  }
}

function wholeSpan(queues: readonly QueueReport[]): QueueReport['span'] | null {
  const [first, ...others] = queues.map(({ span }) => span)
  if (first === undefined) return null
  return others.reduce(
    (whole, span) => ({
      startMs: span.startMs < whole.startMs ? span.startMs : whole.startMs,
      endMs: span.endMs > whole.endMs ? span.endMs : whole.endMs,
    }),
    first,
  )
}

function lengthsOf(queues: readonly QueueReport[]): ImportReport['intervalLengths'] {
  const intervals = new Map<number, number>()
  for (const queue of queues) {
    const seconds = queue.intervalSeconds[0] ?? 0
    intervals.set(seconds, (intervals.get(seconds) ?? 0) + queue.intervals)
  }
  return [...intervals].map(([seconds, count]) => ({ seconds, intervals: count }))
}
