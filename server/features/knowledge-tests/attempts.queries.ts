import { type Selectable, sql } from 'kysely'

import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'
import type { Database } from '#server/platform/db/database.ts'
import type { DrawnQuestion } from '#server/platform/db/knowledge-test-tables.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { TestRow } from './tests.queries.ts'

export type AttemptRow = Selectable<Database['test_attempt']>

/** An attempt with whose it is and of what. */
export async function findAttempt(
  db: Db,
  id: string,
): Promise<
  | (AttemptRow & {
      readonly operator_id: OperatorId
      readonly full_name: string
      readonly competence_code: string
      readonly attempts: number
    })
  | undefined
> {
  return db
    .selectFrom('test_attempt as attempt')
    .innerJoin('test_assignment as given', 'given.id', 'attempt.assignment_id')
    .innerJoin('operator', 'operator.id', 'given.operator_id')
    .innerJoin('knowledge_test as test', 'test.id', 'given.test_id')
    .innerJoin('competence', 'competence.id', 'test.competence_id')
    .selectAll('attempt')
    .select(['given.operator_id', 'given.attempts', 'operator.full_name'])
    .select('competence.code as competence_code')
    .where('attempt.id', '=', id)
    .executeTakeFirst()
}

/** Of an assignment, in the order they were made. */
export async function listAttempts(db: Db, assignmentId: string): Promise<readonly AttemptRow[]> {
  return db
    .selectFrom('test_attempt')
    .selectAll()
    .where('assignment_id', '=', assignmentId)
    .orderBy('number')
    .execute()
}

export async function insertAttempt(
  db: Db,
  row: {
    readonly centerId: CenterId
    readonly assignmentId: string
    readonly number: number
    readonly test: TestRow
    readonly seed: number
    readonly drawn: readonly DrawnQuestion[]
    readonly startedAt: Date
    readonly endsAt: Date
  },
): Promise<string> {
  const { id } = await db
    .insertInto('test_attempt')
    .values({
      center_id: row.centerId,
      assignment_id: row.assignmentId,
      number: row.number,
      test_version: row.test.version,
      seed: row.seed,
      drawn: JSON.stringify(row.drawn),
      answers: '{}',
      pass_share: row.test.pass_share,
      level: row.test.level,
      started_at: row.startedAt,
      ends_at: row.endsAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/**
 * Keeps what was chosen for one question.
 *
 * @returns false if the attempt has ended, by its owner or by its time
 */
export async function putAnswer(
  db: Db,
  attemptId: string,
  answer: { readonly position: number; readonly chosen: readonly number[]; readonly at: Date },
): Promise<boolean> {
  const given = JSON.stringify({ [answer.position]: answer.chosen })
  const result = await db
    .updateTable('test_attempt')
    .set({ answers: sql`answers || ${given}::jsonb` })
    .where('id', '=', attemptId)
    .where('finished_at', 'is', null)
    .where('ends_at', '>', answer.at)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function endAttempt(
  db: Db,
  id: string,
  end: { readonly finishedAt: Date; readonly rightCount: number; readonly passed: boolean },
): Promise<void> {
  await db
    .updateTable('test_attempt')
    .set({ finished_at: end.finishedAt, right_count: end.rightCount, passed: end.passed })
    .where('id', '=', id)
    .execute()
}

/** Assignments with an attempt that its time has ended and nobody has. */
export async function listTimedOut(db: Db, now: Date): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('test_attempt')
    .select('assignment_id')
    .where('finished_at', 'is', null)
    .where('ends_at', '<=', now)
    .execute()
  return rows.map((row) => row.assignment_id)
}
