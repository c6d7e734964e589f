import type { TimeScale } from '../../lib/time-scale.ts'

/** People asked for and people on schedule in one half-open interval. */
export interface CoverageInterval {
  readonly startMs: number
  readonly endMs: number
  readonly required: number
  readonly scheduled: number
}

/** The people of an interval as they are written, in tenths of one: `scheduled = required + difference`. */
export interface ShownPeople {
  readonly required: number
  readonly scheduled: number
  /** Below zero people are missing. */
  readonly difference: number
}

/**
 * One rule of rounding for all who write an interval's people, so that the three numbers add up for the
 * eye: what is asked for and what is missing of it to a tenth, and who is there from the two.
 */
export function shownPeople({
  required,
  scheduled,
}: Pick<CoverageInterval, 'required' | 'scheduled'>): ShownPeople {
  const asked = Math.round(required * TENTHS)
  const difference = Math.round((scheduled - required) * TENTHS)
  return {
    required: asked / TENTHS,
    scheduled: (asked + difference) / TENTHS,
    difference: difference / TENTHS,
  }
}

const TENTHS = 10
const DAY_MS = 86_400_000

/** A cell of the strip: one interval, or several where one would be too narrow for its number. */
export interface CoverageCell extends ShownPeople {
  readonly startMs: number
  readonly endMs: number
  /** Of the interval whose figures these are. */
  readonly worstMs: number
  readonly leftPx: number
  readonly widthPx: number
}

/**
 * Joins neighbours until a cell has room for its number. A joined cell carries the figures of its
 * worst interval, the one with the smallest difference, so that no shortage hides in a mean.
 *
 * @param intervals in order of time, without overlaps
 * @param minWidthPx room for a number
 */
export function coverageCells(
  intervals: readonly CoverageInterval[],
  scale: TimeScale,
  minWidthPx: number,
): CoverageCell[] {
  const cells: CoverageCell[] = []
  let open: CoverageInterval[] = []
  for (const interval of intervals) {
    if (scale.span(interval.startMs, interval.endMs) === null) continue
    const first = open[0]
    if (first !== undefined && !joins(first, interval, { scale, minWidthPx })) {
      cells.push(closeCell(open, scale))
      open = []
    }
    open.push(interval)
  }
  if (open.length > 0) cells.push(closeCell(open, scale))
  return cells
}

/** Parts of a day that a cell may span, in minutes. */
const SPANS_MINUTES = [15, 30, 60, 120, 240, 360, 480, 720, 1440] as const

/**
 * True when `interval` still belongs to the cell that `first` began. Cells span a part of a day, counted
 * from the scale's start, so they stand under the same hours every day.
 */
function joins(
  first: CoverageInterval,
  interval: CoverageInterval,
  { scale, minWidthPx }: { readonly scale: TimeScale; readonly minWidthPx: number },
): boolean {
  const ownMs = first.endMs - first.startMs
  const spans = SPANS_MINUTES.map((minutes) => minutes * 60_000).filter((ms) => ms > ownMs)
  const hasRoom = (ms: number): boolean => (ms / 3_600_000) * scale.hourWidthPx >= minWidthPx
  const cellMs = [ownMs, ...spans].find(hasRoom) ?? DAY_MS
  const cellOf = (ms: number): number => Math.floor((ms - scale.startMs) / cellMs)
  return cellOf(first.startMs) === cellOf(interval.startMs)
}

/** The one with the smaller difference; of equals, the one that asks for more people. */
function worse(a: CoverageInterval, b: CoverageInterval): CoverageInterval {
  const aDifference = a.scheduled - a.required
  const bDifference = b.scheduled - b.required
  if (aDifference === bDifference) return b.required > a.required ? b : a
  return bDifference < aDifference ? b : a
}

function closeCell(intervals: readonly CoverageInterval[], scale: TimeScale): CoverageCell {
  const worst = intervals.reduce(worse)
  const startMs = intervals[0]?.startMs ?? worst.startMs
  const endMs = intervals.at(-1)?.endMs ?? worst.endMs
  const span = scale.span(startMs, endMs) ?? { leftPx: 0, widthPx: 0 }
  return { startMs, endMs, worstMs: worst.startMs, ...shownPeople(worst), ...span }
}
