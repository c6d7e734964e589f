import type { WorkPlace } from '../operators/work-at-home.ts'
import { clipSpans, withoutSpans } from './cut-spans.ts'
import type { PlannedSpan } from './judge-day.ts'
import type { Span } from './span-cursor.ts'

export interface PlannedShift extends Span {
  /** As somebody has set it; null: by the record of remote work. */
  readonly workPlace: WorkPlace | null
  readonly breaks: readonly (Span & { readonly activity: string })[]
}

/** One published version, as far as one person goes. */
export interface PlanVersion {
  /** From then on it was in force, until another version for the same days took its place. */
  readonly publishedAtMs: number
  /** The days that it speaks for; a shift that starts in them belongs to it to its end. */
  readonly days: Span
  readonly shifts: readonly PlannedShift[]
}

/** A shift, or the part of it during which its version was in force. */
export interface ShiftInForce extends Span {
  /** The start of the whole shift: all of it counts on that day. */
  readonly shiftStartMs: number
  readonly workPlace: WorkPlace | null
  readonly planned: readonly PlannedSpan[]
}

/**
 * The plan that was in force at each moment. A version published in the middle of a shift changes what
 * comes after and nothing before: nobody is judged by a plan that they could not have known.
 *
 * @returns ascending shifts that do not overlap; one that was changed while under way comes as two
 */
export function planInForce(versions: readonly PlanVersion[]): ShiftInForce[] {
  const inOrder = versions.toSorted((a, b) => a.publishedAtMs - b.publishedAtMs)
  return inOrder
    .flatMap((version, index) => shiftsInForce(version, inOrder.slice(index + 1)))
    .toSorted((a, b) => a.startMs - b.startMs)
}

function shiftsInForce(version: PlanVersion, later: readonly PlanVersion[]): ShiftInForce[] {
  return version.shifts.flatMap((shift) => {
    const rivals = later.filter(
      ({ days }) => days.startMs <= shift.startMs && shift.startMs < days.endMs,
    )
    const untilMs = Math.min(...rivals.map(({ publishedAtMs }) => publishedAtMs), Infinity)
    const [part] = clipSpans([shift], { startMs: version.publishedAtMs, endMs: untilMs })
    if (part === undefined) return []
    const { startMs, endMs } = part
    const planned = clipSpans(plannedSpans(shift), { startMs, endMs })
    const { startMs: shiftStartMs, workPlace } = shift
    return [{ startMs, endMs, shiftStartMs, workPlace, planned }]
  })
}

/** A shift's activities in order: work, interrupted by its breaks. */
function plannedSpans({ startMs, endMs, breaks }: PlannedShift): PlannedSpan[] {
  const work = withoutSpans({ startMs, endMs }, breaks).map((span) => ({
    ...span,
    activity: 'work',
  }))
  return [...work, ...clipSpans(breaks, { startMs, endMs })].toSorted(
    (a, b) => a.startMs - b.startMs,
  )
}

/** What counts on one local day: from the end of yesterday's shift to the end of today's. */
export interface DayPlan extends Span {
  readonly planned: readonly PlannedSpan[]
}

/**
 * The plan of a local day, with the rest of a shift that crosses its midnight and without the rest of
 * one that began the day before.
 *
 * @param day `[midnight, next midnight)` in the centre's zone: 23, 24 or 25 hours
 */
export function dayPlan(shifts: readonly ShiftInForce[], day: Span): DayPlan {
  const before = shifts.filter(({ shiftStartMs }) => shiftStartMs < day.startMs)
  const own = shifts.filter(
    ({ shiftStartMs }) => shiftStartMs >= day.startMs && shiftStartMs < day.endMs,
  )
  return {
    startMs: Math.min(Math.max(day.startMs, ...before.map(({ endMs }) => endMs)), day.endMs),
    endMs: Math.max(day.endMs, ...own.map(({ endMs }) => endMs)),
    planned: own.flatMap(({ planned }) => planned),
  }
}
