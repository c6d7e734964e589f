import type { Language } from '#server/platform/db/column-types.ts'
import type { Db } from '#server/platform/db/scope.ts'
import type { Actor } from '#server/platform/http/actor.ts'
import { ProblemError } from '#server/platform/http/problem.ts'
import type { Table } from '#server/platform/http/write-table.ts'

import { listAllCompetences, requireCompetenceIds } from '../competences/competences.service.ts'
import { type ImportTaken, refuseFaults, taken } from '../operators/import-outcome.ts'
import type { TableRow } from '../operators/table-file.ts'
import { LANGUAGES, QUESTION_COLUMNS, SEPARATOR } from './question-columns.ts'
import {
  archiveQuestion,
  insertQuestion,
  insertQuestionVersion,
  listQuestions,
  lockQuestions,
  type QuestionKey,
  updateQuestion,
} from './questions.queries.ts'
import type { NewQuestion, Question, QuestionBody } from './questions.schema.ts'
import { type QuestionRow, readQuestions } from './read-questions.ts'

/**
 * @throws {ProblemError} `competence-unknown`, `question-answers-missing`; a code that is taken is
 *   refused by its constraint
 */
export async function addQuestion(db: Db, actor: Actor, order: NewQuestion): Promise<Question> {
  refuseUnanswerable(order)
  const [competenceId = ''] = await requireCompetenceIds(db, [order.competenceCode])
  const { centerId } = actor
  const questionId = await insertQuestion(db, { centerId, competenceId, code: order.code })
  await insertQuestionVersion(db, { centerId, questionId, version: 1, madeBy: actor.name }, order)
  return readQuestion(db, order.code)
}

/**
 * Asks a question otherwise from now on: its next version. Attempts keep the one that they were given.
 *
 * @throws {ProblemError} `question-unknown`, `question-answers-missing`
 */
export async function changeQuestion(
  db: Db,
  actor: Actor,
  { code, body }: { readonly code: string; readonly body: QuestionBody },
): Promise<Question> {
  refuseUnanswerable(body)
  const { id: questionId, version } = await requireQuestion(db, code)
  const to = { centerId: actor.centerId, questionId, version: version + 1, madeBy: actor.name }
  await insertQuestionVersion(db, to, body)
  return readQuestion(db, code)
}

/** @throws {ProblemError} `question-unknown` */
export async function setQuestionArchived(
  db: Db,
  code: string,
  archived: boolean,
): Promise<Question> {
  const { id } = await requireQuestion(db, code)
  await archiveQuestion(db, id, archived)
  return readQuestion(db, code)
}

interface FileOrder {
  readonly table: readonly TableRow[]
  readonly language: Language
  readonly dryRun: boolean
  readonly onBadRow: 'refuse-file' | 'skip-row'
}

/**
 * Tries a file of questions, or stores it. A question that the bank has in other words gets its next
 * version; one that it has as it stands is left alone.
 *
 * @throws {ProblemError} `file-refused`, with the row and the column of every fault
 */
export async function importQuestions(
  db: Db,
  actor: Actor,
  order: FileOrder,
): Promise<ImportTaken & { readonly stored: boolean }> {
  const competences = await listAllCompetences(db)
  const read = readQuestions(order.table, new Map(competences.map(({ code }) => [code, code])))
  refuseFaults(read, order)
  const before = new Map((await listQuestions(db)).map((one) => [one.code, one]))
  const kindOf = (row: QuestionRow): 'added' | 'changed' | 'unchanged' => {
    const known = before.get(row.code)
    if (known === undefined) return 'added'
    return isSame(known, row) ? 'unchanged' : 'changed'
  }
  const kinds = Map.groupBy(read.rows, kindOf)
  const count = (kind: ReturnType<typeof kindOf>): number => kinds.get(kind)?.length ?? 0
  if (!order.dryRun) {
    await storeRows(db, actor, [...(kinds.get('added') ?? []), ...(kinds.get('changed') ?? [])])
  }
  const counts = {
    added: count('added'),
    changed: count('changed'),
    unchanged: count('unchanged'),
  }
  return { stored: !order.dryRun, ...taken(read, order.language, counts) }
}

async function storeRows(db: Db, actor: Actor, rows: readonly QuestionRow[]): Promise<void> {
  const { centerId, name: madeBy } = actor
  const known = await lockQuestions(
    db,
    rows.map(({ code }) => code),
  )
  const ids = await requireCompetenceIds(
    db,
    rows.map(({ competenceCode }) => competenceCode),
  )
  for (const [at, row] of rows.entries()) {
    const competenceId = ids[at] ?? ''
    const key = known.get(row.code)
    if (key !== undefined) await updateQuestion(db, key.id, competenceId)
    const questionId =
      key?.id ?? (await insertQuestion(db, { centerId, competenceId, code: row.code }))
    const version = (key?.version ?? 0) + 1
    await insertQuestionVersion(db, { centerId, questionId, version, madeBy }, row)
  }
}

function isSame(known: Question, row: QuestionRow): boolean {
  const plain = ({ text, options }: Pick<QuestionRow, 'text' | 'options'>): string =>
    JSON.stringify([
      LANGUAGES.map((language) => text[language]),
      options.map((one) => [LANGUAGES.map((language) => one.text[language]), one.right]),
    ])
  return (
    !known.archived && known.competenceCode === row.competenceCode && plain(known) === plain(row)
  )
}

/** The bank as a file that the import takes back; without any question, the template. */
export async function exportQuestions(db: Db, language: Language): Promise<Table> {
  const questions = (await listQuestions(db)).filter(({ archived }) => !archived)
  const answers = (one: Question, of: Language, right: boolean): string =>
    one.options
      .filter((option) => option.right === right)
      .map(({ text }) => text[of])
      .join(` ${SEPARATOR} `)
  return {
    name: 'questions',
    headers: QUESTION_COLUMNS.map(({ names }) => names[language]),
    rows: questions.map((one) => [
      one.competenceCode,
      one.code,
      ...LANGUAGES.flatMap((of) => [one.text[of], answers(one, of, true), answers(one, of, false)]),
    ]),
  }
}

function refuseUnanswerable({ options }: QuestionBody): void {
  const right = options.filter((option) => option.right).length
  if (right === 0 || right === options.length) throw new ProblemError('question-answers-missing')
}

async function requireQuestion(db: Db, code: string): Promise<QuestionKey> {
  const key = (await lockQuestions(db, [code])).get(code)
  if (key === undefined) throw new ProblemError('question-unknown', { values: { code } })
  return key
}

async function readQuestion(db: Db, code: string): Promise<Question> {
  const [found] = await listQuestions(db, { code })
  if (found === undefined) throw new ProblemError('question-unknown', { values: { code } })
  return found
}
