import type { CenterId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { Competence, CompetenceChange, NewCompetence } from './competences.schema.ts'

/** By kind, then by code; with `archived`, those that nobody is asked for any more, too. */
export async function listCompetences(
  db: Db,
  { archived = false }: { readonly archived?: boolean | undefined } = {},
): Promise<Competence[]> {
  let query = db.selectFrom('competence').selectAll().orderBy('kind').orderBy('code')
  if (!archived) query = query.where('archived_at', 'is', null)
  const rows = await query.execute()
  const anchors = await db.selectFrom('competence_anchor').selectAll().orderBy('level').execute()
  return rows.map((row) => ({
    code: row.code,
    kind: row.kind,
    name: row.name,
    paragraph: row.paragraph,
    anchors: anchors
      .filter((anchor) => anchor.competence_id === row.id)
      .map(({ level, text }) => ({ level, text })),
    archived: row.archived_at !== null,
  }))
}

/** Ids by code, of those that are archived too: what was assessed stays assessed. */
export async function readCompetenceIds(db: Db): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('competence').select(['code', 'id']).execute()
  return new Map(rows.map(({ code, id }) => [code, id]))
}

export async function insertCompetence(
  db: Db,
  centerId: CenterId,
  { code, kind, name }: NewCompetence,
): Promise<string> {
  const { id } = await db
    .insertInto('competence')
    .values({ center_id: centerId, code, kind, name: JSON.stringify(name), paragraph: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateCompetence(
  db: Db,
  id: string,
  { name, archived }: CompetenceChange,
): Promise<void> {
  await db
    .updateTable('competence')
    .set({
      id,
      ...(name === undefined ? {} : { name: JSON.stringify(name) }),
      ...(archived === undefined ? {} : { archived_at: archived ? new Date() : null }),
    })
    .where('id', '=', id)
    .execute()
}

/** Says anew what somebody does at each level. */
export async function replaceAnchors(
  db: Db,
  competence: { readonly centerId: CenterId; readonly id: string },
  anchors: Competence['anchors'],
): Promise<void> {
  await db.deleteFrom('competence_anchor').where('competence_id', '=', competence.id).execute()
  if (anchors.length === 0) return
  await db
    .insertInto('competence_anchor')
    .values(
      anchors.map(({ level, text }) => ({
        center_id: competence.centerId,
        competence_id: competence.id,
        level,
        text: JSON.stringify(text),
      })),
    )
    .execute()
}
