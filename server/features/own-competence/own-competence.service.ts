import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { Db } from '#server/platform/db/scope.ts'
import type { Actor } from '#server/platform/http/actor.ts'

import { readPersonDue } from '../assessments/assessment-plan.service.ts'
import type { SelfAssessment } from '../assessments/assessments.schema.ts'
import { readOwnAssessments, recordSelfAssessment } from '../assessments/assessments.service.ts'
import { readCenterSettings } from '../centers/centers.service.ts'
import { acknowledgeProfile, readHeldProfiles } from '../competences/profiles.service.ts'
import { centreToday, readCard, requireOwnPerson } from '../operators/operators.service.ts'
import { readOwnTraining } from '../training/own-training.service.ts'
import { competenceState } from './competence-state.ts'
import type { OwnCompetence } from './own-competence.schema.ts'
import { ownQueues } from './own-queues.ts'

/**
 * Everything about one's own competence that somebody may know, and what waits for them.
 *
 * @throws {ProblemError} `own-person-missing`
 */
export async function readOwnCompetence(db: Db, actor: Actor): Promise<OwnCompetence> {
  const operatorId = await requireOwnPerson(db, actor.id)
  const today = await centreToday(db)
  const { person, competences } = await readCard(db, operatorId)
  const far = '9999-12-31'
  return {
    today,
    operatorId,
    fullName: person.fullName,
    competences: competences
      .map((held) => ({
        ...held,
        state: competenceState(held.validUntil as LocalDate | null, today),
      }))
      .toSorted((a, b) => ((a.validUntil ?? far) < (b.validUntil ?? far) ? -1 : 1)),
    queues: person.takesContacts
      ? ownQueues((await readCenterSettings(db)).queues, competences, today)
      : [],
    due: await readPersonDue(db, operatorId),
    profiles: (await readHeldProfiles(db, operatorId)).flatMap(({ holders, ...profile }) =>
      holders.map(({ since, gaps, readVersion, readAt }) => ({
        code: profile.code,
        name: profile.name,
        duties: profile.duties,
        version: profile.version,
        competences: profile.competences,
        since,
        gaps,
        readVersion,
        readAt,
      })),
    ),
    assessments: await readOwnAssessments(db, operatorId),
    ...(await readOwnTraining(db, operatorId)),
  }
}

/**
 * The holder has read a profile, as it was shown to them.
 *
 * @throws {ProblemError} `own-person-missing`, `record-unknown`, `profile-changed`
 */
export async function acknowledgeOwnProfile(
  db: Db,
  actor: Actor,
  shown: { readonly code: string; readonly version: number },
): Promise<OwnCompetence> {
  const operatorId = await requireOwnPerson(db, actor.id)
  await acknowledgeProfile(db, { centerId: actor.centerId, operatorId }, shown)
  return readOwnCompetence(db, actor)
}

/** @throws {ProblemError} `own-person-missing`, `competence-unknown` */
export async function assessOneself(
  db: Db,
  actor: Actor,
  order: SelfAssessment,
): Promise<OwnCompetence> {
  const operatorId = await requireOwnPerson(db, actor.id)
  await recordSelfAssessment(db, actor, { operatorId, ...order })
  return readOwnCompetence(db, actor)
}
