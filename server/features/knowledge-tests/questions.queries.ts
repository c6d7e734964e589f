import { sql } from 'kysely'

import type { CenterId } from '#forecasting/kernel/units.ts'
import type { DrawnQuestion, QuestionOption } from '#server/platform/db/knowledge-test-tables.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { BankQuestion } from './draw-questions.ts'
import type { Question, QuestionBody } from './questions.schema.ts'

/** Questions as they are asked now, of one competence or of all, by competence and code. */
export async function listQuestions(
  db: Db,
  { competence, code }: { readonly competence?: string | undefined; readonly code?: string } = {},
): Promise<Question[]> {
  let query = lastVersions(db)
    .select(['question.code', 'competence.code as competence_code', 'question.archived_at'])
    .select(['asked.version', 'asked.text', 'asked.options', 'asked.made_by', 'asked.made_at'])
    .orderBy((column) => column('question.archived_at', 'is not', null))
    .orderBy('competence.code')
    .orderBy('question.code')
  if (competence !== undefined) query = query.where('competence.code', '=', competence)
  if (code !== undefined) query = query.where('question.code', '=', code)
  const rows = await query.execute()
  return rows.map((row) => ({
    code: row.code,
    competenceCode: row.competence_code,
    version: row.version,
    text: row.text,
    options: row.options.map((option) => ({ ...option })),
    archived: row.archived_at !== null,
    madeBy: row.made_by,
    madeAt: row.made_at.toISOString(),
  }))
}

function lastVersions(db: Db) {
  return db
    .selectFrom('question')
    .innerJoin('competence', 'competence.id', 'question.competence_id')
    .innerJoin('question_version as asked', 'asked.question_id', 'question.id')
    .where('asked.version', '=', (inner) =>
      inner
        .selectFrom('question_version as any_version')
        .select((column) => column.fn.max('any_version.version').as('last'))
        .whereRef('any_version.question_id', '=', 'question.id'),
    )
}

/** What may be drawn for a competence. */
export async function readBank(db: Db, competenceId: string): Promise<readonly BankQuestion[]> {
  return lastVersions(db)
    .select(['question.id as questionId', 'asked.version'])
    .select(sql<number>`jsonb_array_length(asked.options)`.as('optionCount'))
    .where('question.competence_id', '=', competenceId)
    .where('question.archived_at', 'is', null)
    .execute()
}

/** What was asked in some questions, each in the version that was drawn, in their order. */
export async function readAsked(
  db: Db,
  drawn: readonly DrawnQuestion[],
): Promise<
  readonly {
    readonly code: string
    readonly text: Question['text']
    readonly options: readonly QuestionOption[]
  }[]
> {
  if (drawn.length === 0) return []
  const rows = await db
    .selectFrom('question_version as asked')
    .innerJoin('question', 'question.id', 'asked.question_id')
    .select(['asked.question_id', 'asked.version', 'question.code', 'asked.text', 'asked.options'])
    .where(
      'asked.question_id',
      'in',
      drawn.map(({ questionId }) => questionId),
    )
    .execute()
  return drawn.flatMap(({ questionId, version }) => {
    const row = rows.find((one) => one.question_id === questionId && one.version === version)
    return row === undefined ? [] : [{ code: row.code, text: row.text, options: row.options }]
  })
}

export interface QuestionKey {
  readonly id: string
  readonly version: number
}

/** Ids and last versions of all questions, by code; locked, so that two changes make two versions. */
export async function lockQuestions(
  db: Db,
  codes: readonly string[],
): Promise<ReadonlyMap<string, QuestionKey>> {
  if (codes.length === 0) return new Map()
  const rows = await db
    .selectFrom('question')
    .select(['id', 'code'])
    .select((column) =>
      column
        .selectFrom('question_version')
        .select((one) => one.fn.max('version').as('last'))
        .whereRef('question_version.question_id', '=', 'question.id')
        .as('version'),
    )
    .where('code', 'in', codes)
    .forUpdate()
    .execute()
  return new Map(rows.map(({ code, id, version }) => [code, { id, version: version ?? 0 }]))
}

export async function insertQuestion(
  db: Db,
  row: { readonly centerId: CenterId; readonly competenceId: string; readonly code: string },
): Promise<string> {
  const { id } = await db
    .insertInto('question')
    .values({ center_id: row.centerId, competence_id: row.competenceId, code: row.code })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Puts a question under another competence, and back into the bank. */
export async function updateQuestion(db: Db, id: string, competenceId: string): Promise<void> {
  await db
    .updateTable('question')
    .set({ competence_id: competenceId, archived_at: null })
    .where('id', '=', id)
    .execute()
}

export async function insertQuestionVersion(
  db: Db,
  to: {
    readonly centerId: CenterId
    readonly questionId: string
    readonly version: number
    readonly madeBy: string
  },
  body:
    | QuestionBody
    | { readonly text: Question['text']; readonly options: readonly QuestionOption[] },
): Promise<void> {
  await db
    .insertInto('question_version')
    .values({
      center_id: to.centerId,
      question_id: to.questionId,
      version: to.version,
      text: JSON.stringify(body.text),
      options: JSON.stringify(body.options),
      made_by: to.madeBy,
    })
    .execute()
}

export async function archiveQuestion(db: Db, id: string, archived: boolean): Promise<void> {
  await db
    .updateTable('question')
    .set({ archived_at: archived ? new Date() : null })
    .where('id', '=', id)
    .execute()
}
