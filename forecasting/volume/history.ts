import { mode } from 'simple-statistics'

/** One queue's history by interval, in columns: compact, and cheap to send to another thread. */
export interface QueueHistory {
  readonly queue: string
  readonly channel: string
  /** Length of every interval, minutes; divides a day. */
  readonly stepMinutes: number
  /** Starts, epoch milliseconds, ascending, none twice. */
  readonly startMs: Float64Array
  /** Contacts that arrived. */
  readonly offered: Float64Array
  /** Contacts whose handle time is known; 0 where none is. */
  readonly handled: Float64Array
  /** Handle time of those contacts together, seconds. */
  readonly handleSeconds: Float64Array
}

/** One row as a file or a table gives it. */
export interface HistoryRow {
  readonly startMs: number
  readonly offered: number
  readonly handled: number
  readonly handleSeconds: number
}

const STEPS_MINUTES = [5, 10, 15, 20, 30, 60]

/**
 * Sorts rows into a history.
 *
 * Rows of the same instant: an identical row is the same row exported twice and counts once; rows
 * that differ are parts of one interval (two trunks, two topics) and are summed.
 *
 * @param rows in any order; counts and seconds not negative
 * @throws {RangeError} if there is no row
 */
export function queueHistory(
  name: { readonly queue: string; readonly channel: string },
  rows: readonly HistoryRow[],
): QueueHistory {
  if (rows.length === 0) throw new RangeError(`queue ${name.queue} must have at least one row`)
  const merged = mergeSameInstant(rows.toSorted((a, b) => a.startMs - b.startMs))
  return {
    queue: name.queue,
    channel: name.channel,
    stepMinutes: stepOf(merged),
    startMs: Float64Array.from(merged, (row) => row.startMs),
    offered: Float64Array.from(merged, (row) => row.offered),
    handled: Float64Array.from(merged, (row) => row.handled),
    handleSeconds: Float64Array.from(merged, (row) => row.handleSeconds),
  }
}

/** The part of a history that starts before an instant. */
export function historyBefore(history: QueueHistory, originMs: number): QueueHistory {
  const after = history.startMs.findIndex((startMs) => startMs >= originMs)
  const end = after === -1 ? history.startMs.length : after
  return {
    ...history,
    startMs: history.startMs.slice(0, end),
    offered: history.offered.slice(0, end),
    handled: history.handled.slice(0, end),
    handleSeconds: history.handleSeconds.slice(0, end),
  }
}

/** A history without the rows that start in one of some half-open spans, epoch milliseconds. */
export function historyWithout(
  history: QueueHistory,
  spans: readonly { readonly fromMs: number; readonly toMs: number }[],
): QueueHistory {
  if (spans.length === 0) return history
  const isKept = (startMs: number): boolean =>
    !spans.some(({ fromMs, toMs }) => startMs >= fromMs && startMs < toMs)
  const keep = (column: Float64Array): Float64Array =>
    column.filter((_, row) => isKept(history.startMs[row] as number))
  return {
    ...history,
    startMs: keep(history.startMs),
    offered: keep(history.offered),
    handled: keep(history.handled),
    handleSeconds: keep(history.handleSeconds),
  }
}

function mergeSameInstant(sorted: readonly HistoryRow[]): HistoryRow[] {
  const merged: HistoryRow[] = []
  let seen = new Set<string>()
  for (const row of sorted) {
    const last = merged.at(-1)
    const key = `${row.offered}/${row.handled}/${row.handleSeconds}`
    if (last?.startMs !== row.startMs) {
      merged.push(row)
      seen = new Set([key])
    } else if (!seen.has(key)) {
      seen.add(key)
      merged[merged.length - 1] = {
        startMs: row.startMs,
        offered: last.offered + row.offered,
        handled: last.handled + row.handled,
        handleSeconds: last.handleSeconds + row.handleSeconds,
      }
    }
  }
  return merged
}

/** The commonest distance between neighbours, rounded up to a usual step; one row alone: 30 min. */
function stepOf(rows: readonly HistoryRow[]): number {
  const distances: number[] = []
  for (let i = 1; i < rows.length; i++) {
    const minutes = ((rows[i] as HistoryRow).startMs - (rows[i - 1] as HistoryRow).startMs) / 60_000
    if (minutes <= 60) distances.push(minutes)
  }
  if (distances.length === 0) return rows.length === 1 ? 30 : 60
  const common = mode(distances)
  return STEPS_MINUTES.find((step) => step >= common) ?? 60
}
