import type { Random } from '../kernel/random.ts'
import type { SimulatedSpan } from './shift-levels.ts'

/** A shift as it is planned for one person. */
export interface PlannedShift extends SimulatedSpan {
  readonly breaks: readonly SimulatedSpan[]
  /** Chance that the person does not come: unplanned shrinkage, 0..1. */
  readonly absentChance: number
  /** Share of the shift spent on training, coaching and meetings: planned shrinkage, 0..1. */
  readonly awayShare: number
}

/** Time away from the contacts comes in pieces of this length. */
const PIECE_SECONDS = 3600

/**
 * When somebody is there in one run: not at all when they stay away, else the shift without its
 * breaks and without the hours that training and meetings take.
 *
 * @returns spans by time that do not touch
 */
export function presentSpans(shift: PlannedShift, random: Random): SimulatedSpan[] {
  if (random() < shift.absentChance) return []
  const gone = [...shift.breaks, ...awayPieces(shift, random)].toSorted(
    (a, b) => a.fromSeconds - b.fromSeconds,
  )
  const spans: SimulatedSpan[] = []
  let fromSeconds = shift.fromSeconds
  for (const out of gone) {
    if (out.fromSeconds > fromSeconds) spans.push({ fromSeconds, toSeconds: out.fromSeconds })
    fromSeconds = Math.max(fromSeconds, out.toSeconds)
  }
  if (fromSeconds < shift.toSeconds) spans.push({ fromSeconds, toSeconds: shift.toSeconds })
  return spans
}

function awayPieces(shift: PlannedShift, random: Random): SimulatedSpan[] {
  if (shift.awayShare === 0) return []
  const pieces: SimulatedSpan[] = []
  for (let from = shift.fromSeconds; from < shift.toSeconds; from += PIECE_SECONDS) {
    const isAway = random() < shift.awayShare
    const toSeconds = Math.min(from + PIECE_SECONDS, shift.toSeconds)
    if (isAway) pieces.push({ fromSeconds: from, toSeconds })
  }
  return pieces
}
