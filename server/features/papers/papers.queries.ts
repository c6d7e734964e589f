import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { PaperExport, PaperFormat } from './papers.schema.ts'

interface NewExport {
  readonly centerId: CenterId
  readonly madeBy: string
  readonly format: PaperFormat
  readonly about: { readonly operatorId: OperatorId } | { readonly year: number }
}

/** Keeps that a paper was taken; the audit record follows by trigger. */
export async function insertExport(db: Db, order: NewExport): Promise<void> {
  const { about } = order
  await db
    .insertInto('paper_export')
    .values({
      center_id: order.centerId,
      kind: 'year' in about ? 'audit_package' : 'person_file',
      format: order.format,
      operator_id: 'year' in about ? null : about.operatorId,
      year: 'year' in about ? about.year : null,
      made_by: order.madeBy,
    })
    .execute()
}

/** The newest first. */
export async function listExports(db: Db): Promise<PaperExport[]> {
  const rows = await db
    .selectFrom('paper_export as paper')
    .leftJoin('operator', 'operator.id', 'paper.operator_id')
    .select(['paper.kind', 'paper.format', 'paper.year', 'paper.made_by', 'paper.made_at'])
    .select('operator.full_name')
    .orderBy('paper.made_at', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    kind: row.kind,
    format: row.format,
    fullName: row.full_name,
    year: row.year,
    madeBy: row.made_by,
    madeAt: row.made_at.toISOString(),
  }))
}

/** Assessments of one person with both signatures, the newest first. */
export async function readSignedAssessments(db: Db, operatorId: OperatorId) {
  return db
    .selectFrom('assessment')
    .selectAll()
    .where('operator_id', '=', operatorId)
    .where('status', '<>', 'draft')
    .orderBy('assessed_on', 'desc')
    .orderBy('made_at', 'desc')
    .execute()
}

/** What was judged of competences, by assessments that stand. */
function judgedLevels(db: Db) {
  return db
    .selectFrom('assessment_result as result')
    .innerJoin('assessment', 'assessment.id', 'result.assessment_id')
    .innerJoin('competence', 'competence.id', 'result.competence_id')
    .where('assessment.status', 'in', ['agreed', 'resolved'])
}

/** What was judged in the assessments of one person, the newest first. */
export async function readJudgedLevels(db: Db, operatorId: OperatorId) {
  return judgedLevels(db)
    .select([
      'competence.code',
      'competence.name',
      'result.level',
      'result.evidence',
      'assessment.assessed_on',
      'assessment.assessor_name',
    ])
    .where('assessment.operator_id', '=', operatorId)
    .orderBy('competence.code')
    .orderBy('assessment.assessed_on', 'desc')
    .execute()
}

/** Sessions of training that one person was enrolled in. */
export async function readTrainingOf(db: Db, operatorId: OperatorId) {
  return db
    .selectFrom('training_attendance as came')
    .innerJoin('training_session as session', 'session.id', 'came.session_id')
    .innerJoin('course', 'course.id', 'session.course_id')
    .select([
      'course.name',
      'session.course_version',
      'session.starts_at',
      'session.trainer',
      'came.status',
      'came.share',
      'came.passed',
    ])
    .where('came.operator_id', '=', operatorId)
    .where('session.status', '<>', 'cancelled')
    .orderBy('session.starts_at', 'desc')
    .execute()
}

/** Notices that one person has read, through their sign-in. */
export async function readNoticesOf(db: Db, operatorId: OperatorId) {
  return db
    .selectFrom('notice_receipt as receipt')
    .innerJoin('notice', 'notice.id', 'receipt.notice_id')
    .innerJoin('operator', 'operator.user_id', 'receipt.user_id')
    .select(['notice.title', 'notice.official_source', 'receipt.version', 'receipt.read_at'])
    .where('operator.id', '=', operatorId)
    .orderBy('receipt.read_at', 'desc')
    .execute()
}

/** People who took contacts on a day. */
export async function readPeopleOn(db: Db, day: LocalDate) {
  return db
    .selectFrom('operator')
    .leftJoin('team', 'team.id', 'operator.team_id')
    .select(['operator.id', 'full_name', 'personnel_number', 'team.code as team_code'])
    .where('takes_contacts', '=', true)
    .where('hired_on', '<=', day)
    .where((one) => one.or([one('left_on', 'is', null), one('left_on', '>=', day)]))
    .orderBy('full_name')
    .execute()
}

/** Days on which people were judged in competences of the order, within a year, by any means. */
export async function readAssessedIn(
  db: Db,
  year: number,
): Promise<readonly { operatorId: OperatorId; code: string; on: LocalDate }[]> {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  const judged = await judgedLevels(db)
    .select(['assessment.operator_id', 'competence.code', 'assessment.assessed_on'])
    .where('competence.paragraph', 'is not', null)
    .where('assessment.assessed_on', '>=', first)
    .where('assessment.assessed_on', '<=', last)
    .execute()
  // Levels that came from a file have no assessment behind them.
  const held = await db
    .selectFrom('operator_competence as held')
    .innerJoin('competence', 'competence.id', 'held.competence_id')
    .select(['held.operator_id', 'competence.code', 'held.assessed_on'])
    .where('competence.paragraph', 'is not', null)
    .where('held.assessed_on', '>=', first)
    .where('held.assessed_on', '<=', last)
    .execute()
  return [...judged, ...held].map((row) => ({
    operatorId: row.operator_id,
    code: row.code,
    on: row.assessed_on as LocalDate,
  }))
}

/** Sessions that were held in a year, in local time of the centre's calendar. */
export async function readHeldSessions(db: Db, year: number) {
  return db
    .selectFrom('training_session as session')
    .innerJoin('course', 'course.id', 'session.course_id')
    .innerJoin('training_attendance as came', 'came.session_id', 'session.id')
    .select(['session.id', 'session.starts_at', 'session.trainer', 'course.name', 'course_version'])
    .select((column) => [
      column.fn.countAll<number>().filterWhere('came.status', '=', 'attended').as('attended'),
      column.fn.countAll<number>().filterWhere('came.passed', '=', true).as('passed'),
    ])
    .where('session.status', '=', 'held')
    .where('session.starts_at', '>=', new Date(Date.UTC(year - 1, 11, 31)))
    .where('session.starts_at', '<', new Date(Date.UTC(year + 1, 0, 2)))
    .groupBy(['session.center_id', 'session.id', 'course.center_id', 'course.id'])
    .orderBy('session.starts_at')
    .execute()
}

export async function readAssessorRows(db: Db) {
  return db
    .selectFrom('assessor')
    .innerJoin('users', 'users.id', 'assessor.user_id')
    .select(['users.name', 'trained_on', 'document'])
    .orderBy('users.name')
    .execute()
}
