import { type Selectable, sql } from 'kysely'

import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { CenterId } from '#forecasting/kernel/units.ts'
import type { Database } from '#server/platform/db/database.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { Tally } from './survey-results.ts'
import type { NewAction, NewSurvey, Survey } from './surveys.schema.ts'

export type SurveyRow = Selectable<Database['survey']>

/** The newest first. */
export async function listSurveyRows(db: Db): Promise<readonly SurveyRow[]> {
  return db
    .selectFrom('survey')
    .selectAll()
    .orderBy('opens_on', 'desc')
    .orderBy('made_at', 'desc')
    .execute()
}

/** Locks the row, so that nobody answers while it is being closed. */
export async function lockSurvey(db: Db, id: string): Promise<SurveyRow | undefined> {
  return db.selectFrom('survey').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export interface SurveyParts {
  readonly questions: ReadonlyMap<string, Survey['questions']>
  readonly tallies: ReadonlyMap<string, readonly Tally[]>
  readonly actions: ReadonlyMap<string, Survey['actions']>
  readonly audience: number
}

/** What belongs to the surveys of a centre, by survey. */
export async function readSurveyParts(db: Db): Promise<SurveyParts> {
  const tallies = await db.selectFrom('survey_tally').selectAll().execute()
  const actions = await db
    .selectFrom('survey_action')
    .selectAll()
    .orderBy('due_on')
    .orderBy('made_at')
    .execute()
  const { audience } = await db
    .selectFrom('users')
    .select((column) => column.fn.countAll<number>().as('audience'))
    .where('disabled_at', 'is', null)
    .executeTakeFirstOrThrow()
  return {
    questions: await readQuestions(db),
    tallies: Map.groupBy(tallies, (row) => row.survey_id),
    actions: new Map(
      [...Map.groupBy(actions, (row) => row.survey_id)].map(([survey, rows]) => [
        survey,
        rows.map((row) => ({
          id: row.id,
          factor: row.factor,
          what: row.what,
          owner: row.owner,
          dueOn: row.due_on as LocalDate,
          doneOn: row.done_on as LocalDate | null,
          outcome: row.outcome,
        })),
      ]),
    ),
    audience,
  }
}

/** Questions in their order, by survey. */
export async function readQuestions(db: Db): Promise<ReadonlyMap<string, Survey['questions']>> {
  const rows = await db.selectFrom('survey_question').selectAll().orderBy('position').execute()
  return new Map(
    [...Map.groupBy(rows, (row) => row.survey_id)].map(([survey, asked]) => [
      survey,
      asked.map(({ position, factor, text }) => ({ position, factor, text })),
    ]),
  )
}

export async function insertSurvey(
  db: Db,
  by: { readonly centerId: CenterId; readonly name: string },
  order: NewSurvey,
): Promise<void> {
  const { id } = await db
    .insertInto('survey')
    .values({
      center_id: by.centerId,
      title: JSON.stringify(order.title),
      opens_on: order.opensOn,
      closes_on: order.closesOn,
      group_min: order.groupMin,
      repeat_months: order.repeatMonths,
      closed_at: null,
      made_by: by.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('survey_question')
    .values(
      order.questions.map(({ factor, text }, at) => ({
        center_id: by.centerId,
        survey_id: id,
        position: at + 1,
        factor,
        text: JSON.stringify(text),
      })),
    )
    .execute()
}

export async function setClosed(db: Db, id: string): Promise<void> {
  await db.updateTable('survey').set({ closed_at: new Date() }).where('id', '=', id).execute()
}

/** Surveys that a user has answered. */
export async function listAnswered(db: Db, userId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('survey_respondent')
    .select('survey_id')
    .where('user_id', '=', userId)
    .execute()
  return new Set(rows.map((row) => row.survey_id))
}

/**
 * Marks that a user has answered.
 *
 * @returns false if the user had done so before
 */
export async function markAnswered(
  db: Db,
  by: { readonly centerId: CenterId; readonly surveyId: string; readonly userId: string },
): Promise<boolean> {
  const result = await db
    .insertInto('survey_respondent')
    .values({ center_id: by.centerId, survey_id: by.surveyId, user_id: by.userId })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Code of the team of whoever signs in as a user; '' for none. */
export async function readTeamOf(db: Db, userId: string): Promise<string> {
  const row = await db
    .selectFrom('operator')
    .innerJoin('team', 'team.id', 'operator.team_id')
    .select('team.code')
    .where('operator.user_id', '=', userId)
    .executeTakeFirst()
  return row?.code ?? ''
}

/**
 * Counts marks in. Every row of the team is written, those that do not grow too: which ones an answer
 * touched is not to be read from the table's own traces either.
 */
export async function addToTally(
  db: Db,
  to: { readonly centerId: CenterId; readonly surveyId: string; readonly team: string },
  given: readonly Omit<Tally, 'team'>[],
): Promise<void> {
  await db
    .insertInto('survey_tally')
    .values(
      given.map(({ position, mark, answers }) => ({
        center_id: to.centerId,
        survey_id: to.surveyId,
        team: to.team,
        position,
        mark,
        answers,
      })),
    )
    .onConflict((on) =>
      on
        .columns(['center_id', 'survey_id', 'team', 'position', 'mark'])
        .doUpdateSet({ answers: sql<number>`survey_tally.answers + excluded.answers` }),
    )
    .execute()
}

export async function insertAction(
  db: Db,
  by: { readonly centerId: CenterId; readonly name: string },
  { surveyId, action }: { readonly surveyId: string; readonly action: NewAction },
): Promise<void> {
  await db
    .insertInto('survey_action')
    .values({
      center_id: by.centerId,
      survey_id: surveyId,
      factor: action.factor,
      what: action.what,
      owner: action.owner,
      due_on: action.dueOn,
      done_on: null,
      made_by: by.name,
    })
    .execute()
}

/** @returns false if the survey has no such action that is open */
export async function endAction(
  db: Db,
  which: { readonly surveyId: string; readonly actionId: string },
  end: { readonly doneOn: LocalDate; readonly outcome: string },
): Promise<boolean> {
  const result = await db
    .updateTable('survey_action')
    .set({ done_on: end.doneOn, outcome: end.outcome })
    .where('id', '=', which.actionId)
    .where('survey_id', '=', which.surveyId)
    .where('done_on', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
