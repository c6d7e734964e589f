import { type Selectable, sql } from 'kysely'

import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'
import type { Database } from '#server/platform/db/database.ts'
import type { Db } from '#server/platform/db/scope.ts'
import type { Role } from '#server/platform/http/actor.ts'

import type { About } from './objections.schema.ts'

export type ObjectionRow = Selectable<Database['objection']> & {
  readonly full_name: string
  /** The sign-in of whoever objects: nobody answers their own. */
  readonly user_id: string | null
}

const ANSWERED_SHOWN = 100

/** Those that wait first, by their last day; then what was answered or withdrawn, the newest first. */
export async function listObjections(
  db: Db,
  filter: { readonly operatorId?: OperatorId; readonly about?: readonly About[] },
): Promise<readonly ObjectionRow[]> {
  let query = objections(db)
  if (filter.operatorId !== undefined) {
    query = query.where('objection.operator_id', '=', filter.operatorId)
  }
  if (filter.about !== undefined) query = query.where('about', 'in', filter.about)
  const open = await query.where('status', '=', 'open').orderBy('answer_by').execute()
  const closed = await query
    .where('status', '<>', 'open')
    .orderBy('made_at', 'desc')
    .limit(ANSWERED_SHOWN)
    .execute()
  return [...open, ...closed]
}

export async function findObjection(db: Db, id: string): Promise<ObjectionRow | undefined> {
  return objections(db).where('objection.id', '=', id).executeTakeFirst()
}

function objections(db: Db) {
  return db
    .selectFrom('objection')
    .innerJoin('operator', (join) =>
      join
        .onRef('operator.center_id', '=', 'objection.center_id')
        .onRef('operator.id', '=', 'objection.operator_id'),
    )
    .selectAll('objection')
    .select(['operator.full_name', 'operator.user_id'])
}

export async function insertObjection(
  db: Db,
  made: {
    readonly centerId: CenterId
    readonly operatorId: OperatorId
    readonly about: About
    readonly subject: string
    readonly facts: object
    readonly deciderId: string | null
    readonly words: string
    readonly answerBy: string
  },
): Promise<void> {
  await db
    .insertInto('objection')
    .values({
      center_id: made.centerId,
      operator_id: made.operatorId,
      about: made.about,
      subject: made.subject,
      facts: JSON.stringify(made.facts),
      decider_id: made.deciderId,
      words: made.words,
      answer_by: made.answerBy,
      answer: null,
      answered_by: null,
      answered_at: null,
    })
    .execute()
}

/** @returns false if it is no longer open */
export async function closeObjection(
  db: Db,
  id: string,
  end:
    | { readonly status: 'withdrawn' }
    | { readonly status: 'upheld' | 'rejected'; readonly answer: string; readonly by: string },
): Promise<boolean> {
  const signed =
    end.status === 'withdrawn'
      ? {}
      : { answer: end.answer, answered_by: end.by, answered_at: new Date() }
  const { numUpdatedRows } = await db
    .updateTable('objection')
    .set({ status: end.status, ...signed })
    .where('id', '=', id)
    .where('status', '=', 'open')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** People with one of the roles who can sign in, by name; those who administer only if there is nobody else. */
export async function listNamesOf(db: Db, roles: readonly Role[]): Promise<string[]> {
  const named = async (some: readonly Role[]): Promise<string[]> => {
    const rows = await db
      .selectFrom('users')
      .select('name')
      .where('disabled_at', 'is', null)
      .where(sql<boolean>`string_to_array(roles, ',') && ${sql.val([...some])}::text[]`)
      .orderBy('name')
      .execute()
    return rows.map(({ name }) => name)
  }
  const names = await named(roles)
  return names.length > 0 ? names : named(['admin'])
}

/** Who judged; null where they no longer sign in. */
export async function readAssessorId(db: Db, assessmentId: string): Promise<string | null> {
  const row = await db
    .selectFrom('assessment')
    .select('assessor_id')
    .where('id', '=', assessmentId)
    .executeTakeFirst()
  return row?.assessor_id ?? null
}
