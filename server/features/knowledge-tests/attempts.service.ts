import { randomInt } from 'node:crypto'

import { type LocalDate, localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs, OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { beginAssessment } from '../assessments/assessments.service.ts'
import { readCenterSettings } from '../centers/centers.service.ts'
import {
  type AttemptRow,
  endAttempt,
  findAttempt,
  insertAttempt,
  listAttempts,
  listTimedOut,
  putAnswer,
} from './attempts.queries.ts'
import { drawQuestions } from './draw-questions.ts'
import { countRight, isPassed } from './grade-attempt.ts'
import { readAsked, readBank } from './questions.queries.ts'
import {
  closeAssignment,
  listOwnTests,
  lockAssignment,
  type LockedAssignment,
} from './tests.queries.ts'
import type { AttemptRecord, OwnTest, TestAttempt } from './tests.schema.ts'

const MINUTE_MS = 60_000
const SEED_MAX = 2 ** 31 - 1

/** What somebody is to pass, and how it went; what time has ended is ended first. */
export async function readOwnTests(db: Db, operatorId: OperatorId): Promise<OwnTest[]> {
  await settleTimedOut(db)
  return listOwnTests(db, operatorId)
}

/**
 * Begins an attempt with questions drawn for it alone, or goes on with the one that runs. The time
 * runs on the server's clock from here.
 *
 * @throws {ProblemError} `record-unknown`, `test-closed`, `questions-too-few`
 */
export async function beginAttempt(
  db: Db,
  operatorId: OperatorId,
  assignmentId: string,
): Promise<TestAttempt> {
  await settleTimedOut(db)
  const locked = await lockAssignment(db, assignmentId)
  if (locked === undefined || locked.given.operator_id !== operatorId) {
    throw new ProblemError('record-unknown')
  }
  if (locked.given.closed_at !== null) throw new ProblemError('test-closed')
  const attempts = await listAttempts(db, assignmentId)
  const running = attempts.find(({ finished_at: end }) => end === null)
  const id = running?.id ?? (await drawAttempt(db, locked, attempts.length + 1))
  return readAttempt(db, operatorId, id)
}

async function drawAttempt(db: Db, { given, test }: LockedAssignment, number: number) {
  const bank = await readBank(db, test.competence_id)
  if (bank.length < test.question_count) {
    const values = { needed: test.question_count, has: bank.length }
    throw new ProblemError('questions-too-few', { values })
  }
  const seed = randomInt(SEED_MAX)
  const startedAt = new Date()
  return insertAttempt(db, {
    centerId: given.center_id,
    assignmentId: given.id,
    number,
    test,
    seed,
    drawn: drawQuestions(bank, test.question_count, seed),
    startedAt,
    endsAt: new Date(startedAt.getTime() + test.minutes * MINUTE_MS),
  })
}

/**
 * Keeps one answer. It may be changed until the attempt ends.
 *
 * @throws {ProblemError} `record-unknown`, `attempt-over`
 */
export async function answerQuestion(
  db: Db,
  operatorId: OperatorId,
  answer: {
    readonly attemptId: string
    readonly position: number
    readonly chosen: readonly number[]
  },
): Promise<TestAttempt> {
  const attempt = await requireOwn(db, operatorId, answer.attemptId)
  const options = attempt.drawn[answer.position]?.order.length
  if (options === undefined || answer.chosen.some((at) => at >= options)) {
    throw new ProblemError('record-unknown')
  }
  const { position, chosen } = answer
  if (!(await putAnswer(db, attempt.id, { position, chosen, at: new Date() }))) {
    throw new ProblemError('attempt-over')
  }
  return readAttempt(db, operatorId, attempt.id)
}

/**
 * Ends an attempt by the word of whoever makes it. One that its time has ended stays ended.
 *
 * @throws {ProblemError} `record-unknown`
 */
export async function finishAttempt(
  db: Db,
  operatorId: OperatorId,
  attemptId: string,
): Promise<TestAttempt> {
  const { assignment_id: assignmentId } = await requireOwn(db, operatorId, attemptId)
  await settle(db, assignmentId, () => true)
  return readAttempt(db, operatorId, attemptId)
}

/** Ends the attempts whose time is over, as they stood: nobody has to come back for that. */
export async function settleTimedOut(db: Db): Promise<void> {
  const now = new Date()
  for (const assignmentId of await listTimedOut(db, now)) {
    await settle(db, assignmentId, ({ ends_at: end }) => end <= now)
  }
}

/**
 * Counts the attempt that runs. Passed, it becomes a draft of an assessment, which waits for its
 * assessor's signature and for the answer of the tested: the service decides about nobody.
 */
async function settle(
  db: Db,
  assignmentId: string,
  isOver: (attempt: AttemptRow) => boolean,
): Promise<void> {
  const locked = await lockAssignment(db, assignmentId)
  const attempts = await listAttempts(db, assignmentId)
  const running = attempts.find((one) => one.finished_at === null && isOver(one))
  if (locked === undefined || running === undefined) return
  const { drawn } = running
  const asked = await readAsked(db, drawn)
  const rightCount = countRight(drawn, running.answers, (question) =>
    (asked[drawn.indexOf(question)]?.options ?? []).flatMap(({ right }, at) => (right ? [at] : [])),
  )
  const passed = isPassed(rightCount, drawn.length, running.pass_share)
  const now = new Date()
  const finishedAt = now < running.ends_at ? now : running.ends_at
  await endAttempt(db, running.id, { finishedAt, rightCount, passed })
  if (locked.given.closed_at !== null) return
  if (passed) {
    const assessmentId = await draftAssessment(db, locked, { ...running, finishedAt, rightCount })
    await closeAssignment(db, assignmentId, { outcome: 'passed', assessmentId })
  } else if (attempts.length >= locked.given.attempts) {
    await closeAssignment(db, assignmentId, { outcome: 'failed' })
  }
}

async function draftAssessment(
  db: Db,
  { given, test }: LockedAssignment,
  attempt: AttemptRow & { readonly finishedAt: Date; readonly rightCount: number },
): Promise<string> {
  const { timezone } = await readCenterSettings(db)
  const { rightCount, drawn } = attempt
  const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`
  // Both official languages in one line: it stands on a paper that anybody may read.
  const evidence =
    `Тест «${test.name.kk}» / «${test.name.ru}», № ${attempt.number}: ${rightCount}/${drawn.length} ` +
    `(${percent(rightCount / drawn.length)}), ≥ ${percent(attempt.pass_share)}`
  const assessedOn: LocalDate = localDateOf(attempt.finishedAt.getTime() as EpochMs, timezone)
  const assessor = {
    id: given.assigned_by_id,
    name: given.assigned_by,
    centerId: given.center_id,
  }
  const { id } = await beginAssessment(db, assessor, {
    operatorId: given.operator_id,
    method: 'test',
    assessedOn,
    evidence,
    results: [{ code: test.code, level: attempt.level, evidence: '' }],
  })
  return id
}

/** @throws {ProblemError} `record-unknown` */
export async function readAttempt(
  db: Db,
  operatorId: OperatorId,
  attemptId: string,
): Promise<TestAttempt> {
  const attempt = await requireOwn(db, operatorId, attemptId)
  const asked = await readAsked(db, attempt.drawn)
  return {
    id: attempt.id,
    competenceCode: attempt.competence_code,
    number: attempt.number,
    attempts: attempt.attempts,
    passShare: attempt.pass_share,
    endsAt: attempt.ends_at.toISOString(),
    serverNow: new Date().toISOString(),
    finishedAt: attempt.finished_at?.toISOString() ?? null,
    rightCount: attempt.right_count,
    passed: attempt.passed,
    questions: attempt.drawn.flatMap(({ order }, position) => {
      const question = asked[position]
      if (question === undefined) return []
      const { text, options } = question
      return [
        {
          text,
          isMultiple: options.filter(({ right }) => right).length > 1,
          options: order.flatMap((at) => options[at]?.text ?? []),
          chosen: [...(attempt.answers[position] ?? [])],
        },
      ]
    }),
  }
}

/**
 * An attempt whole, with what was right and what was chosen: what a dispute is decided by.
 *
 * @throws {ProblemError} `record-unknown`
 */
export async function readAttemptRecord(db: Db, attemptId: string): Promise<AttemptRecord> {
  await settleTimedOut(db)
  const attempt = await findAttempt(db, attemptId)
  if (attempt === undefined) throw new ProblemError('record-unknown')
  const asked = await readAsked(db, attempt.drawn)
  return {
    id: attempt.id,
    fullName: attempt.full_name,
    competenceCode: attempt.competence_code,
    number: attempt.number,
    testVersion: attempt.test_version,
    seed: attempt.seed,
    startedAt: attempt.started_at.toISOString(),
    endsAt: attempt.ends_at.toISOString(),
    finishedAt: attempt.finished_at?.toISOString() ?? null,
    passShare: attempt.pass_share,
    rightCount: attempt.right_count,
    passed: attempt.passed,
    questions: attempt.drawn.flatMap(({ version, order }, position) => {
      const question = asked[position]
      if (question === undefined) return []
      const chosen = attempt.answers[position] ?? []
      return [
        {
          code: question.code,
          version,
          text: question.text,
          options: order.flatMap((at, shown) => {
            const option = question.options[at]
            return option === undefined ? [] : [{ ...option, chosen: chosen.includes(shown) }]
          }),
        },
      ]
    }),
  }
}

async function requireOwn(db: Db, operatorId: OperatorId, attemptId: string) {
  const attempt = await findAttempt(db, attemptId)
  if (attempt === undefined || attempt.operator_id !== operatorId) {
    throw new ProblemError('record-unknown')
  }
  return attempt
}
