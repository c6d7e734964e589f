import { addDays, localDateOf, startOfLocalDay } from '#forecasting/kernel/calendar.ts'
import type { EpochMs, OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'
import type { Actor } from '#server/platform/http/actor.ts'

import { readCenterSettings } from '../centers/centers.service.ts'
import { requireOwnPerson } from '../operators/operators.service.ts'
import { readRemoteSpans } from '../operators/remote-work.service.ts'
import { readPublishedShifts } from '../schedules/changes/published-changes.service.ts'
import { workPlaceOf } from '../schedules/problem/work-place.ts'
import { readSessionSpans } from '../training/session-spans.service.ts'
import { ownChanges } from './own-changes.ts'
import { findSight, keepSight, listOwnAbsences } from './own-shifts.queries.ts'
import type { OwnShifts } from './own-shifts.schema.ts'

const SESSION_DAYS = 56

/**
 * One's own published shifts from today on, with all that changes a day.
 *
 * @throws {ProblemError} `own-person-missing`
 */
export async function readOwnShifts(db: Db, actor: Actor): Promise<OwnShifts> {
  const operatorId = await requireOwnPerson(db, actor.id)
  const { timezone } = await readCenterSettings(db)
  const today = localDateOf(Date.now() as EpochMs, timezone)
  const startMs = startOfLocalDay(today, timezone)
  const { shifts, published } = await readPublishedShifts(db, operatorId, startMs)
  const sessions = await readSessionSpans(db, {
    startMs,
    endMs: startOfLocalDay(addDays(today, SESSION_DAYS), timezone),
  })
  const remoteWork = await readRemoteSpans(db, addDays(today, -1), operatorId)
  const sight = await findSight(db, operatorId)
  return {
    today,
    timezone,
    published: published.filter(({ toDate }) => toDate >= today),
    shifts: shifts.map((shift) => ({
      startsAt: shift.startsAt,
      endsAt: shift.endsAt,
      shape: shift.shape,
      workPlace: workPlaceOf(shift, { remoteWork, timezone }),
      breaks: shift.breaks,
    })),
    sessions: sessions
      .filter((session) => session.operatorId === operatorId)
      .map((session) => ({
        startsAt: new Date(session.startMs).toISOString(),
        endsAt: new Date(session.endMs).toISOString(),
        course: session.course,
      })),
    absences: await listOwnAbsences(db, operatorId, today),
    seenAt: sight?.seenAt.toISOString() ?? null,
    changes:
      sight === undefined ? [] : ownChanges(sight.shifts, shifts, { from: today, zone: timezone }),
  }
}

/** What is published for somebody now has been seen by them. */
export async function markSeen(db: Db, actor: Actor): Promise<OwnShifts> {
  const operatorId: OperatorId = await requireOwnPerson(db, actor.id)
  const { shifts } = await readOwnShifts(db, actor)
  await keepSight(
    db,
    { centerId: actor.centerId, operatorId },
    shifts.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
  )
  return readOwnShifts(db, actor)
}
