import { zoneClock } from '../kernel/zone-clock.ts'
import type { ExcludedSpan } from './forecast-queue.ts'
import type { QueueHistory } from './history.ts'

/** What may be wrong with a span of a history. */
export const HISTORY_FINDINGS = [
  'gap',
  'outage',
  'silence',
  'outlier',
  'duplicate',
  'shift',
] as const
export type HistoryFinding = (typeof HISTORY_FINDINGS)[number]

/** What a planner has decided about a span of one queue's history. */
export interface HistoryDecision {
  /** What was found there; a shift is a lasting step of the level. */
  readonly finding: HistoryFinding
  /** Half-open span of instants, epoch milliseconds. */
  readonly fromMs: number
  readonly toMs: number
  /**
   * `keep`: it is as true as any other; `drop`: it teaches nothing; `replace`: `contacts` came over
   * the span; `usual`: what came was as in the weeks around it. Of a shift, `keep` says that it
   * lasts, and `drop` that it will pass; its figures stay.
   */
  readonly action: 'keep' | 'drop' | 'replace' | 'usual'
  /** Of the whole span; null unless `replace`. */
  readonly contacts: number | null
}

/** A history as a planner wants it learned from. */
export interface DecidedHistory {
  readonly history: QueueHistory
  /** Spans that teach nothing. */
  readonly excluded: readonly ExcludedSpan[]
  /** Spans that are to be believed, however strange they look. */
  readonly trusted: readonly ExcludedSpan[]
  /** Spans in which no lasting step of the level is to be seen. */
  readonly deniedShifts: readonly ExcludedSpan[]
}

const WEEK_MS = 7 * 86_400_000
const NEIGHBOUR_WEEKS = 4

/**
 * Applies a planner's decisions; where two speak of one instant, the later one wins. What is put in
 * place of figures keeps their shape where they have one, else that of the weeks around; its handle
 * times are unknown. The history that was given stays as it is.
 *
 * @param decisions in the order in which they were made
 */
export function decidedHistory(
  history: QueueHistory,
  decisions: readonly HistoryDecision[],
  timezone: string,
): DecidedHistory {
  if (decisions.length === 0) return { history, excluded: [], trusted: [], deniedShifts: [] }
  const ofFigures = decisions.filter(({ finding }) => finding !== 'shift')
  const standing = ofFigures.map((decision, i) => ({
    ...decision,
    isIn: (ms: number): boolean =>
      isWithin(ms, decision) && !ofFigures.slice(i + 1).some((later) => isWithin(ms, later)),
  }))
  const usual = usualCounts(history, ofFigures, timezone)
  const rows = new Map<number, Row>()
  history.startMs.forEach((startMs, i) => rows.set(startMs, rowOf(history, i)))
  for (const decision of standing) {
    if (decision.action !== 'replace' && decision.action !== 'usual') continue
    const starts = startsWithin(decision, history).filter(decision.isIn)
    for (const [i, offered] of replacement(starts, { decision, rows, usual }).entries()) {
      rows.set(starts[i] as number, { offered, handled: 0, handleSeconds: 0 })
    }
  }
  return {
    history: columnsOf(history, rows),
    excluded: spansOf(standing, 'drop', history),
    trusted: spansOf(standing, 'keep', history),
    deniedShifts: decisions.filter(
      ({ finding, action }) => finding === 'shift' && action === 'drop',
    ),
  }
}

interface Row {
  readonly offered: number
  readonly handled: number
  readonly handleSeconds: number
}

interface Standing extends HistoryDecision {
  /** True where no later decision speaks. */
  readonly isIn: (ms: number) => boolean
}

function isWithin(ms: number, { fromMs, toMs }: ExcludedSpan): boolean {
  return ms >= fromMs && ms < toMs
}

function rowOf(history: QueueHistory, i: number): Row {
  return {
    offered: history.offered[i] as number,
    handled: history.handled[i] as number,
    handleSeconds: history.handleSeconds[i] as number,
  }
}

