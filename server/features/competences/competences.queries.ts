import type { Db } from '#server/platform/db/scope.ts'

import type { Competence } from './competences.schema.ts'

/** By kind, then by code. */
export async function listCompetences(db: Db): Promise<Competence[]> {
  return db
    .selectFrom('competence')
    .select(['code', 'kind', 'name', 'paragraph'])
    .orderBy('kind')
    .orderBy('code')
    .execute()
}
