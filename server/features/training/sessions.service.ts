import { localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs, OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'
import type { Actor } from '#server/platform/http/actor.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { readCenterSettings } from '../centers/centers.service.ts'
import { readCourse, requireCourse } from './courses.service.ts'
import {
  countEnrolled,
  deletePerson,
  findHindered,
  findSiteId,
  insertPeople,
  insertSession,
  listSessions,
  lockSession,
  readNames,
  type SessionRow,
  setSessionStatus,
} from './sessions.queries.ts'
import type { NewSession, TrainingSession } from './sessions.schema.ts'

const MINUTE_MS = 60_000

/**
 * Places a session, as long as its course is, and enrols people.
 *
 * @throws {ProblemError} `course-unknown`, `course-archived`, `site-unknown`, and as `enrol`
 */
export async function placeSession(
  db: Db,
  actor: Actor,
  order: NewSession,
): Promise<TrainingSession> {
  const key = await requireCourse(db, order.courseCode)
  if (key.archived) throw new ProblemError('course-archived')
  const { minutes } = await readCourse(db, order.courseCode)
  const id = await insertSession(db, {
    centerId: actor.centerId,
    courseId: key.id,
    courseVersion: key.version,
    siteId: order.siteCode === null ? null : await requireSite(db, order.siteCode),
    endsAt: new Date(Date.parse(order.startsAt) + minutes * MINUTE_MS),
    madeBy: actor.name,
    order,
  })
  return enrol(db, actor, { sessionId: id, operatorIds: order.operatorIds })
}

/**
 * Puts people into a session. Nobody is put into two at once, nor taken out of leave.
 *
 * @throws {ProblemError} `record-unknown`, `session-closed`, `session-full`, `operator-unknown`,
 *   `training-overlaps`, `training-during-absence`, the last two with the names
 */
export async function enrol(
  db: Db,
  { centerId, id: placedById }: Pick<Actor, 'centerId' | 'id'>,
  order: { readonly sessionId: string; readonly operatorIds: readonly OperatorId[] },
): Promise<TrainingSession> {
  const { sessionId, operatorIds } = order
  const session = await requirePlanned(db, sessionId)
  const known = await readNames(db, operatorIds)
  if (known.size < operatorIds.length) throw new ProblemError('operator-unknown')
  await refuseHindered(db, session, operatorIds)
  await insertPeople(db, { centerId, id: sessionId, placedById }, operatorIds)
  if ((await countEnrolled(db, sessionId)) > session.places) {
    throw new ProblemError('session-full', { values: { places: session.places } })
  }
  return findSession(db, sessionId)
}

/** @throws {ProblemError} `record-unknown`, `session-closed` */
export async function dismiss(
  db: Db,
  { sessionId, operatorId }: { readonly sessionId: string; readonly operatorId: OperatorId },
): Promise<TrainingSession> {
  await requirePlanned(db, sessionId)
  if (!(await deletePerson(db, sessionId, operatorId))) throw new ProblemError('record-unknown')
  return findSession(db, sessionId)
}

/** @throws {ProblemError} `record-unknown`, `session-closed` */
export async function cancelSession(db: Db, sessionId: string): Promise<TrainingSession> {
  await requirePlanned(db, sessionId)
  await setSessionStatus(db, sessionId, 'cancelled')
  return findSession(db, sessionId)
}

/** @throws {ProblemError} `record-unknown` */
export async function findSession(db: Db, id: string): Promise<TrainingSession> {
  const [found] = await listSessions(db, { id })
  if (found === undefined) throw new ProblemError('record-unknown')
  return found
}

async function requirePlanned(db: Db, id: string): Promise<SessionRow> {
  const row = await lockSession(db, id)
  if (row === undefined) throw new ProblemError('record-unknown')
  if (row.status !== 'planned') throw new ProblemError('session-closed')
  return row
}

async function requireSite(db: Db, code: string): Promise<string> {
  const id = await findSiteId(db, code)
  if (id === undefined) throw new ProblemError('site-unknown', { values: { code } })
  return id
}

async function refuseHindered(
  db: Db,
  session: SessionRow,
  operatorIds: readonly OperatorId[],
): Promise<void> {
  const { timezone } = await readCenterSettings(db)
  const hindered = await findHindered(db, operatorIds, {
    sessionId: session.id,
    startsAt: session.starts_at,
    endsAt: session.ends_at,
    date: localDateOf(session.starts_at.getTime() as EpochMs, timezone),
  })
  const [first] = hindered
  if (first === undefined) return
  const names = hindered.filter(({ why }) => why === first.why).map(({ name }) => name)
  throw new ProblemError(
    first.why === 'session' ? 'training-overlaps' : 'training-during-absence',
    { values: { names: [...new Set(names)].join(', ') } },
  )
}
