import { addLocalDays, fromLocalInput } from '../../lib/centre-time.ts'

/** A day or an interval of one queue; null where nobody knows. */
export interface HistoryPoint {
  readonly startMs: number
  readonly endMs: number
  /** Null for a stretch without rows: the line breaks there instead of falling to zero. */
  readonly offered: number | null
  readonly handled: number | null
  /** 0..1 */
  readonly abandonShare: number | null
  readonly ahtSeconds: number | null
  readonly asaSeconds: number | null
}

/** As the API tells it; `startsAt` is a local date or an instant. */
export interface HistoryRow {
  readonly startsAt: string
  readonly offered: number
  readonly handled: number | null
  readonly abandonShare: number | null
  readonly ahtSeconds: number | null
  readonly asaSeconds: number | null
}

/** Days on the centre's clock, with an empty point wherever days are missing. */
export function dayPoints(rows: readonly HistoryRow[], timeZone: string): HistoryPoint[] {
  return withBreaks(
    rows.flatMap((row) => {
      const startMs = fromLocalInput(`${row.startsAt}T00:00`, timeZone)
      return startMs === null ? [] : [known(row, startMs, addLocalDays(startMs, 1, timeZone))]
    }),
  )
}

/** Intervals, with an empty point wherever some are missing. */
export function intervalPoints(
  rows: readonly HistoryRow[],
  intervalMinutes: number,
): HistoryPoint[] {
  return withBreaks(
    rows.map((row) => {
      const startMs = Date.parse(row.startsAt)
      return known(row, startMs, startMs + intervalMinutes * 60_000)
    }),
  )
}

function known(row: HistoryRow, startMs: number, endMs: number): HistoryPoint {
  const { offered, handled, abandonShare, ahtSeconds, asaSeconds } = row
  return { startMs, endMs, offered, handled, abandonShare, ahtSeconds, asaSeconds }
}

function withBreaks(points: readonly HistoryPoint[]): HistoryPoint[] {
  const whole: HistoryPoint[] = []
  for (const point of points) {
    const before = whole.at(-1)
    if (before !== undefined && before.endMs < point.startMs) {
      whole.push({ ...NOTHING, startMs: before.endMs, endMs: point.startMs })
    }
    whole.push(point)
  }
  return whole
}

const NOTHING = {
  offered: null,
  handled: null,
  abandonShare: null,
  ahtSeconds: null,
  asaSeconds: null,
} as const
