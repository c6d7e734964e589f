import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { DevelopmentStep, NewStep, StepEnd } from './development.schema.ts'

/** Open steps first, by the day they are due; of one person, or of everybody who works here. */
export async function listSteps(
  db: Db,
  { operatorId, id }: { readonly operatorId?: OperatorId | undefined; readonly id?: string } = {},
): Promise<DevelopmentStep[]> {
  let query = db
    .selectFrom('development_step as step')
    .innerJoin('operator', 'operator.id', 'step.operator_id')
    .innerJoin('competence', 'competence.id', 'step.competence_id')
    .leftJoin('course', 'course.id', 'step.course_id')
    .leftJoin('operator as mentor', 'mentor.id', 'step.mentor_id')
    .selectAll('step')
    .select([
      'operator.full_name',
      'competence.code as competence_code',
      'course.code as course_code',
      'mentor.full_name as mentor_name',
    ])
    .orderBy((column) => column('step.status', '<>', 'planned'))
    .orderBy('step.due_on')
    .orderBy('operator.full_name')
    .limit(5000)
  if (operatorId !== undefined) query = query.where('step.operator_id', '=', operatorId)
  if (id !== undefined) query = query.where('step.id', '=', id)
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    operatorId: row.operator_id,
    fullName: row.full_name,
    competenceCode: row.competence_code,
    targetLevel: row.target_level,
    way: row.way,
    courseCode: row.course_code,
    mentorId: row.mentor_id,
    mentorName: row.mentor_name,
    dueOn: row.due_on,
    status: row.status,
    outcome: row.outcome,
    madeBy: row.made_by,
    endedOn: row.ended_on,
  }))
}

export async function insertStep(
  db: Db,
  by: { readonly centerId: CenterId; readonly name: string },
  order: NewStep,
  ids: { readonly competenceId: string; readonly courseId: string | null },
): Promise<string> {
  const { id } = await db
    .insertInto('development_step')
    .values({
      center_id: by.centerId,
      operator_id: order.operatorId,
      competence_id: ids.competenceId,
      target_level: order.targetLevel,
      way: order.way,
      course_id: ids.courseId,
      mentor_id: order.mentorId,
      due_on: order.dueOn,
      made_by: by.name,
      ended_on: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** @returns false if there is no such step, or it has ended */
export async function endStep(
  db: Db,
  id: string,
  { status, outcome, endedOn }: StepEnd & { readonly endedOn: LocalDate },
): Promise<boolean> {
  const result = await db
    .updateTable('development_step')
    .set({ status, outcome, ended_on: endedOn })
    .where('id', '=', id)
    .where('status', '=', 'planned')
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Ends the open steps of somebody that named a course which they have now passed. */
export async function endCourseSteps(
  db: Db,
  passed: {
    readonly operatorId: OperatorId
    readonly courseId: string
    readonly endedOn: LocalDate
  },
): Promise<void> {
  await db
    .updateTable('development_step')
    .set({ status: 'done', ended_on: passed.endedOn })
    .where('operator_id', '=', passed.operatorId)
    .where('course_id', '=', passed.courseId)
    .where('status', '=', 'planned')
    .execute()
}

/** Queues that somebody nearly can take: they hold the competence, but not at the level. */
export async function readNearMisses(db: Db, today: LocalDate) {
  return db
    .selectFrom('operator_competence as held')
    .innerJoin('queue_competence as need', 'need.competence_id', 'held.competence_id')
    .innerJoin('queue', 'queue.id', 'need.queue_id')
    .innerJoin('competence', 'competence.id', 'held.competence_id')
    .innerJoin('operator', 'operator.id', 'held.operator_id')
    .select([
      'held.operator_id',
      'held.level',
      'need.min_level',
      'queue.code as queue_code',
      'competence.code as competence_code',
    ])
    .whereRef('held.level', '<', 'need.min_level')
    .where('held.level', '>', 0)
    .where('queue.archived_at', 'is', null)
    .where('operator.takes_contacts', '=', true)
    .where((one) =>
      one.or([one('held.valid_until', 'is', null), one('held.valid_until', '>=', today)]),
    )
    .where((one) =>
      one.or([one('operator.left_on', 'is', null), one('operator.left_on', '>=', today)]),
    )
    .execute()
}

/** Personnel numbers and names by id, and when each competence was last assessed. */
export async function readPeopleInNeed(db: Db) {
  const people = await db
    .selectFrom('operator')
    .select(['id', 'full_name', 'personnel_number'])
    .execute()
  const assessed = await db
    .selectFrom('operator_competence as held')
    .innerJoin('competence', 'competence.id', 'held.competence_id')
    .select(['held.operator_id', 'competence.code', 'held.assessed_on'])
    .execute()
  return {
    people: new Map(people.map((one) => [one.id as string, one])),
    assessedOn: new Map(assessed.map((one) => [`${one.operator_id} ${one.code}`, one.assessed_on])),
  }
}
