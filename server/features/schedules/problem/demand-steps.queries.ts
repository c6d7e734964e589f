import { sql } from 'kysely'

import type { CenterId } from '#forecasting/kernel/units.ts'
import type { DemandStep } from '#forecasting/scheduling/instance.ts'
import type { Db } from '#server/platform/db/scope.ts'

interface Place {
  readonly centerId: CenterId
  readonly scheduleId: string
}

/** Keeps what a schedule was made for, where that is not its requirement interval by interval. */
export async function insertDemandSteps(
  db: Db,
  { centerId, scheduleId }: Place,
  steps: readonly DemandStep[],
): Promise<void> {
  if (steps.length === 0) return
  const queues = await db.selectFrom('queue').select(['id', 'code']).execute()
  const ids = new Map(queues.map(({ id, code }) => [code, id]))
  const rows = steps.flatMap(({ skill, price, agents }) => {
    const queueId = ids.get(skill)
    if (queueId === undefined) return []
    return [
      {
        center_id: centerId,
        schedule_id: scheduleId,
        queue_id: queueId,
        price,
        agents: sql<number[]>`${[...agents]}::float8[]`,
      },
    ]
  })
  if (rows.length > 0) await db.insertInto('schedule_demand').values(rows).execute()
}

/** The dearest first; empty for a schedule that is held against its requirement. */
export async function readDemandSteps(db: Db, scheduleId: string): Promise<DemandStep[]> {
  return db
    .selectFrom('schedule_demand as step')
    .innerJoin('queue', (join) =>
      join.onRef('queue.center_id', '=', 'step.center_id').onRef('queue.id', '=', 'step.queue_id'),
    )
    .select(['queue.code as skill', 'step.price', 'step.agents'])
    .where('step.schedule_id', '=', scheduleId)
    .orderBy('step.price', 'desc')
    .orderBy('queue.code')
    .execute()
}

/** From now on the schedule is held against its requirement. */
export async function dropDemandSteps(db: Db, scheduleId: string): Promise<void> {
  await db.deleteFrom('schedule_demand').where('schedule_id', '=', scheduleId).execute()
}
