import { type LocalDate, localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs, OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'
import type { Actor } from '#server/platform/http/actor.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { readPersonDue } from '../assessments/assessment-plan.service.ts'
import { readOwnAssessments } from '../assessments/assessments.service.ts'
import { readCenterSettings } from '../centers/centers.service.ts'
import { readCard } from '../operators/operators.service.ts'
import { findDeclined } from '../own-shifts/shift-requests.service.ts'
import { findPublishedShift } from '../schedules/changes/published-changes.service.ts'
import { findOwnSession } from '../training/own-training.service.ts'
import { readAssessorId } from './objections.queries.ts'
import type { Facts, NewObjection } from './objections.schema.ts'

/** A decision about somebody, as it stands now. */
interface Subject {
  /** One name for one decision, however it was asked for. */
  readonly subject: string
  readonly facts: Facts[keyof Facts]
  /** Who decided, and may not answer; null where it is not known, or was nobody's alone. */
  readonly deciderId: string | null
  /** The day of a shift or a session; null for what has none. */
  readonly day: LocalDate | null
}

interface Whose {
  readonly actor: Actor
  readonly operatorId: OperatorId
}

/**
 * The decision about oneself that an objection names.
 *
 * @throws {ProblemError} `objection-subject-missing`, `shift-begun`, `session-begun`
 */
export async function findSubject(
  db: Db,
  whose: Whose,
  { about, subject }: NewObjection,
): Promise<Subject> {
  const found = await FINDERS[about](db, whose, subject)
  if (found === undefined) throw new ProblemError('objection-subject-missing')
  return found
}

type Finder = (db: Db, whose: Whose, subject: string) => Promise<Subject | undefined>

const FINDERS: Readonly<Record<NewObjection['about'], Finder>> = {
  assessment: findAssessment,
  competence: findCompetence,
  shift: findShift,
  request: findRequest,
  session: findSession,
}

/** One in force: before that the person answers it with their signature, and objects there. */
async function findAssessment(
  db: Db,
  { operatorId }: Whose,
  id: string,
): Promise<Subject | undefined> {
  const judged = (await readOwnAssessments(db, operatorId)).find((one) => one.id === id)
  const isInForce = judged?.status === 'agreed' || judged?.status === 'resolved'
  if (judged === undefined || judged.method === 'self' || !isInForce) return undefined
  const { assessedOn, assessorName, results } = judged
  return {
    subject: id,
    facts: {
      assessedOn,
      assessorName,
      results: results.map(({ code, level }) => ({ code, level })),
    },
    deciderId: await readAssessorId(db, id),
    day: null,
  }
}

/** What one holds, valid or not, and what the service says is lacking. */
async function findCompetence(
  db: Db,
  { operatorId }: Whose,
  code: string,
): Promise<Subject | undefined> {
  const { competences } = await readCard(db, operatorId)
  const held = competences.find((one) => one.code === code)
  const missing = (await readPersonDue(db, operatorId))?.missing ?? []
  if (held === undefined && !missing.includes(code)) return undefined
  return {
    subject: code,
    facts: { code, level: held?.level ?? null, validUntil: held?.validUntil ?? null },
    deciderId: null,
    day: null,
  }
}

async function findShift(
  db: Db,
  { operatorId }: Whose,
  startsAt: string,
): Promise<Subject | undefined> {
  const found = await findPublishedShift(db, { operatorId, startsAt })
  if (found === undefined) return undefined
  const startMs = Date.parse(found.shift.startsAt) as EpochMs
  if (startMs <= Date.now()) throw new ProblemError('shift-begun')
  const { timezone } = await readCenterSettings(db)
  const { publishedBy, publishedAt, shift } = found
  return {
    subject: shift.startsAt,
    facts: { startsAt: shift.startsAt, endsAt: shift.endsAt, publishedBy, publishedAt },
    deciderId: null,
    day: localDateOf(startMs, timezone),
  }
}

async function findRequest(db: Db, { actor }: Whose, id: string): Promise<Subject | undefined> {
  const declined = await findDeclined(db, actor, id)
  if (declined === undefined) return undefined
  const { leave, swap, decidedBy, reply } = declined.request
  return {
    subject: id,
    facts: {
      leave,
      swap: swap === null ? null : { own: swap.own, other: swap.other },
      decidedBy,
      reply,
    },
    deciderId: declined.deciderId,
    day: null,
  }
}

/** A place in a session that is still to come. */
async function findSession(
  db: Db,
  { operatorId }: Whose,
  id: string,
): Promise<Subject | undefined> {
  const found = await findOwnSession(db, operatorId, id)
  if (found?.session.status !== 'planned') return undefined
  const { courseName, startsAt, endsAt, trainer } = found.session
  const startMs = Date.parse(startsAt) as EpochMs
  if (startMs <= Date.now()) throw new ProblemError('session-begun')
  const { timezone } = await readCenterSettings(db)
  return {
    subject: id,
    facts: { courseName, startsAt, endsAt, trainer },
    deciderId: found.placedById,
    day: localDateOf(startMs, timezone),
  }
}
