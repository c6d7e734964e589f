import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'
import type { Actor } from '#server/platform/http/actor.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { requireCompetenceIds } from '../competences/competences.service.ts'
import { readProfiles } from '../competences/profiles.service.ts'
import { centreToday, requireOperator } from '../operators/operators.service.ts'
import { requireCourse } from './courses.service.ts'
import {
  endStep,
  insertStep,
  listSteps,
  readNearMisses,
  readPeopleInNeed,
} from './development.queries.ts'
import type { DevelopmentStep, NewStep, StepEnd, TrainingNeed } from './development.schema.ts'
import { type Lack, trainingNeeds } from './training-needs.ts'

/** What people have to learn, those first whom nobody has planned for. */
export async function readNeeds(
  db: Db,
): Promise<{ readonly today: LocalDate; readonly needs: TrainingNeed[] }> {
  const today = await centreToday(db)
  const { people, assessedOn } = await readPeopleInNeed(db)
  const lacks = [...(await lacksOfProfiles(db)), ...(await lacksOfQueues(db, today))]
  const needs = trainingNeeds(lacks, await listSteps(db), assessedOn).map((need) => {
    const person = people.get(need.operatorId)
    return {
      ...need,
      fullName: person?.full_name ?? '',
      personnelNumber: person?.personnel_number ?? '',
    }
  })
  const rank = ({ step }: TrainingNeed): number =>
    step === null ? 0 : step.status === 'planned' ? 2 : 1
  return {
    today,
    needs: needs.toSorted((a, b) =>
      rank(a) === rank(b) ? a.fullName.localeCompare(b.fullName, 'ru') : rank(a) - rank(b),
    ),
  }
}

/** The whole plan of one person, what is open first. */
export async function readSteps(db: Db, operatorId: OperatorId): Promise<DevelopmentStep[]> {
  return listSteps(db, { operatorId })
}

async function lacksOfProfiles(db: Db): Promise<Lack[]> {
  const { profiles } = await readProfiles(db)
  return profiles.flatMap((profile) =>
    profile.holders.flatMap(({ operatorId, gaps }) =>
      gaps.map(({ code, minLevel, level }) => ({
        operatorId,
        competenceCode: code,
        level,
        requiredLevel: minLevel,
        askedBy: { kind: 'profile' as const, code: profile.code },
      })),
    ),
  )
}

async function lacksOfQueues(db: Db, today: LocalDate): Promise<Lack[]> {
  return (await readNearMisses(db, today)).map((row) => ({
    operatorId: row.operator_id,
    competenceCode: row.competence_code,
    level: row.level,
    requiredLevel: row.min_level,
    askedBy: { kind: 'queue', code: row.queue_code },
  }))
}

/**
 * Plans what somebody is to learn, how, and by when.
 *
 * @throws {ProblemError} `operator-unknown`, `competence-unknown`, `course-unknown`,
 *   `step-course-missing`; a second open step for one competence is refused by its index
 */
export async function planStep(db: Db, actor: Actor, order: NewStep): Promise<DevelopmentStep> {
  const today = await centreToday(db)
  await requireOperator(db, order.operatorId, today)
  if (order.mentorId !== null) await requireOperator(db, order.mentorId, today)
  if ((order.way === 'course') !== (order.courseCode !== null)) {
    throw new ProblemError('step-course-missing')
  }
  const [competenceId = ''] = await requireCompetenceIds(db, [order.competenceCode])
  const courseId = order.courseCode === null ? null : (await requireCourse(db, order.courseCode)).id
  const id = await insertStep(db, actor, order, { competenceId, courseId })
  return findStep(db, id)
}

/** @throws {ProblemError} `record-unknown` if there is none, or it has ended */
export async function finishStep(db: Db, id: string, end: StepEnd): Promise<DevelopmentStep> {
  if (!(await endStep(db, id, { ...end, endedOn: await centreToday(db) }))) {
    throw new ProblemError('record-unknown')
  }
  return findStep(db, id)
}

async function findStep(db: Db, id: string): Promise<DevelopmentStep> {
  const [found] = await listSteps(db, { id })
  if (found === undefined) throw new ProblemError('record-unknown')
  return found
}
