import type { CenterId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { Course, CourseBody, NewCourse } from './courses.schema.ts'

/** Courses by code, each as its last version; with `archived`, those no longer taught, too. */
export async function listCourses(
  db: Db,
  { archived = false }: { readonly archived?: boolean | undefined } = {},
): Promise<Course[]> {
  let query = db
    .selectFrom('course')
    .innerJoin('course_version as taught', 'taught.course_id', 'course.id')
    .selectAll('taught')
    .select(['course.code', 'course.name', 'course.archived_at'])
    .where('taught.version', '=', (inner) =>
      inner
        .selectFrom('course_version as any_version')
        .select((column) => column.fn.max('any_version.version').as('last'))
        .whereRef('any_version.course_id', '=', 'course.id'),
    )
    .orderBy('course.code')
  if (!archived) query = query.where('course.archived_at', 'is', null)
  const rows = await query.execute()
  const taught = await db
    .selectFrom('course_competence')
    .innerJoin('competence', 'competence.id', 'course_competence.competence_id')
    .select(['course_id', 'version', 'competence.code', 'level'])
    .orderBy('competence.code')
    .execute()
  return rows.map((row) => ({
    code: row.code,
    version: row.version,
    name: row.name,
    minutes: row.minutes,
    programme: row.programme,
    passShare: row.pass_share,
    certificateMonths: row.certificate_months,
    competences: taught
      .filter((one) => one.course_id === row.course_id && one.version === row.version)
      .map(({ code, level }) => ({ code, level })),
    archived: row.archived_at !== null,
    madeBy: row.made_by,
    madeAt: row.made_at.toISOString(),
  }))
}

export interface CourseKey {
  readonly id: string
  readonly version: number
  readonly archived: boolean
}

/** Id and last version of a course; locked, so that two changes make two versions. */
export async function findCourse(db: Db, code: string): Promise<CourseKey | undefined> {
  const row = await db
    .selectFrom('course')
    .select(['id', 'archived_at'])
    .where('code', '=', code)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { version } = await db
    .selectFrom('course_version')
    .select((column) => column.fn.max('version').as('version'))
    .where('course_id', '=', row.id)
    .executeTakeFirstOrThrow()
  return { id: row.id, version, archived: row.archived_at !== null }
}

export async function insertCourse(
  db: Db,
  centerId: CenterId,
  { code, name }: Pick<NewCourse, 'code' | 'name'>,
): Promise<string> {
  const { id } = await db
    .insertInto('course')
    .values({ center_id: centerId, code, name: JSON.stringify(name), archived_at: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function renameCourse(db: Db, id: string, name: CourseBody['name']): Promise<void> {
  await db
    .updateTable('course')
    .set({ name: JSON.stringify(name) })
    .where('id', '=', id)
    .execute()
}

export async function archiveCourse(db: Db, id: string, archived: boolean): Promise<void> {
  await db
    .updateTable('course')
    .set({ archived_at: archived ? new Date() : null })
    .where('id', '=', id)
    .execute()
}

export interface VersionToWrite {
  readonly centerId: CenterId
  readonly courseId: string
  readonly version: number
  readonly madeBy: string
  readonly body: CourseBody
  /** In the order of the body's competences. */
  readonly competenceIds: readonly string[]
}

export async function insertCourseVersion(db: Db, to: VersionToWrite): Promise<void> {
  const { centerId, courseId, version, body } = to
  await db
    .insertInto('course_version')
    .values({
      center_id: centerId,
      course_id: courseId,
      version,
      minutes: body.minutes,
      programme: body.programme,
      pass_share: body.passShare,
      certificate_months: body.certificateMonths,
      made_by: to.madeBy,
    })
    .execute()
  await db
    .insertInto('course_competence')
    .values(
      body.competences.map(({ level }, at) => ({
        center_id: centerId,
        course_id: courseId,
        version,
        competence_id: to.competenceIds[at] ?? '',
        level,
      })),
    )
    .execute()
}
