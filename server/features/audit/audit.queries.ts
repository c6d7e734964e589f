import type { Db } from '#server/platform/db/scope.ts'

import {
  type AuditChoices,
  type AuditQuery,
  type AuditRecord,
  PAGE_DEFAULT,
} from './audit.schema.ts'

const EXACT = [
  ['entity', 'entity'],
  ['entityId', 'entity_id'],
  ['actorId', 'actor_id'],
  ['operatorId', 'operator_id'],
  ['action', 'action'],
] as const

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
  for (const [asked, column] of EXACT) {
    const value = filter[asked]
    if (value !== undefined) query = query.where(column, '=', value)
  }
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
      operatorId: row.operator_id,
      before: row.before as AuditRecord['before'],
      after: row.after as AuditRecord['after'],
    })),
    next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  }
}

/** Who has made changes, under the latest name; whom they concern, under today's; and of what. */
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
  const people = await db
    .selectFrom('operator')
    .select(['id', 'full_name', 'personnel_number'])
    .where((of) =>
      of.exists(
        of.selectFrom('audit_record').select('id').whereRef('operator_id', '=', 'operator.id'),
      ),
    )
    .orderBy('full_name')
    .orderBy('personnel_number')
    .execute()
  return {
    people: people.map(({ id, full_name, personnel_number }) => ({
      id,
      name: `${full_name}, ${personnel_number}`,
    })),
    actors: actors.map(({ actor_id, actor_name }) => ({ id: actor_id, name: actor_name })),
    entities: entities.map(({ entity }) => entity),
  }
}