/** Every interval of a span, with a row or without, on the grid of the history. */
function startsWithin({ fromMs, toMs }: HistoryDecision, history: QueueHistory): number[] {
  const stepMs = history.stepMinutes * 60_000
  const first = Math.ceil(fromMs / stepMs) * stepMs
  return Array.from(
    { length: Math.max(0, Math.ceil((toMs - first) / stepMs)) },
    (_, i) => first + i * stepMs,
  )
}

/** What each interval is to hold. */
function replacement(
  starts: readonly number[],
  known: {
    readonly decision: Standing
    readonly rows: ReadonlyMap<number, Row>
    readonly usual: (startMs: number) => number
  },
): number[] {
  const usual = starts.map((startMs) => known.usual(startMs))
  const { action, contacts } = known.decision
  if (action === 'usual' || contacts === null) return usual
  const own = starts.map((startMs) => known.rows.get(startMs)?.offered ?? 0)
  const shape = [own, usual].find((counts) => totalOf(counts) > 0) ?? starts.map(() => 1)
  const whole = totalOf(shape)
  return shape.map((count) => (count * contacts) / whole)
}

function totalOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}

/**
 * Mean of the same weekday and time in the weeks around, by the wall clock. Of weeks that a decision
 * speaks of nothing is taken; a slot that mostly has no row was closed, and holds nothing.
 */
export function usualCounts(
  history: QueueHistory,
  decisions: readonly Omit<HistoryDecision, 'finding' | 'contacts'>[],
  timezone: string,
): (startMs: number) => number {
  const clock = zoneClock(timezone)
  const wallOf = (ms: number): number => ms + clock.offsetMs(ms)
  const byWall = new Map<number, number>()
  history.startMs.forEach((startMs, i) => {
    byWall.set(wallOf(startMs), history.offered[i] as number)
  })
  const doubted = decisions.filter(({ action }) => action !== 'keep')
  const [firstMs, lastMs] = [history.startMs[0] ?? 0, history.startMs.at(-1) ?? 0]
  return (startMs) => {
    const found: number[] = []
    let asked = 0
    for (let weeks = -NEIGHBOUR_WEEKS; weeks <= NEIGHBOUR_WEEKS; weeks++) {
      const near = startMs + weeks * WEEK_MS
      if (weeks === 0 || near < firstMs || near > lastMs) continue
      if (doubted.some((decision) => isWithin(near, decision))) continue
      asked++
      const count = byWall.get(wallOf(startMs) + weeks * WEEK_MS)
      if (count !== undefined) found.push(count)
    }
    return found.length * 2 <= asked ? 0 : totalOf(found) / found.length
  }
}

function columnsOf(history: QueueHistory, rows: ReadonlyMap<number, Row>): QueueHistory {
  const sorted = [...rows].toSorted(([a], [b]) => a - b)
  return {
    ...history,
    startMs: Float64Array.from(sorted, ([startMs]) => startMs),
    offered: Float64Array.from(sorted, ([, row]) => row.offered),
    handled: Float64Array.from(sorted, ([, row]) => row.handled),
    handleSeconds: Float64Array.from(sorted, ([, row]) => row.handleSeconds),
  }
}

/** The parts of one action's spans that no later decision speaks of. */
function spansOf(
  standing: readonly Standing[],
  action: HistoryDecision['action'],
  history: QueueHistory,
): ExcludedSpan[] {
  const stepMs = history.stepMinutes * 60_000
  return standing
    .filter((decision) => decision.action === action)
    .flatMap((decision) =>
      startsWithin(decision, history)
        .filter(decision.isIn)
        .map((startMs) => ({ fromMs: startMs, toMs: startMs + stepMs })),
    )
    .reduce<ExcludedSpan[]>((spans, span) => {
      const last = spans.at(-1)
      if (last?.toMs !== span.fromMs) return [...spans, span]
      return [...spans.slice(0, -1), { fromMs: last.fromMs, toMs: span.toMs }]
    }, [])
}
