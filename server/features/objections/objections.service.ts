import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { type Actor, hasRole, type Role } from '#server/platform/http/actor.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { centreToday, requireOwnPerson } from '../operators/operators.service.ts'
import { reopenRequest } from '../own-shifts/shift-requests.service.ts'
import { ANSWER_DAYS, answerBy } from './answer-term.ts'
import {
  closeObjection,
  findObjection,
  insertObjection,
  listNamesOf,
  listObjections,
  type ObjectionRow,
} from './objections.queries.ts'
import type {
  About,
  Facts,
  NewObjection,
  Objection,
  ObjectionAnswer,
  OwnObjections,
} from './objections.schema.ts'
import { findSubject } from './subject.service.ts'

/** Who answers, by what is objected to. */
const ANSWERERS: Readonly<Record<About, readonly Role[]>> = {
  assessment: ['hr'],
  competence: ['hr'],
  shift: ['planner', 'supervisor'],
  request: ['planner', 'supervisor'],
  session: ['hr', 'planner'],
}

/** @throws {ProblemError} `own-person-missing` */
export async function readOwnObjections(db: Db, actor: Actor): Promise<OwnObjections> {
  const operatorId = await requireOwnPerson(db, actor.id)
  const [rows, today] = [await listObjections(db, { operatorId }), await centreToday(db)]
  return {
    objections: rows
      .map((row) => present(row, actor, today))
      .toSorted((a, b) => b.madeAt.localeCompare(a.madeAt)),
    answerDays: ANSWER_DAYS,
    answerers: {
      people: await listNamesOf(db, ANSWERERS.assessment),
      shifts: await listNamesOf(db, ANSWERERS.shift),
      sessions: await listNamesOf(db, ANSWERERS.session),
    },
  }
}

/**
 * Says that a decision about oneself is wrong. It goes to people by name, and changes nothing by itself.
 *
 * @throws {ProblemError} `own-person-missing`, `objection-subject-missing`, `shift-begun`, `session-begun`, and
 *   `objection-open` by the database
 */
export async function object(db: Db, actor: Actor, order: NewObjection): Promise<OwnObjections> {
  const operatorId = await requireOwnPerson(db, actor.id)
  const { subject, facts, deciderId, day } = await findSubject(db, { actor, operatorId }, order)
  await insertObjection(db, {
    centerId: actor.centerId,
    operatorId,
    about: order.about,
    subject,
    facts,
    deciderId,
    words: order.words.trim(),
    answerBy: answerBy(await centreToday(db), day),
  })
  return readOwnObjections(db, actor)
}

/** @throws {ProblemError} `own-person-missing`, `record-unknown`, `objection-closed` */
export async function withdrawObjection(db: Db, actor: Actor, id: string): Promise<OwnObjections> {
  const operatorId = await requireOwnPerson(db, actor.id)
  const row = await findObjection(db, id)
  if (row?.operator_id !== operatorId) throw new ProblemError('record-unknown')
  if (!(await closeObjection(db, id, { status: 'withdrawn' }))) {
    throw new ProblemError('objection-closed')
  }
  return readOwnObjections(db, actor)
}

/** What the reader may see of others' objections: those that their roles answer; a head sees all. */
export async function readObjections(db: Db, actor: Actor): Promise<Objection[]> {
  const kinds = Object.keys(ANSWERERS) as About[]
  const about = hasRole(actor, ['head'])
    ? kinds
    : kinds.filter((kind) => hasRole(actor, ANSWERERS[kind]))
  const today = await centreToday(db)
  return (await listObjections(db, { about })).map((row) => present(row, actor, today))
}

/** Everything that one person has objected to, for their file. */
export async function readObjectionsOf(
  db: Db,
  operatorId: OperatorId,
): Promise<readonly ObjectionRow[]> {
  return listObjections(db, { operatorId })
}

/**
 * A person answers, with words. A declined request that was objected to rightly waits for a decision anew;
 * anything else is put right by whoever answers, in its own place.
 *
 * @throws {ProblemError} `record-unknown`, `not-allowed`, `objection-own`, `objection-to-own-decision`,
 *   `objection-closed`
 */
export async function answerObjection(
  db: Db,
  actor: Actor,
  { id, upheld, answer }: ObjectionAnswer & { readonly id: string },
): Promise<Objection> {
  const row = await findObjection(db, id)
  if (row === undefined) throw new ProblemError('record-unknown')
  if (!hasRole(actor, ANSWERERS[row.about])) throw new ProblemError('not-allowed')
  if (row.user_id === actor.id) throw new ProblemError('objection-own')
  if (row.decider_id === actor.id) throw new ProblemError('objection-to-own-decision')
  const status = upheld ? 'upheld' : 'rejected'
  if (!(await closeObjection(db, id, { status, answer: answer.trim(), by: actor.name }))) {
    throw new ProblemError('objection-closed')
  }
  if (upheld && row.about === 'request') await reopenRequest(db, row.subject)
  const closed = await findObjection(db, id)
  return present(closed ?? row, actor, await centreToday(db))
}

const NO_FACTS = {
  assessment: null,
  competence: null,
  shift: null,
  request: null,
  session: null,
}

function present(row: ObjectionRow, actor: Actor, today: LocalDate): Objection {
  const isOpen = row.status === 'open'
  return {
    id: row.id,
    operatorId: row.operator_id,
    operatorName: row.full_name,
    about: row.about,
    subject: row.subject,
    ...NO_FACTS,
    // Kept as the kind that is named beside it.
    ...({ [row.about]: row.facts } as Partial<Facts>),
    words: row.words,
    status: row.status,
    madeAt: row.made_at.toISOString(),
    answerBy: row.answer_by,
    isLate: isOpen && row.answer_by < today,
    mayAnswer:
      isOpen &&
      hasRole(actor, ANSWERERS[row.about]) &&
      row.user_id !== actor.id &&
      row.decider_id !== actor.id,
    answer: row.answer,
    answeredBy: row.answered_by,
    answeredAt: row.answered_at?.toISOString() ?? null,
  }
}
