import { randomUUID } from 'node:crypto'

import { localDateOf } from '#forecasting/kernel/calendar.ts'
import type { CenterId, EpochMs, OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { SampleCentre } from '../../fixtures/sample/sample-centre.ts'
import { validFor } from '../features/training/valid-for.ts'
import { known } from './known-code.ts'

interface Parts {
  readonly sample: SampleCentre
  readonly operators: ReadonlyMap<string, OperatorId>
  readonly competences: ReadonlyMap<string, string>
}

const MADE_BY = 'Отдел кадров'
const DAY_MS = 86_400_000

/** What HR finds on the first day: positions with their holders, courses, sessions, plans, banks of questions. */
export async function insertDevelopment(db: Db, centerId: CenterId, parts: Parts): Promise<void> {
  await insertProfiles(db, centerId, parts)
  const courses = await insertCourses(db, centerId, parts)
  await insertSessions(db, centerId, parts, courses)
  await insertSteps(db, centerId, parts, courses)
  await insertQuestions(db, centerId, parts)
}

async function insertProfiles(
  db: Db,
  centerId: CenterId,
  { sample, operators, competences }: Parts,
): Promise<void> {
  const ids = new Map(sample.profiles.map(({ code }) => [code as string, randomUUID() as string]))
  const own = (code: string) => ({ center_id: centerId, profile_id: known(ids, code) })
  await db
    .insertInto('position_profile')
    .values(
      sample.profiles.map((one) => ({
        center_id: centerId,
        id: known(ids, one.code),
        code: one.code,
        name: JSON.stringify(one.names),
        function: one.function,
        duties: one.duties,
      })),
    )
    .execute()
  await db
    .insertInto('profile_competence')
    .values(
      sample.profiles.flatMap(({ code, needs }) =>
        needs.map(({ competence, minLevel }) => ({
          ...own(code),
          competence_id: known(competences, competence),
          min_level: minLevel,
        })),
      ),
    )
    .execute()
  await db
    .insertInto('profile_holder')
    .values(
      sample.holders.map(({ profile, personnelNumber, since, hasRead }) => ({
        ...own(profile),
        operator_id: known(operators, personnelNumber),
        since: since as string,
        read_version: hasRead ? 1 : null,
        read_at: hasRead ? new Date(Date.parse(since) + DAY_MS / 2) : null,
      })),
    )
    .execute()
}

async function insertCourses(
  db: Db,
  centerId: CenterId,
  { sample, competences }: Parts,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map(sample.courses.map(({ code }) => [code as string, randomUUID() as string]))
  const own = { center_id: centerId }
  await db
    .insertInto('course')
    .values(
      sample.courses.map(({ code, names }) => ({
        ...own,
        id: known(ids, code),
        code,
        name: JSON.stringify(names),
        archived_at: null,
      })),
    )
    .execute()
  const version = (code: string) => ({ ...own, course_id: known(ids, code), version: 1 })
  await db
    .insertInto('course_version')
    .values(
      sample.courses.map((one) => ({
        ...version(one.code),
        minutes: one.minutes,
        programme: one.programme,
        pass_share: one.passShare,
        certificate_months: one.certificateMonths,
        made_by: MADE_BY,
      })),
    )
    .execute()
  await db
    .insertInto('course_competence')
    .values(
      sample.courses.map(({ code, teaches }) => ({
        ...version(code),
        competence_id: known(competences, teaches.competence),
        level: teaches.level,
      })),
    )
    .execute()
  return ids
}

async function insertSessions(
  db: Db,
  centerId: CenterId,
  parts: Parts,
  courses: ReadonlyMap<string, string>,
): Promise<void> {
  const { sample, operators } = parts
  for (const session of sample.sessions) {
    const course = sample.courses.find(({ code }) => code === session.course)
    const isHeld = session.people.some(({ share }) => share !== null)
    const { id } = await db
      .insertInto('training_session')
      .values({
        center_id: centerId,
        course_id: known(courses, session.course),
        course_version: 1,
        site_id: null,
        trainer: session.trainer,
        places: session.places,
        starts_at: new Date(session.startMs),
        ends_at: new Date(session.endMs),
        status: isHeld ? 'held' : 'planned',
        short_agent_hours: null,
        made_by: MADE_BY,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const people = session.people.map(({ personnelNumber, share }) => ({
      personnelNumber,
      share,
      operatorId: known(operators, personnelNumber),
      passed: share === null ? null : share >= (course?.passShare ?? 0),
    }))
    if (people.length === 0) continue
    await db
      .insertInto('training_attendance')
      .values(
        people.map(({ operatorId, share, passed }) => ({
          center_id: centerId,
          session_id: id,
          operator_id: operatorId,
          status: isHeld ? ('attended' as const) : ('enrolled' as const),
          share,
          passed,
        })),
      )
      .execute()
    const passed = people.filter((one) => one.passed === true)
    if (passed.length > 0) await insertCertificates(db, centerId, { ...parts, session, id, passed })
  }
}

async function insertCertificates(
  db: Db,
  centerId: CenterId,
  {
    sample,
    session,
    id,
    passed,
  }: Parts & {
    readonly id: string
    readonly session: SampleCentre['sessions'][number]
    readonly passed: readonly {
      readonly personnelNumber: string
      readonly operatorId: OperatorId
    }[]
  },
): Promise<void> {
  const course = sample.courses.find(({ code }) => code === session.course)
  const issuedOn = localDateOf(session.startMs as EpochMs, sample.timezone)
  const holds = course?.certificateMonths ?? null
  const names = new Map(sample.operators.map((one) => [one.personnelNumber, one.fullName]))
  await db
    .insertInto('certificate')
    .values(
      passed.map(({ personnelNumber, operatorId }) => ({
        center_id: centerId,
        holder: 'person' as const,
        operator_id: operatorId,
        holder_name: known(names, personnelNumber),
        kind: 'course' as const,
        title: course === undefined ? session.course : `${course.names.ru} / ${course.names.kk}`,
        number: `${session.course}-${personnelNumber}`,
        issued_by: sample.names.ru,
        issued_on: issuedOn as string,
        valid_until: holds === null ? null : validFor(issuedOn, holds),
        session_id: id,
        withdrawn_on: null,
      })),
    )
    .execute()
}

async function insertSteps(
  db: Db,
  centerId: CenterId,
  { sample, operators, competences }: Parts,
  courses: ReadonlyMap<string, string>,
): Promise<void> {
  if (sample.steps.length === 0) return
  await db
    .insertInto('development_step')
    .values(
      sample.steps.map((step) => ({
        center_id: centerId,
        operator_id: known(operators, step.personnelNumber),
        competence_id: known(competences, step.competence),
        target_level: step.targetLevel,
        way: step.way,
        course_id: step.course === null ? null : known(courses, step.course),
        mentor_id: step.mentor === null ? null : known(operators, step.mentor),
        due_on: step.dueOn as string,
        made_by: MADE_BY,
        ended_on: null,
      })),
    )
    .execute()
}

async function insertQuestions(
  db: Db,
  centerId: CenterId,
  { sample, competences }: Parts,
): Promise<void> {
  const own = { center_id: centerId }
  const ids = new Map(sample.questions.map(({ code }) => [code, randomUUID() as string]))
  await db
    .insertInto('question')
    .values(
      sample.questions.map(({ code, competence }) => ({
        ...own,
        id: known(ids, code),
        competence_id: known(competences, competence),
        code,
        archived_at: null,
      })),
    )
    .execute()
  await db
    .insertInto('question_version')
    .values(
      sample.questions.map((one) => ({
        ...own,
        question_id: known(ids, one.code),
        version: 1,
        text: JSON.stringify(one.text),
        options: JSON.stringify(one.options),
        made_by: MADE_BY,
      })),
    )
    .execute()
  await db
    .insertInto('knowledge_test')
    .values(
      sample.tests.map((test) => ({
        ...own,
        competence_id: known(competences, test.competence),
        question_count: test.questionCount,
        minutes: test.minutes,
        pass_share: test.passShare,
        level: test.level,
        attempts: test.attempts,
      })),
    )
    .execute()
}
