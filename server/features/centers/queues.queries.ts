import type { Insertable } from 'kysely'

import type { CenterId, QueueId } from '#forecasting/kernel/units.ts'
import type { Database } from '#server/platform/db/database.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { Queue, QueueChange } from './centers.schema.ts'

/** Those that take contacts, in the centre's order; with `archived`, those that do no more, too. */
export async function listQueues(
  db: Db,
  { archived = false }: { readonly archived?: boolean | undefined } = {},
): Promise<readonly Queue[]> {
  let query = db.selectFrom('queue').selectAll().orderBy('position').orderBy('code')
  if (!archived) query = query.where('archived_at', 'is', null)
  const rows = await query.execute()
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
    chatSpeeds: row.chat_speeds === null ? null : [...row.chat_speeds],
    redialShare: row.redial_share,
    redialSeconds: row.redial_seconds,
    staffingConfidence: row.staffing_confidence as Queue['staffingConfidence'],
    deadlineSeconds: row.deadline_seconds,
    likeQueueId: row.like_queue_id,
    calledRegion:
      row.called_region === null
        ? null
        : {
            timezone: row.called_region.timezone,
            hours: row.called_region.hours.map((day) => [...day]),
          },
    shrinkagePlanned: row.shrinkage_planned,
    shrinkageUnplanned: row.shrinkage_unplanned,
    competences: needs
      .filter((need) => need.queue_id === row.id)
      .map((need) => ({ code: need.code, minLevel: need.min_level })),
    archivedAt: row.archived_at?.toISOString() ?? null,
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
  chatSpeeds: 'chat_speeds',
  redialShare: 'redial_share',
  redialSeconds: 'redial_seconds',
  staffingConfidence: 'staffing_confidence',
  deadlineSeconds: 'deadline_seconds',
  likeQueueId: 'like_queue_id',
  shrinkagePlanned: 'shrinkage_planned',
  shrinkageUnplanned: 'shrinkage_unplanned',
} as const

/** Puts a queue behind the others. */
export async function insertQueue(
  db: Db,
  queue: Omit<Insertable<Database['queue']>, 'position'>,
): Promise<QueueId> {
  const { last } = await db
    .selectFrom('queue')
    .select((column) => column.fn.max('position').as('last'))
    .executeTakeFirstOrThrow()
  const { id } = await db
    .insertInto('queue')
    .values({ ...queue, position: ((last as number | null) ?? -1) + 1 })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** @returns false if the centre has no such queue */
export async function updateQueue(
  db: Db,
  queueId: QueueId,
  change: Omit<QueueChange, 'competences'>,
): Promise<boolean> {
  const { openingHours, calledRegion, name, archived, ...figures } = change
  const values = Object.fromEntries(
    Object.entries(figures).map(([setting, value]) => [
      QUEUE_COLUMNS[setting as keyof typeof QUEUE_COLUMNS],
      value,
    ]),
  )
  const result = await db
    .updateTable('queue')
    .set({
      ...values,
      // The key itself: a change of competences alone changes no column.
      id: queueId,
      ...(openingHours === undefined ? {} : { opening_hours: JSON.stringify(openingHours) }),
      ...(calledRegion === undefined
        ? {}
        : { called_region: calledRegion === null ? null : JSON.stringify(calledRegion) }),
      ...(name === undefined ? {} : { name: JSON.stringify(name) }),
      ...(archived === undefined ? {} : { archived_at: archived ? new Date() : null }),
    })
    .where('id', '=', queueId)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Ids of the centre's competences, by code. */
export async function competenceIds(db: Db): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('competence').select(['code', 'id']).execute()
  return new Map(rows.map(({ code, id }) => [code, id]))
}

/** Says anew what a queue asks of those who take its contacts. */
export async function replaceNeeds(
  db: Db,
  queue: { readonly centerId: CenterId; readonly id: QueueId },
  needs: readonly { readonly competenceId: string; readonly minLevel: number }[],
): Promise<void> {
  await db.deleteFrom('queue_competence').where('queue_id', '=', queue.id).execute()
  if (needs.length === 0) return
  await db
    .insertInto('queue_competence')
    .values(
      needs.map(({ competenceId, minLevel }) => ({
        center_id: queue.centerId,
        queue_id: queue.id,
        competence_id: competenceId,
        min_level: minLevel,
      })),
    )
    .execute()
}
