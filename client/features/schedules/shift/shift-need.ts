import type { PersonRow, ShiftView } from '../shift-grid/shift-grid-model.ts'
import { type Shortage, shortages } from '../shortages/coverage-headline.ts'
import type { QueueCoverage } from '../shortages/coverage-view.ts'

/** A queue that somebody may serve, and the worst shortage in it while they are there. */
export interface ServedQueue {
  readonly queueId: string
  /** Null when nobody is missing. */
  readonly worst: Shortage | null
}

/** What a shift is for: the queues that ask for people during it, of those that its person may serve. */
export function shiftNeed(
  person: PersonRow,
  shift: ShiftView,
  coverage: readonly QueueCoverage[],
): ServedQueue[] {
  return coverage.flatMap(({ queueId, intervals }) => {
    if (!person.queueIds.includes(queueId)) return []
    const during = intervals.filter(
      ({ startMs, endMs }) => startMs < shift.endMs && endMs > shift.startMs,
    )
    const isAsked = during.some(({ required }) => required > 0)
    return isAsked ? [{ queueId, worst: shortages(during)[0] ?? null }] : []
  })
}

/** Span less unpaid breaks, seconds. */
export function paidSeconds({ startMs, endMs, breaks }: ShiftView): number {
  const unpaidMs = breaks
    .filter(({ isPaid }) => !isPaid)
    .reduce((sum, pause) => sum + pause.endMs - pause.startMs, 0)
  return (endMs - startMs - unpaidMs) / 1000
}
