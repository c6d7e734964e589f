import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

/** People who take contacts on a day, or will from a later one; all of them, or one. */
export async function readAssessable(db: Db, today: LocalDate, only?: OperatorId) {
  let query = db
    .selectFrom('operator')
    .innerJoin('site', 'site.id', 'operator.site_id')
    .leftJoin('team', 'team.id', 'operator.team_id')
    .select([
      'operator.id',
      'operator.full_name',
      'operator.personnel_number',
      'operator.hired_on',
      'site.code as site_code',
      'team.code as team_code',
    ])
    .where('operator.takes_contacts', '=', true)
    .where((one) =>
      one.or([one('operator.left_on', 'is', null), one('operator.left_on', '>=', today)]),
    )
    .orderBy('operator.full_name')
    .orderBy('operator.id')
  if (only !== undefined) query = query.where('operator.id', '=', only)
  return query.execute()
}

export interface HeldLevel {
  readonly operatorId: OperatorId
  readonly code: string
  readonly level: number
  readonly assessedOn: LocalDate
  readonly validUntil: LocalDate | null
}

/** Of everybody, or of one person. */
export async function readHeldLevels(db: Db, only?: OperatorId): Promise<readonly HeldLevel[]> {
  let query = db
    .selectFrom('operator_competence as held')
    .innerJoin('competence', 'competence.id', 'held.competence_id')
    .select([
      'held.operator_id',
      'competence.code',
      'held.level',
      'held.assessed_on',
      'held.valid_until',
    ])
  if (only !== undefined) query = query.where('held.operator_id', '=', only)
  const rows = await query.execute()
  return rows.map((row) => ({
    operatorId: row.operator_id,
    code: row.code,
    level: row.level,
    assessedOn: row.assessed_on as LocalDate,
    validUntil: row.valid_until as LocalDate | null,
  }))
}

/** Absences that have not ended on a day, of everybody or of one person. */
export async function readAbsencesFrom(db: Db, today: LocalDate, only?: OperatorId) {
  let query = db
    .selectFrom('absence')
    .select(['operator_id', 'from_date', 'to_date'])
    .where('to_date', '>=', today)
  if (only !== undefined) query = query.where('operator_id', '=', only)
  const rows = await query.execute()
  return rows.map((row) => ({
    operatorId: row.operator_id,
    fromDate: row.from_date as LocalDate,
    toDate: row.to_date as LocalDate,
  }))
}
