import { sql } from 'kysely'

import type { Db } from '#server/platform/db/scope.ts'

import type { AuditNames, AuditRecord } from './audit.schema.ts'

const called = (table: string, name: string) =>
  sql`select id, to_jsonb(${sql.ref(name)}) as name from ${sql.table(table)} join asked using (id)`

const NAMED = 'competence contract course position_profile queue site special_event team users'
const CODED = 'question shift_shape state_feed'
const NUMBERED = 'forecast requirement schedule'

/** `select id, name` of every table whose rows are called something, over the ids in `asked`. */
const CALLED = [
  ...NAMED.split(' ').map((table) => called(table, 'name')),
  ...CODED.split(' ').map((table) => called(table, 'code')),
  ...NUMBERED.split(' ').map((table) => called(table, 'version')),
  called('operator', 'full_name'),
  called('notice', 'title'),
  called('survey', 'title'),
  called('certificate', 'title'),
  called('history_import', 'file_name'),
  called('alert_webhook', 'url'),
  called('assessment', 'assessed_on'),
  sql`select test.id, competence.name from knowledge_test test join asked using (id)
      join competence on competence.id = test.competence_id`,
  sql`select session.id, course.name from training_session session join asked using (id)
      join course on course.id = session.course_id`,
  sql`(select distinct on (rule_id) rule_id, to_jsonb(name) from planner_rule
      join asked on asked.id = rule_id order by rule_id, version desc)`,
]

/** What the rows are called now that the records are about, and those that their values point to. */
export async function readNames(db: Db, records: readonly AuditRecord[]): Promise<AuditNames> {
  const ids = [...new Set(records.flatMap(idsOf))]
  if (ids.length === 0) return {}
  const { rows } = await sql<{ id: string; name: AuditNames[string] }>`
    with asked as (select distinct unnest(${ids}::uuid[]) as id)
    ${sql.join(CALLED, sql` union all `)}`.execute(db)
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u

/** Their record tells HR alone whom it concerns, so that it is not named. */
const OF_HR_ALONE: ReadonlySet<string> = new Set(['consent', 'legal_restriction'])

function idsOf({ entity, entityId, operatorId, before, after }: AuditRecord): string[] {
  if (OF_HR_ALONE.has(entity)) return []
  return [entityId, operatorId, ...Object.values({ ...before }), ...Object.values({ ...after })]
    .flat()
    .filter((value): value is string => typeof value === 'string' && UUID.test(value))
}
