import type { Db } from '#server/platform/db/scope.ts'
import type { Actor } from '#server/platform/http/actor.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { requireCompetenceIds } from '../competences/competences.service.ts'
import {
  archiveCourse,
  type CourseKey,
  findCourse,
  insertCourse,
  insertCourseVersion,
  listCourses,
  renameCourse,
} from './courses.queries.ts'
import type { Course, CourseBody, NewCourse } from './courses.schema.ts'

/** @throws {ProblemError} `competence-unknown`; a code that is taken is refused by its constraint */
export async function addCourse(db: Db, actor: Actor, order: NewCourse): Promise<Course> {
  const courseId = await insertCourse(db, actor.centerId, order)
  await writeVersion(db, actor, { courseId, version: 1, body: order })
  return readCourse(db, order.code)
}

/**
 * Teaches a course otherwise from now on: its next version. Sessions keep the one they were made with.
 *
 * @throws {ProblemError} `course-unknown`, `competence-unknown`
 */
export async function changeCourse(
  db: Db,
  actor: Actor,
  { code, body }: { readonly code: string; readonly body: CourseBody },
): Promise<Course> {
  const { id: courseId, version } = await requireCourse(db, code)
  await renameCourse(db, courseId, body.name)
  await writeVersion(db, actor, { courseId, version: version + 1, body })
  return readCourse(db, code)
}

/** @throws {ProblemError} `course-unknown` */
export async function setCourseArchived(db: Db, code: string, archived: boolean): Promise<Course> {
  const { id } = await requireCourse(db, code)
  await archiveCourse(db, id, archived)
  return readCourse(db, code)
}

/** @throws {ProblemError} `course-unknown` */
export async function requireCourse(db: Db, code: string): Promise<CourseKey> {
  const found = await findCourse(db, code)
  if (found === undefined) throw new ProblemError('course-unknown', { values: { code } })
  return found
}

/** @throws {ProblemError} `course-unknown` */
export async function readCourse(db: Db, code: string): Promise<Course> {
  const found = (await listCourses(db, { archived: true })).find((one) => one.code === code)
  if (found === undefined) throw new ProblemError('course-unknown', { values: { code } })
  return found
}

async function writeVersion(
  db: Db,
  { centerId, name }: Actor,
  to: { readonly courseId: string; readonly version: number; readonly body: CourseBody },
): Promise<void> {
  const competenceIds = await requireCompetenceIds(
    db,
    to.body.competences.map(({ code }) => code),
  )
  await insertCourseVersion(db, { ...to, centerId, madeBy: name, competenceIds })
}
