import type { CenterId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import {
  insertCompetence,
  listCompetences,
  readCompetenceIds,
  replaceAnchors,
  updateCompetence,
} from './competences.queries.ts'
import type { Competence, CompetenceChange, NewCompetence } from './competences.schema.ts'

/** @throws {ProblemError} `competence-unknown` */
export async function requireCompetenceIds(
  db: Db,
  codes: readonly string[],
): Promise<readonly string[]> {
  const ids = await readCompetenceIds(db)
  return codes.map((code) => {
    const id = ids.get(code)
    if (id === undefined) throw new ProblemError('competence-unknown', { values: { code } })
    return id
  })
}

/** What the centre asks for now, by kind and code. */
export async function listAllCompetences(db: Db): Promise<readonly Competence[]> {
  return listCompetences(db)
}

/** A competence of the centre's own; a code that is taken is refused by its constraint. */
export async function addCompetence(
  db: Db,
  centerId: CenterId,
  order: NewCompetence,
): Promise<Competence> {
  const id = await insertCompetence(db, centerId, order)
  await replaceAnchors(db, { centerId, id }, order.anchors ?? [])
  return findCompetence(db, order.code)
}

/**
 * Changes what a competence is called, what its levels mean, and whether it is asked for.
 *
 * @throws {ProblemError} `competence-unknown`; `competence-of-order` for archiving one that the
 *   order itself asks for
 */
export async function changeCompetence(
  db: Db,
  { centerId, code }: { readonly centerId: CenterId; readonly code: string },
  change: CompetenceChange,
): Promise<Competence> {
  const before = await findCompetence(db, code)
  if (change.archived === true && before.paragraph !== null) {
    throw new ProblemError('competence-of-order', { values: { paragraph: before.paragraph } })
  }
  const [id = ''] = await requireCompetenceIds(db, [code])
  await updateCompetence(db, id, change)
  if (change.anchors !== undefined) await replaceAnchors(db, { centerId, id }, change.anchors)
  return findCompetence(db, code)
}

async function findCompetence(db: Db, code: string): Promise<Competence> {
  const all = await listCompetences(db, { archived: true })
  const found = all.find((one) => one.code === code)
  if (found === undefined) throw new ProblemError('competence-unknown', { values: { code } })
  return found
}
