import { type LocalDate, addDays, startOfLocalDay } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import type { Center } from '../centers/centers.schema.ts'
import { readCenterSettings } from '../centers/centers.service.ts'
import { isOpenAt } from '../centers/open-hours.ts'
import { readAdjusted } from '../forecasts/forecasts.service.ts'
import { readFirstTryShares } from '../imports/first-tries.service.ts'
import { settingsOf } from '../staffing/queue-settings.ts'
import type { SimulatedTime, SimulatedWork } from './roster-queues.ts'

/** The days to simulate, of a centre's own calendar. */
export interface SimulatedDays {
  readonly fromDate: LocalDate
  readonly days: number
  readonly timezone: string
}

export interface SimulatedWorks {
  readonly center: Center
  readonly time: SimulatedTime
  readonly works: readonly SimulatedWork[]
}

/**
 * Every queue, how it is staffed, and what a forecast brings it in some days, overrides applied.
 *
 * @throws {ProblemError} `forecast-misses-week` if nothing is forecast then
 */
export async function readSimulatedWorks(
  db: Db,
  forecastId: string,
  days: SimulatedDays,
): Promise<SimulatedWorks> {
  const { queues, ...center } = await readCenterSettings(db)
  const time = timeOf(days, center.intervalMinutes)
  const adjusted = await readAdjusted(db, forecastId)
  const firstTries = await readFirstTryShares(db, queues)
  const works = queues.map((queue) => ({
    queue,
    settings: settingsOf(queue, center),
    points: (adjusted.get(queue.id) ?? []).filter(({ startMs }) => isWithin(startMs, time)),
    firstTryShare: firstTries.get(queue.id) ?? 1,
    isOpen: instants(time).map((ms) => isOpenAt(queue, ms, center.timezone)),
  }))
  if (works.every(({ points }) => points.length === 0)) {
    throw new ProblemError('forecast-misses-week')
  }
  return { center, time, works }
}

function timeOf(period: SimulatedDays, intervalMinutes: number): SimulatedTime {
  const midnight = (day: number): EpochMs =>
    startOfLocalDay(addDays(period.fromDate, day), period.timezone)
  const fromMs = midnight(0)
  const intervalSeconds = intervalMinutes * 60
  const intervalsUntil = (ms: number): number => (ms - fromMs) / (intervalSeconds * 1000)
  return {
    fromMs,
    intervalSeconds,
    intervals: intervalsUntil(midnight(period.days)),
    dayStarts: Array.from({ length: period.days }, (_, day) => intervalsUntil(midnight(day))),
  }
}

/** The starts of the simulated intervals. */
function instants({ fromMs, intervalSeconds, intervals }: SimulatedTime): EpochMs[] {
  return Array.from(
    { length: intervals },
    (_, t) => (fromMs + t * intervalSeconds * 1000) as EpochMs,
  )
}

function isWithin(ms: number, { fromMs, intervalSeconds, intervals }: SimulatedTime): boolean {
  return ms >= fromMs && ms < fromMs + intervals * intervalSeconds * 1000
}
