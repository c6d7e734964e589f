import type { QueueId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { Center, CenterChange, Queue, QueueChange } from './centers.schema.ts'

export async function findCenter(db: Db): Promise<Center> {
  const row = await db.selectFrom('center').selectAll().executeTakeFirstOrThrow()
  const sites = await db.selectFrom('site').selectAll().orderBy('code').execute()
  const { count } = await db
    .selectFrom('operator')
    .select((column) => column.fn.countAll<number>().as('count'))
    .where('left_on', 'is', null)
    .executeTakeFirstOrThrow()
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    timezone: row.timezone,
    intervalMinutes: row.interval_minutes,
    isSample: row.is_sample,
    asaTargetSeconds: row.asa_target_seconds,
    asaLowerSeconds: row.asa_lower_seconds,
    maxOccupancy: row.max_occupancy,
    sites: sites.map(({ code, name, workplaces }) => ({ code, name, workplaces })),
    operators: count,
  }
}

export async function updateCenter(db: Db, change: CenterChange): Promise<void> {
  await db
    .updateTable('center')
    .set({
      ...(change.timezone === undefined ? {} : { timezone: change.timezone }),
      ...(change.name === undefined ? {} : { name: JSON.stringify(change.name) }),
      ...(change.asaTargetSeconds === undefined
        ? {}
        : { asa_target_seconds: change.asaTargetSeconds }),
      ...(change.asaLowerSeconds === undefined
        ? {}
        : { asa_lower_seconds: change.asaLowerSeconds }),
      ...(change.maxOccupancy === undefined ? {} : { max_occupancy: change.maxOccupancy }),
    })
    .execute()
}

export async function listQueues(db: Db): Promise<readonly Queue[]> {
  const rows = await db.selectFrom('queue').selectAll().orderBy('position').execute()
  const needs = await db
    .selectFrom('queue_competence')
    .innerJoin('competence', (join) =>
      join
        .onRef('competence.center_id', '=', 'queue_competence.center_id')
        .onRef('competence.id', '=', 'queue_competence.competence_id'),
    )
    .select(['queue_competence.queue_id', 'competence.code', 'queue_competence.min_level'])
    .orderBy('competence.code')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: row.name,
    channel: row.channel,
    language: row.language,
    openingHours: row.opening_hours.map((day) => [...day]),
    asaTargetSeconds: row.asa_target_seconds,
    serviceLevelShare: row.service_level_share,
    serviceLevelSeconds: row.service_level_seconds,
    abandonShareTarget: row.abandon_share_target,
    maxOccupancy: row.max_occupancy,
    patienceSeconds: row.patience_seconds,
    concurrency: row.concurrency,
    deadlineSeconds: row.deadline_seconds,
    shrinkagePlanned: row.shrinkage_planned,
    shrinkageUnplanned: row.shrinkage_unplanned,
    competences: needs
      .filter((need) => need.queue_id === row.id)
      .map((need) => ({ code: need.code, minLevel: need.min_level })),
  }))
}

/** The column of each setting of a queue that may be changed. */
const QUEUE_COLUMNS = {
  asaTargetSeconds: 'asa_target_seconds',
  serviceLevelShare: 'service_level_share',
  serviceLevelSeconds: 'service_level_seconds',
  abandonShareTarget: 'abandon_share_target',
  maxOccupancy: 'max_occupancy',
  patienceSeconds: 'patience_seconds',
  concurrency: 'concurrency',
  deadlineSeconds: 'deadline_seconds',
  shrinkagePlanned: 'shrinkage_planned',
  shrinkageUnplanned: 'shrinkage_unplanned',
} as const

/** @returns false if the centre has no such queue */
export async function updateQueue(db: Db, queueId: QueueId, change: QueueChange): Promise<boolean> {
  const { openingHours, ...figures } = change
  const values = Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [
      QUEUE_COLUMNS[name as keyof typeof QUEUE_COLUMNS],
      value,
    ]),
  )
  const hours = openingHours === undefined ? {} : { opening_hours: JSON.stringify(openingHours) }
  const result = await db
    .updateTable('queue')
    .set({ ...values, ...hours })
    .where('id', '=', queueId)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
