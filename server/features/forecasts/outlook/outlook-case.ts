import type { QueueId } from '#forecasting/kernel/units.ts'
import type { HistoryDecision } from '#forecasting/volume/history-decisions.ts'
import { historyWithout, queueHistory, type QueueHistory } from '#forecasting/volume/history.ts'
import type { SpecialDay } from '#forecasting/volume/special-day.ts'

import { type ArrivalText, arrivalsOf } from '../../imports/arrivals.ts'
import { decidedQueue } from '../decided-queue.ts'
import type { QueueCalendar } from '../queue-calendar.ts'

/** What is stored of one queue that an outlook is drawn from, as it crosses to another thread. */
export interface OutlookSource {
  readonly queueId: QueueId
  readonly channel: string
  readonly arrivals: ArrivalText
  readonly calendar: QueueCalendar
  /** Active ones of the queue, in the order in which they were made. */
  readonly decisions: readonly HistoryDecision[]
  readonly timezone: string
}

/** What an outlook of one queue is drawn from, as far as a planner's decisions let it be believed. */
export interface OutlookCase {
  readonly queueId: QueueId
  readonly history: QueueHistory
  readonly specialDays: readonly SpecialDay[]
}

/** An outlook counts contacts: handle times stay unknown. */
export function outlookCase(source: OutlookSource): OutlookCase {
  const { queueId, channel, arrivals, calendar, decisions, timezone } = source
  const { startMs, offered } = arrivalsOf(arrivals)
  const history = queueHistory(
    { queue: queueId, channel },
    Array.from(startMs, (at, i) => ({
      startMs: at,
      offered: offered[i] as number,
      handled: 0,
      handleSeconds: 0,
    })),
  )
  return { queueId, ...believedHistory(history, { calendar, decisions, timezone }) }
}

/** A history as a planner's decisions and the calendar's outages leave it. */
export function believedHistory(
  history: QueueHistory,
  known: Pick<OutlookSource, 'calendar' | 'decisions' | 'timezone'>,
): Pick<OutlookCase, 'history' | 'specialDays'> {
  const originMs = (history.startMs.at(-1) ?? 0) + 1
  const decided = decidedQueue(history, { ...known, originMs })
  return {
    history: historyWithout(decided.history, decided.excluded),
    specialDays: decided.specialDays,
  }
}
