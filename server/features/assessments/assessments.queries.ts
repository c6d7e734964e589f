import type { Selectable, Updateable } from 'kysely'

import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'
import type { Database } from '#server/platform/db/database.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { Assessment } from './assessments.schema.ts'

export type AssessmentRow = Selectable<Database['assessment']>

/** The newest first. */
export async function listAssessments(
  db: Db,
  filter: {
    readonly id?: string | undefined
    readonly operatorId?: OperatorId | undefined
    readonly code?: string | undefined
    readonly open?: boolean | undefined
  },
): Promise<Assessment[]> {
  let query = db
    .selectFrom('assessment')
    .innerJoin('operator', 'operator.id', 'assessment.operator_id')
    .selectAll('assessment')
    .select(['operator.full_name', 'operator.user_id'])
    .orderBy('assessed_on', 'desc')
    .orderBy('made_at', 'desc')
  if (filter.id !== undefined) query = query.where('assessment.id', '=', filter.id)
  if (filter.operatorId !== undefined) {
    query = query.where('assessment.operator_id', '=', filter.operatorId)
  }
  if (filter.open === true) query = query.where('status', 'in', ['draft', 'signed', 'disputed'])
  const rows = await query.execute()
  const results = Map.groupBy(await readResults(db, rows), (result) => result.assessment_id)
  return rows
    .map((row) => present(row, results.get(row.id) ?? []))
    .filter(
      ({ results: judged }) =>
        filter.code === undefined || judged.some(({ code }) => code === filter.code),
    )
}

type ResultRow = Awaited<ReturnType<typeof readResults>>[number]

async function readResults(db: Db, assessments: readonly { readonly id: string }[]) {
  if (assessments.length === 0) return []
  return db
    .selectFrom('assessment_result as result')
    .innerJoin('competence', 'competence.id', 'result.competence_id')
    .select(['result.assessment_id', 'competence.code', 'result.level', 'result.evidence'])
    .where(
      'result.assessment_id',
      'in',
      assessments.map(({ id }) => id),
    )
    .orderBy('competence.code')
    .execute()
}

function present(
  row: AssessmentRow & { readonly full_name: string; readonly user_id: string | null },
  results: readonly ResultRow[],
): Assessment {
  return {
    id: row.id,
    operatorId: row.operator_id,
    fullName: row.full_name,
    signsIn: row.user_id !== null,
    method: row.method,
    status: row.status,
    assessedOn: row.assessed_on,
    assessorName: row.assessor_name,
    evidence: row.evidence,
    objection: row.objection,
    decision: row.decision,
    decidedBy: row.decided_by,
    results: results.map(({ code, level, evidence }) => ({ code, level, evidence })),
  }
}

