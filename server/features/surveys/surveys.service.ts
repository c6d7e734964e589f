import { DateTime } from 'luxon'

import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { Db } from '#server/platform/db/scope.ts'
import type { Actor } from '#server/platform/http/actor.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { centreToday } from '../operators/operators.service.ts'
import { MARK_MAX, surveyResults } from './survey-results.ts'
import {
  addToTally,
  endAction,
  insertAction,
  insertSurvey,
  listAnswered,
  listSurveyRows,
  lockSurvey,
  markAnswered,
  readQuestions,
  readSurveyParts,
  readTeamOf,
  setClosed,
  type SurveyParts,
  type SurveyRow,
} from './surveys.queries.ts'
import {
  FACTORS,
  type NewAction,
  type NewSurvey,
  type OwnSurvey,
  type Survey,
} from './surveys.schema.ts'

/** Every survey of the centre, the newest first; of those that are closed, what they say. */
export async function readSurveys(db: Db): Promise<Survey[]> {
  const today = await centreToday(db)
  const parts = await readSurveyParts(db)
  return (await listSurveyRows(db)).map((row) => present(row, parts, today))
}

function present(row: SurveyRow, parts: SurveyParts, today: LocalDate): Survey {
  const questions = parts.questions.get(row.id) ?? []
  const tallies = parts.tallies.get(row.id) ?? []
  const status = statusOn(row, today)
  const [first] = questions
  return {
    id: row.id,
    title: row.title,
    opensOn: row.opens_on as LocalDate,
    closesOn: row.closes_on as LocalDate,
    groupMin: row.group_min,
    repeatMonths: row.repeat_months,
    status,
    questions: [...questions],
    respondents: tallies
      .filter(({ position }) => position === first?.position)
      .reduce((sum, { answers }) => sum + answers, 0),
    audience: parts.audience,
    results: status === 'closed' ? mutable(surveyResults(questions, tallies, row.group_min)) : null,
    actions: parts.actions.get(row.id) ?? [],
    nextOn: row.repeat_months === null ? null : monthsAfter(row.opens_on, row.repeat_months),
  }
}

/** The schema's types are those of an answer that is about to be written. */
function mutable(results: ReturnType<typeof surveyResults>): Survey['results'] {
  return results === null ? null : structuredClone(results as NonNullable<Survey['results']>)
}

function statusOn(
  row: Pick<SurveyRow, 'opens_on' | 'closes_on' | 'closed_at'>,
  today: LocalDate,
): Survey['status'] {
  if (row.closed_at !== null || row.closes_on < today) return 'closed'
  return row.opens_on > today ? 'planned' : 'open'
}

function monthsAfter(date: string, months: number): LocalDate {
  const day = DateTime.fromISO(date, { zone: 'utc' }).plus({ months })
  return day.toFormat('yyyy-MM-dd') as LocalDate
}

/** @throws {ProblemError} `survey-factor-missing` unless both factors of п. 15 are asked about */
export async function addSurvey(db: Db, actor: Actor, order: NewSurvey): Promise<Survey[]> {
  const asked = new Set(order.questions.map(({ factor }) => factor))
  if (FACTORS.some((factor) => !asked.has(factor))) throw new ProblemError('survey-factor-missing')
  await insertSurvey(db, actor, order)
  return readSurveys(db)
}

/**
 * Ends a survey before its day. It cannot be opened again: results that were told while answers still come
 * would show what each new answer was.
 *
 * @throws {ProblemError} `record-unknown`, `survey-closed`
 */
export async function closeSurvey(db: Db, id: string): Promise<Survey[]> {
  const row = await lockSurvey(db, id)
  if (row === undefined) throw new ProblemError('record-unknown')
  if (statusOn(row, await centreToday(db)) === 'closed') throw new ProblemError('survey-closed')
  await setClosed(db, id)
  return readSurveys(db)
}

/** @throws {ProblemError} `record-unknown` */
export async function addAction(
  db: Db,
  actor: Actor,
  order: { readonly surveyId: string; readonly action: NewAction },
): Promise<Survey[]> {
  if ((await lockSurvey(db, order.surveyId)) === undefined) throw new ProblemError('record-unknown')
  await insertAction(db, actor, order)
  return readSurveys(db)
}

/** @throws {ProblemError} `record-unknown` if there is none, or it has ended */
export async function finishAction(
  db: Db,
  which: { readonly surveyId: string; readonly actionId: string },
  outcome: string,
): Promise<Survey[]> {
  const end = { outcome, doneOn: await centreToday(db) }
  if (!(await endAction(db, which, end))) throw new ProblemError('record-unknown')
  return readSurveys(db)
}

/** What is open for answers now, and whether the user has answered. */
export async function readOwnSurveys(db: Db, userId: string): Promise<OwnSurvey[]> {
  const today = await centreToday(db)
  const questions = await readQuestions(db)
  const answered = await listAnswered(db, userId)
  return (await listSurveyRows(db))
    .filter((row) => statusOn(row, today) === 'open')
    .map((row) => ({
      id: row.id,
      title: row.title,
      closesOn: row.closes_on as LocalDate,
      groupMin: row.group_min,
      answered: answered.has(row.id),
      questions: [...(questions.get(row.id) ?? [])],
    }))
}

/**
 * Counts somebody's marks in, and keeps apart from them that this person has answered.
 *
 * @param marks 1..5, one for each question in its order
 * @throws {ProblemError} `record-unknown`, `survey-closed`, `survey-incomplete`, `survey-answered`
 */
export async function answerSurvey(
  db: Db,
  actor: Actor,
  { surveyId, marks }: { readonly surveyId: string; readonly marks: readonly number[] },
): Promise<OwnSurvey[]> {
  const row = await lockSurvey(db, surveyId)
  if (row === undefined) throw new ProblemError('record-unknown')
  if (statusOn(row, await centreToday(db)) !== 'open') throw new ProblemError('survey-closed')
  const questions = (await readQuestions(db)).get(surveyId) ?? []
  if (marks.length !== questions.length) throw new ProblemError('survey-incomplete')
  const { centerId, id: userId } = actor
  if (!(await markAnswered(db, { centerId, surveyId, userId }))) {
    throw new ProblemError('survey-answered')
  }
  const team = await readTeamOf(db, userId)
  const given = questions.flatMap(({ position }, at) =>
    Array.from({ length: MARK_MAX }, (_, below) => ({
      position,
      mark: below + 1,
      answers: marks[at] === below + 1 ? 1 : 0,
    })),
  )
  await addToTally(db, { centerId, surveyId, team }, given)
  return readOwnSurveys(db, userId)
}
