import type { Selectable } from 'kysely'

import type { CenterId } from '#forecasting/kernel/units.ts'
import type { Database } from '#server/platform/db/database.ts'
import type { Db } from '#server/platform/db/scope.ts'

export type SimulationRow = Omit<Selectable<Database['schedule_simulation']>, 'intervals'>

const COLUMNS = [
  'center_id',
  'id',
  'schedule_id',
  'revision',
  'forecast_id',
  'override_ids',
  'runs',
  'seed',
  'engine_version',
  'data_hash',
  'settings',
  'outcome',
  'made_by',
  'made_at',
] as const

export async function insertSimulation(
  db: Db,
  simulation: {
    readonly centerId: CenterId
    readonly scheduleId: string
    readonly revision: number
    readonly forecastId: string
    readonly overrideIds: readonly string[]
    readonly runs: number
    readonly seed: number
    readonly engineVersion: string
    readonly dataHash: string
    readonly settings: object
    readonly outcome: object
    readonly intervals: object
    readonly madeBy: string
  },
): Promise<string> {
  const { id } = await db
    .insertInto('schedule_simulation')
    .values({
      center_id: simulation.centerId,
      schedule_id: simulation.scheduleId,
      revision: simulation.revision,
      forecast_id: simulation.forecastId,
      override_ids: [...simulation.overrideIds],
      runs: simulation.runs,
      seed: simulation.seed,
      engine_version: simulation.engineVersion,
      data_hash: simulation.dataHash,
      settings: JSON.stringify(simulation.settings),
      outcome: JSON.stringify(simulation.outcome),
      intervals: JSON.stringify(simulation.intervals),
      made_by: simulation.madeBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The latest of a schedule, without its intervals. */
export async function findLatestSimulation(
  db: Db,
  scheduleId: string,
): Promise<SimulationRow | undefined> {
  return db
    .selectFrom('schedule_simulation')
    .select(COLUMNS)
    .where('schedule_id', '=', scheduleId)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** What it says of every interval, by line; undefined where the schedule has no such simulation. */
export async function findSimulationIntervals(
  db: Db,
  { scheduleId, simulationId }: { readonly scheduleId: string; readonly simulationId: string },
): Promise<unknown> {
  const row = await db
    .selectFrom('schedule_simulation')
    .select('intervals')
    .where('schedule_id', '=', scheduleId)
    .where('id', '=', simulationId)
    .executeTakeFirst()
  return row?.intervals
}
