import type { ExcludedSpan } from '#forecasting/volume/forecast-queue.ts'
import {
  type DecidedHistory,
  decidedHistory,
  type HistoryDecision,
} from '#forecasting/volume/history-decisions.ts'
import { historyBefore, type QueueHistory } from '#forecasting/volume/history.ts'

import type { QueueCalendar } from './queue-calendar.ts'

/**
 * What is learned of one queue: outages of the calendar teach nothing, unless a planner has decided
 * otherwise; and no decision brings in what lies after the origin.
 *
 * @param history up to the origin
 * @param known.decisions active ones of the queue, in the order in which they were made
 */
export function decidedQueue(
  history: QueueHistory,
  known: {
    readonly calendar: QueueCalendar
    readonly decisions: readonly HistoryDecision[]
    readonly originMs: number
    readonly timezone: string
  },
): QueueCalendar & DecidedHistory {
  const { calendar, decisions, originMs, timezone } = known
  const decided = decidedHistory(history, decisions, timezone)
  const isBelieved = (span: ExcludedSpan): boolean =>
    decided.trusted.some(({ fromMs, toMs }) => fromMs <= span.fromMs && span.toMs <= toMs)
  return {
    ...decided,
    history: historyBefore(decided.history, originMs),
    specialDays: calendar.specialDays,
    excluded: [...calendar.excluded.filter((span) => !isBelieved(span)), ...decided.excluded],
  }
}
