import { type LocalDate, addDays, startOfLocalDay } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import type { Roster } from '#forecasting/simulation/simulate-roster.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import type { Center } from '../centers/centers.schema.ts'
import { readCenterSettings } from '../centers/centers.service.ts'
import { isOpenAt } from '../centers/open-hours.ts'
import { readActiveOverrideIds, readAdjusted } from '../forecasts/forecasts.service.ts'
import { readFirstTryShares } from '../imports/first-tries.service.ts'
import { loadSchedule, type LoadedSchedule } from '../schedules/load-schedule.ts'
import { settingsOf } from '../staffing/queue-settings.ts'
import { requireRequirement } from '../staffing/staffing.service.ts'
import { rosterGroups } from './roster-groups.ts'
import { rosterQueue, type SimulatedTime, type SimulatedWork } from './roster-queues.ts'

/** Everything that the simulation of a schedule depends on. */
export interface ReadRoster {
  readonly loaded: LoadedSchedule
  readonly center: Center
  readonly works: readonly SimulatedWork[]
  readonly time: SimulatedTime
  readonly roster: Roster
  readonly forecastId: string
  readonly overrideIds: readonly string[]
}

/**
 * A schedule as it stands, beside what the forecast of its requirement brings in those days,
 * overrides applied.
 *
 * @throws {ProblemError} `schedule-unknown`; `forecast-misses-week` if nothing is forecast then
 */
export async function readRoster(db: Db, scheduleId: string): Promise<ReadRoster> {
  const loaded = await loadSchedule(db, scheduleId)
  const { forecastId } = await requireRequirement(db, loaded.row.requirement_id)
  const { queues, ...center } = await readCenterSettings(db)
  const time = timeOf(loaded, center.intervalMinutes)
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
  return {
    loaded,
    center,
    works,
    time,
    roster: {
      intervalSeconds: time.intervalSeconds,
      dayStarts: time.dayStarts,
      queues: works.map((work) => rosterQueue(work, time)),
      groups: rosterGroups(loaded, works, time),
    },
    forecastId,
    overrideIds: await readActiveOverrideIds(db, forecastId),
  }
}

function timeOf({ period }: LoadedSchedule, intervalMinutes: number): SimulatedTime {
  const midnight = (day: number): EpochMs =>
    startOfLocalDay(addDays(period.fromDate as LocalDate, day), period.timezone)
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
