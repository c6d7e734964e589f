import type { HistoryDecision } from '#forecasting/volume/history-decisions.ts'

import type { Span } from '../../adherence/span-cursor.ts'

/** What is known of a queue's day besides its figures. */
export interface DayKnowledge {
  /** Outages of the calendar: what came in them says nothing of the rest of the day. */
  readonly outages: readonly { readonly fromMs: number; readonly toMs: number }[]
  /** Active ones of the queue, in the order in which they were made. */
  readonly decisions: readonly HistoryDecision[]
}

/** An interval that is over, with what was forecast and what came. */
interface PastInterval extends Span {
  readonly forecast: number
  /** Null where nobody counted. */
  readonly came: number | null
}

/** What an interval says of the rest of the day: a count, or nothing. */
export interface IntervalEvidence {
  readonly count: number | null
  /** True where something came, and a planner or the calendar says that it tells nothing. */
  readonly isLeftOut: boolean
}

/**
 * What the intervals of a day may be learned from: as of a history, an outage of the calendar teaches
 * nothing unless a planner has decided to keep it, what was dropped teaches nothing, and what was replaced
 * counts as the planner has said, spread as the forecast has it. "As usual" is what the forecast supposes
 * anyway: nothing is learned from it. The later decision wins.
 */
export function dayEvidence(
  intervals: readonly PastInterval[],
  { outages, decisions }: DayKnowledge,
): IntervalEvidence[] {
  const ofFigures = decisions.filter(({ finding }) => finding !== 'shift')
  return intervals.map((interval) => {
    const decision = ofFigures.findLast((one) => doTouch(interval, one))
    if (decision === undefined) {
      const isOut = outages.some((outage) => doTouch(interval, outage))
      return isOut ? leftOut(interval) : { count: interval.came, isLeftOut: false }
    }
    if (decision.action === 'keep') return { count: interval.came, isLeftOut: false }
    if (decision.action !== 'replace') return leftOut(interval)
    return { count: replaced(interval, decision, intervals), isLeftOut: false }
  })
}

function doTouch(
  { startMs, endMs }: Span,
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
): boolean {
  return startMs < toMs && fromMs < endMs
}

function leftOut({ came }: PastInterval): IntervalEvidence {
  return { count: null, isLeftOut: came !== null }
}

/** The interval's part of what the planner says came over the whole span. */
function replaced(
  interval: PastInterval,
  decision: HistoryDecision,
  intervals: readonly PastInterval[],
): number | null {
  const own = intervals.filter((one) => doTouch(one, decision))
  const lengthMs = own.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
  // A span that began yesterday, or is not over, has the rest of its contacts there.
  const inside = Math.min(1, lengthMs / (decision.toMs - decision.fromMs))
  const expected = own.reduce((sum, { forecast }) => sum + forecast, 0)
  if (decision.contacts === null || expected === 0) return null
  return (decision.contacts * inside * interval.forecast) / expected
}
