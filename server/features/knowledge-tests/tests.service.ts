import type { Db } from '#server/platform/db/scope.ts'
import type { Actor } from '#server/platform/http/actor.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { requireCompetenceIds } from '../competences/competences.service.ts'
import { centreToday, requireOperator } from '../operators/operators.service.ts'
import { settleTimedOut } from './attempts.service.ts'
import { readBank } from './questions.queries.ts'
import {
  closeAssignment,
  findTest,
  insertAssignments,
  listAssignments,
  listTests,
  lockAssignment,
  putTest,
} from './tests.queries.ts'
import type { KnowledgeTest, NewAssignments, TestAssignment, TestSettings } from './tests.schema.ts'

/**
 * Sets how a competence is tested.
 *
 * @throws {ProblemError} `competence-unknown`; `questions-too-few` if the bank has fewer than are drawn
 */
export async function setTest(
  db: Db,
  actor: Actor,
  {
    competenceCode,
    settings,
  }: { readonly competenceCode: string; readonly settings: TestSettings },
): Promise<KnowledgeTest[]> {
  const [competenceId = ''] = await requireCompetenceIds(db, [competenceCode])
  await refuseSmallBank(db, competenceId, settings.questionCount)
  await putTest(db, { centerId: actor.centerId, competenceId }, settings)
  return listTests(db)
}

/**
 * Has people pass a test by a day. Whoever assigns it is the assessor of what comes of it.
 *
 * @throws {ProblemError} `test-unknown`, `questions-too-few`, `operator-unknown`, `due-in-past`; a test
 *   that somebody has still to pass is refused by its index
 */
export async function assignTest(
  db: Db,
  actor: Actor,
  order: NewAssignments,
): Promise<TestAssignment[]> {
  const test = await findTest(db, order.competenceCode)
  if (test === undefined) {
    throw new ProblemError('test-unknown', { values: { code: order.competenceCode } })
  }
  await refuseSmallBank(db, test.competence_id, test.question_count)
  const today = await centreToday(db)
  if (order.dueOn < today) throw new ProblemError('due-in-past')
  for (const operatorId of order.operatorIds) await requireOperator(db, operatorId, today)
  await insertAssignments(db, actor, { test, ...order })
  return listAssignments(db)
}

/** @throws {ProblemError} `record-unknown` if there is none, or it has ended */
export async function withdrawAssignment(db: Db, id: string): Promise<TestAssignment[]> {
  const locked = await lockAssignment(db, id)
  if (locked === undefined || locked.given.closed_at !== null) {
    throw new ProblemError('record-unknown')
  }
  await closeAssignment(db, id, { outcome: 'withdrawn' })
  return listAssignments(db)
}

/** Who is to pass what and how it went; what time has ended is ended first. */
export async function readAssignments(db: Db): Promise<TestAssignment[]> {
  await settleTimedOut(db)
  return listAssignments(db)
}

async function refuseSmallBank(db: Db, competenceId: string, needed: number): Promise<void> {
  const { length } = await readBank(db, competenceId)
  if (length < needed) {
    throw new ProblemError('questions-too-few', { values: { needed, has: length } })
  }
}
