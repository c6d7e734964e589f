import { daysBetween, localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import { backtest } from '#forecasting/volume/backtest.ts'
import type { QueueHistory } from '#forecasting/volume/history.ts'

import type { QueueAccuracy } from '../forecasts.schema.ts'
import { localDaysOf, type QueueCalendar } from '../queue-calendar.ts'

export type Accuracy = Omit<QueueAccuracy, 'queueId'>

/** The last weeks of the history, each forecast from what was known before it. */
const WEEKS_TESTED_MAX = 4
/** Below this there is nothing to learn a weekday from. */
const LEARNING_DAYS_MIN = 28

/**
 * How the engine would have done a week ahead, beside the mean of the last four same weekdays.
 *
 * @returns null where the history is too short for one test
 */
export function forecastAccuracy(
  history: QueueHistory,
  { specialDays, excluded }: QueueCalendar,
  timezone: string,
): Accuracy | null {
  const [first, last] = [history.startMs[0] ?? 0, history.startMs.at(-1) ?? 0].map((instant) =>
    localDateOf(instant as EpochMs, timezone),
  )
  if (first === undefined || last === undefined) return null
  const weeks = Math.floor((daysBetween(first, last) + 1 - LEARNING_DAYS_MIN) / 7)
  const weeksTested = Math.min(WEEKS_TESTED_MAX, weeks)
  if (weeksTested < 1) return null
  // A day of outage is no test of a forecast: named as an event, it is neither learned nor scored.
  const outages = excluded.flatMap(({ fromMs, toMs }) =>
    localDaysOf(
      { from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() },
      timezone,
    ),
  )
  const rows = backtest(history, {
    timezone,
    specialDays: [
      ...specialDays,
      ...outages.map((date) => ({ date, name: 'outage', kind: 'event' as const })),
    ],
    weeks: [1],
    origins: weeksTested,
  })
  const kezek = rows.find(({ method }) => method === 'kezek')
  const mean4 = rows.find(({ method }) => method === 'mean4dow')
  if (kezek === undefined || mean4 === undefined) return null
  return {
    weeksTested,
    wape: kezek.wape,
    wapeDaily: kezek.wape_daily,
    wapeMean4: mean4.wape,
    coverage80: kezek.coverage80,
  }
}
