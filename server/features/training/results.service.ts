import { type LocalDate, localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'
import type { Actor } from '#server/platform/http/actor.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { readCenterSettings } from '../centers/centers.service.ts'
import { findCourseCertificate, insertCertificate } from './certificates.queries.ts'
import { endCourseSteps } from './development.queries.ts'
import { lockSession, putResult, readTaught, setSessionStatus } from './sessions.queries.ts'
import type { SessionResults, TrainingSession } from './sessions.schema.ts'
import { findSession } from './sessions.service.ts'
import { validFor } from './valid-for.ts'

type Result = SessionResults['people'][number]

/**
 * Writes down who came to a session and with what result. Whoever passed has done the step of the plan
 * that named the course, and gets a certificate where one is numbered. A level follows from an
 * assessment alone.
 *
 * @throws {ProblemError} `record-unknown`, `session-closed` if it was called off, `session-not-begun`,
 *   `session-result-missing`, `certificate-number-taken`
 */
export async function recordResults(
  db: Db,
  actor: Actor,
  { sessionId, results }: { readonly sessionId: string; readonly results: SessionResults },
): Promise<TrainingSession> {
  const session = await lockSession(db, sessionId)
  if (session === undefined) throw new ProblemError('record-unknown')
  if (session.status === 'cancelled') throw new ProblemError('session-closed')
  if (session.starts_at.getTime() > Date.now()) throw new ProblemError('session-not-begun')
  const taught = await readTaught(db, session)
  const { timezone, name } = await readCenterSettings(db)
  const heldOn = localDateOf(session.starts_at.getTime() as EpochMs, timezone)
  for (const result of results.people) {
    const { operatorId, attended, share = null } = result
    const passed = attended ? hasPassed(result, taught.passShare) : null
    const kept = { attended, share: attended ? share : null, passed }
    if (!(await putResult(db, { sessionId, operatorId }, kept))) {
      throw new ProblemError('record-unknown')
    }
    if (passed !== true) continue
    await endCourseSteps(db, { operatorId, courseId: session.course_id, endedOn: heldOn })
    await certify(db, actor, result, {
      sessionId,
      title: `${taught.name.ru} / ${taught.name.kk}`,
      issuedBy: results.issuedBy ?? name.ru,
      issuedOn: heldOn,
      months: taught.certificateMonths,
    })
  }
  await setSessionStatus(db, sessionId, 'held')
  return findSession(db, sessionId)
}

function hasPassed({ share }: Result, passShare: number | null): boolean {
  if (passShare === null) return true
  if (share === undefined) throw new ProblemError('session-result-missing')
  return share >= passShare
}

interface CourseCertificate {
  readonly sessionId: string
  readonly title: string
  readonly issuedBy: string
  readonly issuedOn: LocalDate
  readonly months: number | null
}

/** Once for a person and session: writing results down again issues nothing new. */
async function certify(
  db: Db,
  { centerId }: Actor,
  { operatorId, certificateNumber }: Result,
  { months, sessionId, ...certificate }: CourseCertificate,
): Promise<void> {
  if (certificateNumber === undefined) return
  if (await findCourseCertificate(db, { sessionId, operatorId })) return
  await insertCertificate(db, centerId, {
    ...certificate,
    holder: 'person',
    operatorId,
    manager: false,
    kind: 'course',
    number: certificateNumber,
    validUntil: months === null ? null : validFor(certificate.issuedOn, months),
    sessionId,
  })
}
