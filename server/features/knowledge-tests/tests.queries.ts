import { type Selectable, sql } from 'kysely'

import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'
import type { Database } from '#server/platform/db/database.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { KnowledgeTest, OwnTest, TestAssignment, TestSettings } from './tests.schema.ts'

export type TestRow = Selectable<Database['knowledge_test']>

export async function listTests(db: Db): Promise<KnowledgeTest[]> {
  const rows = await db
    .selectFrom('knowledge_test as test')
    .innerJoin('competence', 'competence.id', 'test.competence_id')
    .selectAll('test')
    .select('competence.code')
    .select([
      sql<number>`(select count(*) from question where question.competence_id = test.competence_id
        and question.archived_at is null)`.as('bank_size'),
      sql<number>`(select count(*) from test_assignment as given where given.test_id = test.id
        and given.closed_at is null)`.as('open'),
    ])
    .orderBy('competence.code')
    .execute()
  return rows.map((row) => ({
    competenceCode: row.code,
    version: row.version,
    questionCount: row.question_count,
    minutes: row.minutes,
    passShare: row.pass_share,
    level: row.level,
    attempts: row.attempts,
    bankSize: row.bank_size,
    open: row.open,
  }))
}

export async function findTest(db: Db, competenceCode: string): Promise<TestRow | undefined> {
  return db
    .selectFrom('knowledge_test')
    .innerJoin('competence', 'competence.id', 'knowledge_test.competence_id')
    .selectAll('knowledge_test')
    .where('competence.code', '=', competenceCode)
    .executeTakeFirst()
}

/** Sets how a competence is tested, from the next attempt on. */
export async function putTest(
  db: Db,
  of: { readonly centerId: CenterId; readonly competenceId: string },
  { questionCount, minutes, passShare, level, attempts }: TestSettings,
): Promise<void> {
  const settings = {
    question_count: questionCount,
    minutes,
    pass_share: passShare,
    level,
    attempts,
  }
  await db
    .insertInto('knowledge_test')
    .values({ center_id: of.centerId, competence_id: of.competenceId, ...settings })
    .onConflict((on) =>
      on
        .constraint('knowledge_test_one_per_competence')
        .doUpdateSet({ ...settings, version: sql<number>`knowledge_test.version + 1` }),
    )
    .execute()
}

export async function insertAssignments(
  db: Db,
  by: { readonly centerId: CenterId; readonly id: string; readonly name: string },
  order: {
    readonly test: TestRow
    readonly operatorIds: readonly OperatorId[]
    readonly dueOn: string
  },
): Promise<void> {
  await db
    .insertInto('test_assignment')
    .values(
      order.operatorIds.map((operatorId) => ({
        center_id: by.centerId,
        test_id: order.test.id,
        operator_id: operatorId,
        due_on: order.dueOn,
        attempts: order.test.attempts,
        assigned_by_id: by.id,
        assigned_by: by.name,
      })),
    )
    .execute()
}

/** Open ones first, by the day they are due; of one person, or of everybody. */
async function readAssignments(
  db: Db,
  { operatorId }: { readonly operatorId?: OperatorId | undefined },
) {
  let query = db
    .selectFrom('test_assignment as given')
    .innerJoin('knowledge_test as test', 'test.id', 'given.test_id')
    .innerJoin('competence', 'competence.id', 'test.competence_id')
    .innerJoin('operator', 'operator.id', 'given.operator_id')
    .selectAll('given')
    .select(['competence.code', 'operator.full_name'])
    .select(['test.minutes', 'test.question_count', 'test.pass_share'])
    .orderBy((column) => column('given.closed_at', 'is not', null))
    .orderBy('given.due_on', 'desc')
    .orderBy('operator.full_name')
    .limit(2000)
  if (operatorId !== undefined) query = query.where('given.operator_id', '=', operatorId)
  const rows = await query.execute()
  const attempts =
    rows.length === 0
      ? []
      : await db
          .selectFrom('test_attempt')
          .select(['id', 'assignment_id', 'number', 'started_at', 'finished_at', 'right_count'])
          .select(['passed', sql<number>`jsonb_array_length(drawn)`.as('question_count')])
          .where('assignment_id', '=', sql<string>`any(${rows.map(({ id }) => id)}::uuid[])`)
          .orderBy('number')
          .execute()
  const results = Map.groupBy(attempts, (one) => one.assignment_id)
  return rows.map((row) => ({ row, results: (results.get(row.id) ?? []).map(presentResult) }))
}

function presentResult(row: {
  readonly id: string
  readonly number: number
  readonly started_at: Date
  readonly finished_at: Date | null
  readonly right_count: number | null
  readonly question_count: number
  readonly passed: boolean | null
}): TestAssignment['results'][number] {
  return {
    id: row.id,
    number: row.number,
    startedAt: row.started_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    rightCount: row.right_count,
    questionCount: row.question_count,
    passed: row.passed,
  }
}

export async function listAssignments(db: Db): Promise<TestAssignment[]> {
  return (await readAssignments(db, {})).map(({ row, results }) => ({
    id: row.id,
    competenceCode: row.code,
    dueOn: row.due_on,
    attempts: row.attempts,
    outcome: row.outcome,
    results,
    operatorId: row.operator_id,
    fullName: row.full_name,
    assignedBy: row.assigned_by,
    assessmentId: row.assessment_id,
  }))
}

/** What one person is to pass or has tried, but what was withdrawn. */
export async function listOwnTests(db: Db, operatorId: OperatorId): Promise<OwnTest[]> {
  const all = await readAssignments(db, { operatorId })
  return all
    .filter(({ row }) => row.outcome !== 'withdrawn')
    .map(({ row, results }) => ({
      id: row.id,
      competenceCode: row.code,
      dueOn: row.due_on,
      attempts: row.attempts,
      outcome: row.outcome,
      results,
      minutes: row.minutes,
      questionCount: row.question_count,
      passShare: row.pass_share,
    }))
}

/** Locks an assignment with the test that it is of, so that an attempt is begun and ended once. */
export async function lockAssignment(db: Db, id: string) {
  const given = await db
    .selectFrom('test_assignment')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (given === undefined) return undefined
  const test = await db
    .selectFrom('knowledge_test as test')
    .innerJoin('competence', 'competence.id', 'test.competence_id')
    .selectAll('test')
    .select(['competence.code', 'competence.name'])
    .where('test.id', '=', given.test_id)
    .executeTakeFirstOrThrow()
  return { given, test }
}
export type LockedAssignment = NonNullable<Awaited<ReturnType<typeof lockAssignment>>>

export async function closeAssignment(
  db: Db,
  id: string,
  end: {
    readonly outcome: 'passed' | 'failed' | 'withdrawn'
    readonly assessmentId?: string | undefined
  },
): Promise<void> {
  await db
    .updateTable('test_assignment')
    .set({
      closed_at: new Date(),
      outcome: end.outcome,
      ...(end.assessmentId === undefined ? {} : { assessment_id: end.assessmentId }),
    })
    .where('id', '=', id)
    .execute()
}