/** Locks the row, so that two answers to one assessment come one after the other. */
export async function lockAssessment(db: Db, id: string): Promise<AssessmentRow | undefined> {
  return db.selectFrom('assessment').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function insertAssessment(
  db: Db,
  row: {
    readonly centerId: CenterId
    readonly operatorId: OperatorId
    readonly method: AssessmentRow['method']
    readonly assessedOn: string
    readonly assessorId: string
    readonly assessorName: string
    readonly evidence: string
  },
): Promise<string> {
  const { id } = await db
    .insertInto('assessment')
    .values({
      center_id: row.centerId,
      operator_id: row.operatorId,
      method: row.method,
      assessed_on: row.assessedOn,
      assessor_id: row.assessorId,
      assessor_name: row.assessorName,
      evidence: row.evidence,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateAssessment(
  db: Db,
  id: string,
  change: Updateable<Database['assessment']>,
): Promise<void> {
  await db.updateTable('assessment').set(change).where('id', '=', id).execute()
}

export async function deleteAssessment(db: Db, id: string): Promise<void> {
  await db.deleteFrom('assessment').where('id', '=', id).execute()
}

export interface ResultToWrite {
  readonly competenceId: string
  readonly level: number
  readonly evidence: string
}

export async function replaceResults(
  db: Db,
  assessment: { readonly centerId: CenterId; readonly id: string },
  results: readonly ResultToWrite[],
): Promise<void> {
  await db.deleteFrom('assessment_result').where('assessment_id', '=', assessment.id).execute()
  await db
    .insertInto('assessment_result')
    .values(
      results.map(({ competenceId, level, evidence }) => ({
        center_id: assessment.centerId,
        assessment_id: assessment.id,
        competence_id: competenceId,
        level,
        evidence,
      })),
    )
    .execute()
}

/**
 * Lets what was found hold from the day of the assessment on. A level that was found later stays: it
 * is the newer truth.
 */
export async function putLevels(
  db: Db,
  found: {
    readonly centerId: CenterId
    readonly operatorId: OperatorId
    readonly assessedOn: string
    readonly validUntil: string
    readonly results: readonly Pick<ResultToWrite, 'competenceId' | 'level'>[]
  },
): Promise<void> {
  await db
    .insertInto('operator_competence')
    .values(
      found.results.map(({ competenceId, level }) => ({
        center_id: found.centerId,
        operator_id: found.operatorId,
        competence_id: competenceId,
        level,
        assessed_on: found.assessedOn,
        valid_until: found.validUntil,
      })),
    )
    .onConflict((on) =>
      on
        .columns(['center_id', 'operator_id', 'competence_id'])
        .doUpdateSet((column) => ({
          level: column.ref('excluded.level'),
          assessed_on: column.ref('excluded.assessed_on'),
          valid_until: column.ref('excluded.valid_until'),
        }))
        .whereRef('operator_competence.assessed_on', '<=', 'excluded.assessed_on'),
    )
    .execute()
}

export async function readCycle(db: Db) {
  const row = await db.selectFrom('center').select('assessment_cycle').executeTakeFirstOrThrow()
  return row.assessment_cycle
}

/** The user who is the person to be judged, if that person signs in at all. */
export async function readUserOf(db: Db, operatorId: OperatorId): Promise<string | null> {
  const row = await db
    .selectFrom('operator')
    .select('user_id')
    .where('id', '=', operatorId)
    .executeTakeFirst()
  return row?.user_id ?? null
}

export async function isTrainedAssessor(db: Db, userId: string): Promise<boolean> {
  const row = await db
    .selectFrom('assessor')
    .select('user_id')
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row !== undefined
}

/** Everybody whose role lets them assess, with what makes them an assessor. */
export async function listAssessors(db: Db) {
  const rows = await db
    .selectFrom('users')
    .leftJoin('assessor', 'assessor.user_id', 'users.id')
    .select(['users.id', 'users.name', 'users.roles', 'assessor.trained_on', 'assessor.document'])
    .where('users.disabled_at', 'is', null)
    .orderBy('users.name')
    .execute()
  return rows
    .filter(({ roles }) =>
      roles.split(',').some((role) => ['hr', 'supervisor', 'admin'].includes(role)),
    )
    .map((row) => ({
      userId: row.id,
      name: row.name,
      trainedOn: row.trained_on,
      document: row.document,
    }))
}

export async function putAssessor(
  db: Db,
  assessor: { readonly centerId: CenterId; readonly userId: string },
  { trainedOn, document }: { readonly trainedOn: string; readonly document: string },
): Promise<void> {
  await db
    .insertInto('assessor')
    .values({
      center_id: assessor.centerId,
      user_id: assessor.userId,
      trained_on: trainedOn,
      document,
    })
    .onConflict((on) =>
      on.columns(['center_id', 'user_id']).doUpdateSet({ trained_on: trainedOn, document }),
    )
    .execute()
}

export async function deleteAssessor(db: Db, userId: string): Promise<void> {
  await db.deleteFrom('assessor').where('user_id', '=', userId).execute()
}

export async function updateCycle(db: Db, cycle: 'twelve_months' | 'calendar_year'): Promise<void> {
  await db.updateTable('center').set({ assessment_cycle: cycle }).execute()
}
