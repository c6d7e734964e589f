import type { Db } from '#server/platform/db/scope.ts'

import {
  type AuditChoices,
  type AuditQuery,
  type AuditRecord,
  PAGE_DEFAULT,
} from './audit.schema.ts'

/** The newest first; a page begins below its cursor, so that new records move nothing. */
export async function listRecords(
  db: Db,
  filter: AuditQuery,
): Promise<{ readonly records: AuditRecord[]; readonly next: number | null }> {
  const limit = filter.limit ?? PAGE_DEFAULT
  let query = db
    .selectFrom('audit_record')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (filter.cursor !== undefined) query = query.where('id', '<', filter.cursor)
  if (filter.entity !== undefined) query = query.where('entity', '=', filter.entity)
  if (filter.entityId !== undefined) query = query.where('entity_id', '=', filter.entityId)
  if (filter.actorId !== undefined) query = query.where('actor_id', '=', filter.actorId)
  if (filter.action !== undefined) query = query.where('action', '=', filter.action)
  if (filter.from !== undefined) query = query.where('at', '>=', new Date(filter.from))
  if (filter.to !== undefined) query = query.where('at', '<', new Date(filter.to))
  const rows = await query.execute()
  const page = rows.slice(0, limit)
  return {
    records: page.map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      actorId: row.actor_id,
      actorName: row.actor_name,
      action: row.action,
      entity: row.entity,
      entityId: row.entity_id,
      before: row.before as AuditRecord['before'],
      after: row.after as AuditRecord['after'],
    })),
    next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  }
}

/** Who has made changes, under the latest name, and of what. */
export async function readChoices(db: Db): Promise<AuditChoices> {
  const actors = await db
    .selectFrom('audit_record')
    .distinctOn('actor_id')
    .select(['actor_id', 'actor_name'])
    .orderBy('actor_id')
    .orderBy('id', 'desc')
    .execute()
  const entities = await db
    .selectFrom('audit_record')
    .select('entity')
    .distinct()
    .orderBy('entity')
    .execute()
  return {
    actors: actors.map(({ actor_id, actor_name }) => ({ id: actor_id, name: actor_name })),
    entities: entities.map(({ entity }) => entity),
  }
}
