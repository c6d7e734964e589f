import { drawBinomial } from '../kernel/draw-binomial.ts'
import { mulberry32 } from '../kernel/random.ts'
import type { QueueHistory } from './history.ts'

/** From so many weeks of its own on, a queue borrows nothing. */
const OWN_WEEKS_ENOUGH = 8
/** How far back a queue of no age at all would borrow: what the day's models remember. */
const BORROWED_WEEKS_MAX = 26
const WEEK_MS = 7 * 86_400_000
/** The level of the new queue is told by so many contacts of both, or by nothing. */
const COMMON_CONTACTS_MIN = 50
const SEED = 1

/** A history that begins before its queue did. */
export interface BorrowedHistory {
  readonly history: QueueHistory
  readonly ownWeeks: number
  readonly borrowedWeeks: number
  /** The queue's contacts over those of the like one, where both were there. */
  readonly factor: number
}

/**
 * Puts a like queue's earlier weeks before the first of a new queue, at the new queue's level, so that
 * weekdays and hours have a shape before the queue has shown its own. Blended by evidence: each week of
 * its own takes the place of more than three borrowed ones, the engine gives the older less weight, and
 * with eight weeks of its own nothing is borrowed any more. Handle times are not borrowed.
 *
 * Counts are thinned and not just scaled down, by a seeded draw: a tenth of a large queue's contacts
 * would otherwise look ten times steadier than a small queue is, and the bands would believe it.
 *
 * @returns undefined where nothing can be borrowed: the queue is old enough, steps differ, or too few
 *   contacts of both fall together
 */
export function borrowedHistory(
  own: QueueHistory,
  like: QueueHistory,
): BorrowedHistory | undefined {
  const firstMs = own.startMs[0]
  const lastMs = own.startMs.at(-1)
  if (firstMs === undefined || lastMs === undefined) return undefined
  const ownWeeks = (lastMs + own.stepMinutes * 60_000 - firstMs) / WEEK_MS
  if (ownWeeks >= OWN_WEEKS_ENOUGH || own.stepMinutes !== like.stepMinutes) return undefined
  const factor = levelOver(own, like)
  if (factor === undefined) return undefined
  const lacking = 1 - ownWeeks / OWN_WEEKS_ENOUGH
  const sinceMs = firstMs - Math.ceil(lacking * BORROWED_WEEKS_MAX) * WEEK_MS
  const rows = Array.from(like.startMs.keys()).filter((row) => {
    const startMs = like.startMs[row] ?? 0
    return startMs >= sinceMs && startMs < firstMs
  })
  const oldest = like.startMs[rows[0] ?? -1]
  if (oldest === undefined) return undefined
  const random = mulberry32(SEED)
  const atLevel = (count: number): number =>
    factor < 1 ? drawBinomial(random, Math.round(count), factor) : count * factor
  const nothing = new Float64Array(rows.length)
  const offered = Float64Array.from(rows, (row) => atLevel(like.offered[row] ?? 0))
  return {
    history: {
      ...own,
      startMs: joined(
        Float64Array.from(rows, (row) => like.startMs[row] ?? 0),
        own.startMs,
      ),
      offered: joined(offered, own.offered),
      handled: joined(nothing, own.handled),
      handleSeconds: joined(nothing, own.handleSeconds),
    },
    ownWeeks,
    borrowedWeeks: (firstMs - oldest) / WEEK_MS,
    factor,
  }
}

/** Contacts of one queue over those of another, over the intervals that both have. */
function levelOver(own: QueueHistory, like: QueueHistory): number | undefined {
  const counts = new Map(Array.from(like.startMs, (ms, row) => [ms, like.offered[row] ?? 0]))
  let [ours, theirs] = [0, 0]
  for (const [row, startMs] of own.startMs.entries()) {
    const count = counts.get(startMs)
    if (count === undefined) continue
    ours += own.offered[row] ?? 0
    theirs += count
  }
  return Math.min(ours, theirs) < COMMON_CONTACTS_MIN ? undefined : ours / theirs
}

function joined(before: Float64Array, after: Float64Array): Float64Array {
  const both = new Float64Array(before.length + after.length)
  both.set(before)
  both.set(after, before.length)
  return both
}
