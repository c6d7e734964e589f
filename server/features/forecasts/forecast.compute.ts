import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import { type BorrowedHistory, borrowedHistory } from '#forecasting/volume/borrowed-history.ts'
import { forecastCentre } from '#forecasting/volume/forecast-centre.ts'
import type { QueueForecast } from '#forecasting/volume/forecast-queue.ts'
import type { DecidedHistory } from '#forecasting/volume/history-decisions.ts'
import type { QueueHistory } from '#forecasting/volume/history.ts'
import type { Task } from '#server/platform/jobs/compute.ts'

import { type Accuracy, forecastAccuracy } from './accuracy/forecast-accuracy.ts'
import { forecastStep, splitPoints } from './centre-interval.ts'
import type { QueueCalendar } from './queue-calendar.ts'

export interface ForecastInput {
  /** Each with at least one row before the origin, and none after. */
  readonly queues: readonly (QueueCalendar &
    DecidedHistory & {
      /** Whose shape the queue borrows while its own history is short, before the origin too. */
      readonly like?: QueueHistory
    })[]
  readonly timezone: string
  readonly intervalMinutes: number
  readonly originDate: LocalDate
  readonly days: number
}

export interface ForecastOutput extends QueueForecast {
  /** Of the queue's history. */
  readonly dataHash: string
  readonly accuracy: Accuracy | null
  readonly learnedFrom: LearnedFrom
  /** Null where the queue's own history was enough, or nothing could be borrowed. */
  readonly borrowed: Omit<BorrowedHistory, 'history'> | null
}

/** The history that a queue's forecast stands on. */
export interface LearnedFrom {
  readonly fromMs: number
  /** Where its last interval ends. */
  readonly toMs: number
  readonly contacts: number
}

/** Forecasts a whole centre in a worker thread, at its interval, and tests each queue's forecast. */
export const computeForecast: Task<ForecastInput, readonly ForecastOutput[]> = (
  { queues, intervalMinutes, ...options },
  context,
) =>
  queues.flatMap(({ history: asKept, like, ...known }, done) => {
    const { specialDays, excluded } = known
    const step = forecastStep(asKept.stepMinutes, intervalMinutes)
    const history = { ...asKept, stepMinutes: step }
    const borrowed = like === undefined ? undefined : borrowedHistory(asKept, like)
    const learned = borrowed === undefined ? history : { ...borrowed.history, stepMinutes: step }
    const { dataHash, series } = forecastCentre({
      histories: [learned],
      ...options,
      ...known,
    })
    context.report((done + 0.5) / queues.length, 'forecast')
    // Tested on what came to the queue itself, and on nothing that was lent to it.
    const accuracy = forecastAccuracy(history, { specialDays, excluded }, options.timezone)
    context.report((done + 1) / queues.length, 'forecast')
    return series.map((forecast) => ({
      ...forecast,
      stepMinutes: intervalMinutes,
      points: splitPoints(forecast.points, { step, centre: intervalMinutes }),
      dataHash,
      accuracy,
      learnedFrom: learnedFrom(asKept),
      borrowed: borrowed === undefined ? null : withoutHistory(borrowed),
    }))
  })

function withoutHistory({ ownWeeks, borrowedWeeks, factor }: BorrowedHistory) {
  return { ownWeeks, borrowedWeeks, factor }
}

function learnedFrom({ startMs, offered, stepMinutes }: QueueHistory): LearnedFrom {
  return {
    fromMs: startMs[0] ?? 0,
    toMs: (startMs.at(-1) ?? 0) + stepMinutes * 60_000,
    contacts: offered.reduce((sum, count) => sum + count, 0),
  }
}
