import type { Roster } from '#forecasting/simulation/simulate-roster.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { readActiveOverrideIds } from '../forecasts/forecasts.service.ts'
import { loadSchedule, type LoadedSchedule } from '../schedules/load-schedule.ts'
import { requireRequirement } from '../staffing/staffing.service.ts'
import { rosterGroups } from './roster-groups.ts'
import { rosterQueue } from './roster-queues.ts'
import { readSimulatedWorks, type SimulatedWorks } from './simulated-works.service.ts'

/** Everything that the simulation of a schedule depends on. */
export interface ReadRoster extends SimulatedWorks {
  readonly loaded: LoadedSchedule
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
  const { center, time, works } = await readSimulatedWorks(db, forecastId, loaded.period)
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
