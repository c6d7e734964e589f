import type { EpochMs } from '#forecasting/kernel/units.ts'
import type { StaffedInterval } from '#forecasting/staffing/require-staff.ts'
import { handleFactor, restOfDay } from '#forecasting/volume/rest-of-day.ts'

import type { Span } from '../../adherence/span-cursor.ts'
import type { AdjustedPoint } from '../../forecasts/overrides/adjusted-point.ts'
import type { ContactCell } from '../contacts/contacts.queries.ts'
import { dayEvidence, type DayKnowledge } from './day-evidence.ts'

/** One interval of one queue's day: what was forecast, what came, and what is expected now. */
export interface QueueInterval extends Span {
  readonly isOpen: boolean
  readonly forecast: { readonly contacts: number; readonly low: number; readonly high: number }
  readonly forecastAhtSeconds: number | null
  /** What came so far; null where no feed counts, or it was silent. */
  readonly came: ContactCell | null
  /** What came says nothing of the rest of the day: an outage, or a planner's decision. */
  readonly isLeftOut: boolean
  /** Null once the interval is over. */
  readonly expected: {
    readonly contacts: number
    readonly low: number
    readonly high: number
    readonly ahtSeconds: number | null
  } | null
}

export interface QueueDay {
  readonly intervals: readonly QueueInterval[]
  /** On what is still to come; 1 while nothing says otherwise. */
  readonly factor: number
  readonly handleFactor: number
}

/** The 80 % band of the stored quantiles. */
const [LOW, HIGH] = [2, 6] as const

/**
 * A queue's day with the rest of it forecast anew from what came.
 *
 * @param grid every interval of the day, ascending, each with whether the queue is open
 * @param counted undefined where nobody counted the interval
 * @param known now, outages, and what a planner has decided about the day's figures
 */
export function queueDay(
  grid: readonly (Span & { readonly isOpen: boolean })[],
  points: ReadonlyMap<number, AdjustedPoint>,
  counted: (interval: Span) => ContactCell | undefined,
  { nowMs, ...known }: DayKnowledge & { readonly nowMs: number },
): QueueDay {
  const rows = grid.map((interval) => {
    const point = points.get(interval.startMs)
    const contacts = point?.adjusted ?? 0
    return {
      ...interval,
      forecast: {
        contacts,
        low: point?.quantiles[LOW] ?? 0,
        high: point?.quantiles[HIGH] ?? 0,
      },
      forecastAhtSeconds: point?.ahtSeconds ?? null,
      came: interval.startMs < nowMs ? (counted(interval) ?? null) : null,
      isOver: interval.endMs <= nowMs,
    }
  })
  const evidence = dayEvidence(
    rows.map(({ startMs, endMs, forecast, came, isOver }) => ({
      startMs,
      endMs,
      forecast: forecast.contacts,
      came: isOver ? (came?.offered ?? null) : null,
    })),
    known,
  )
  const rest = restOfDay(
    rows.map(({ forecast, isOver }, at) => ({
      mean: forecast.contacts,
      low: forecast.low,
      high: forecast.high,
      actual: isOver ? (evidence[at]?.count ?? null) : null,
    })),
  )
  const longer = handleFactor(handled(rows.filter((_, at) => evidence[at]?.isLeftOut !== true)))
  return {
    factor: rest.factor,
    handleFactor: longer,
    intervals: rows.map(({ isOver, ...row }, at) => {
      const { mean = 0, low = 0, high = 0 } = rest.intervals[at] ?? {}
      const aht = row.forecastAhtSeconds
      return {
        ...row,
        isLeftOut: evidence[at]?.isLeftOut ?? false,
        expected: isOver
          ? null
          : { contacts: mean, low, high, ahtSeconds: aht === null ? null : aht * longer },
      }
    }),
  }
}

/**
 * Conversations that say how long contacts take today. An interval of which one still goes on says
 * it wrongly: its short ones are known and its long ones are not.
 */
function handled(
  rows: readonly Pick<QueueInterval, 'came' | 'forecastAhtSeconds'>[],
): Parameters<typeof handleFactor>[0] {
  let [contacts, seconds, forecastSeconds] = [0, 0, 0]
  for (const { came, forecastAhtSeconds } of rows) {
    if (came === null || forecastAhtSeconds === null) continue
    if (came.handledKnown === 0 || came.handledKnown < came.answered) continue
    contacts += came.handledKnown
    seconds += came.handleSeconds
    forecastSeconds += came.handledKnown * forecastAhtSeconds
  }
  return { contacts, seconds, forecastSeconds }
}

/** What the requirement's formulas take: what came of the past, and what is expected of the rest. */
export function staffedIntervals({ intervals }: QueueDay): StaffedInterval[] {
  return intervals.map(({ startMs, isOpen, forecast, forecastAhtSeconds, came, expected }) => ({
    startMs: startMs as EpochMs,
    contacts: expected?.contacts ?? came?.offered ?? forecast.contacts,
    handleSeconds: expected?.ahtSeconds ?? forecastAhtSeconds,
    isOpen,
  }))
}
