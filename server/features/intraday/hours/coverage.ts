import type { Span } from '../../adherence/span-cursor.ts'
import { shareWithin } from './share-within.ts'

/** People at work in one interval of the day. */
export interface CoverageOfInterval extends Span {
  /** Agents at work that the requirement asks for, all queues together. */
  readonly required: number
  /** People whose plan is to work, averaged over the interval. */
  readonly scheduled: number
  /** People who were in a productive state, averaged over what has passed; null before it begins. */
  readonly working: number | null
}

/** What is asked for, planned and done, by interval. */
export function coverageOf(
  intervals: readonly (Span & { readonly required: number })[],
  people: {
    readonly planned: readonly Span[]
    readonly working: readonly Span[]
  },
  nowMs: number,
): CoverageOfInterval[] {
  return intervals.map((interval) => {
    const past = { startMs: interval.startMs, endMs: Math.min(interval.endMs, nowMs) }
    return {
      ...interval,
      scheduled: shareWithin(people.planned, interval),
      working: past.startMs < past.endMs ? shareWithin(people.working, past) : null,
    }
  })
}
