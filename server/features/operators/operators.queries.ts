import { type Insertable, type SelectQueryBuilder, sql, type Updateable } from 'kysely'

import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'
import type { Database } from '#server/platform/db/database.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { Operator, OperatorCard } from './operators.schema.ts'

type OperatorRow = Database['operator']

export async function readTimezone(db: Db): Promise<string> {
  const { timezone } = await db.selectFrom('center').select('timezone').executeTakeFirstOrThrow()
  return timezone
}

/** People in the order of their names; `left`: those who work here no more, too. */
export async function listOperators(
  db: Db,
  { today, left }: { readonly today: LocalDate; readonly left: boolean },
): Promise<readonly Operator[]> {
  let query = selectPeople(db, today)
  if (!left) {
    query = query.where((one) =>
      one.or([one('operator.left_on', 'is', null), one('operator.left_on', '>=', today)]),
    )
  }
  const rows = await query.orderBy('operator.full_name').orderBy('personnel_number').execute()
  return present(db, rows, today)
}

/** Whose sign-in this is; undefined if nobody's. */
export async function findPersonOf(db: Db, userId: string): Promise<OperatorId | undefined> {
  const row = await db
    .selectFrom('operator')
    .select('id')
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row?.id
}

/** @returns undefined if the centre has no such person */
export async function findOperator(
  db: Db,
  id: OperatorId,
  today: LocalDate,
): Promise<Operator | undefined> {
  const rows = await selectPeople(db, today).where('operator.id', '=', id).execute()
  return (await present(db, rows, today))[0]
}

function selectPeople(db: Db, today: LocalDate) {
  return db
    .selectFrom('operator')
    .innerJoin('site', (join) =>
      join
        .onRef('site.center_id', '=', 'operator.center_id')
        .onRef('site.id', '=', 'operator.site_id'),
    )
    .leftJoin('team', (join) =>
      join
        .onRef('team.center_id', '=', 'operator.center_id')
        .onRef('team.id', '=', 'operator.team_id'),
    )
    .selectAll('operator')
    .select(['site.code as site_code', 'team.code as team_code'])
    .select((column) => [
      column
        .selectFrom('contract')
        .select('contract.code')
        .where('contract.id', '=', contractOn(today))
        .as('contract_code'),
    ])
}

/** The id of the contract that is in force for the operator of the query on a day. */
function contractOn(date: LocalDate) {
  return sql<string>`coalesce(
    (select later.contract_id from operator_contract as later
      where later.center_id = operator.center_id and later.operator_id = operator.id
        and later.from_date <= ${date}
      order by later.from_date desc limit 1),
    operator.contract_id)`
}

type PersonRow =
  ReturnType<typeof selectPeople> extends SelectQueryBuilder<
    infer _Database,
    infer _Table,
    infer Row
  >
    ? Row
    : never

async function present(
  db: Db,
  rows: readonly PersonRow[],
  today: LocalDate,
): Promise<readonly Operator[]> {
  const languages = Map.groupBy(await languageLevels(db, today), (row) => row.operator_id)
  return rows.map((row) => ({
    id: row.id,
    personnelNumber: row.personnel_number,
    fullName: row.full_name,
    kind: row.kind,
    takesContacts: row.takes_contacts,
    position: row.position,
    siteCode: row.site_code,
    teamCode: row.team_code,
    workplace: row.workplace,
    hiredOn: row.hired_on,
    leftOn: row.left_on,
    contractCode: row.contract_code ?? '',
    languages: (languages.get(row.id) ?? []).map(({ code, level }) => ({ code, level })),
  }))
}

async function languageLevels(db: Db, today: LocalDate) {
  return db
    .selectFrom('operator_competence as held')
    .innerJoin('competence', (join) =>
      join
        .onRef('competence.center_id', '=', 'held.center_id')
        .onRef('competence.id', '=', 'held.competence_id'),
    )
    .select(['held.operator_id', 'held.level', 'competence.code'])
    .where('competence.kind', '=', 'language')
    .where((one) =>
      one.or([one('held.valid_until', 'is', null), one('held.valid_until', '>=', today)]),
    )
    .orderBy('competence.code')
    .execute()
}

export async function readCardRows(
  db: Db,
  id: OperatorId,
  absencesSince: LocalDate,
): Promise<Omit<OperatorCard, 'person'>> {
  const own = await db
    .selectFrom('operator')
    .innerJoin('contract', 'contract.id', 'operator.contract_id')
    .select(['operator.hired_on', 'operator.user_id', 'contract.code'])
    .where('operator.id', '=', id)
    .executeTakeFirstOrThrow()
  const later = await db
    .selectFrom('operator_contract as later')
    .innerJoin('contract', 'contract.id', 'later.contract_id')
    .select(['later.from_date', 'contract.code'])
    .where('later.operator_id', '=', id)
    .orderBy('later.from_date')
    .execute()
  const earlier = await db
    .selectFrom('earlier_employment')
    .select(['hired_on as hiredOn', 'left_on as leftOn'])
    .where('operator_id', '=', id)
    .orderBy('hired_on')
    .execute()
  const absences = await db
    .selectFrom('absence')
    .select(['kind', 'from_date as fromDate', 'to_date as toDate'])
    .where('operator_id', '=', id)
    .where('to_date', '>=', absencesSince)
    .orderBy('from_date')
    .execute()
  return {
    userId: own.user_id,
    contracts: [
      { fromDate: own.hired_on, contractCode: own.code },
      ...later.map((row) => ({ fromDate: row.from_date, contractCode: row.code })),
    ],
    earlierEmployments: earlier,
    competences: await heldCompetences(db, id),
    absences,
  }
}

async function heldCompetences(db: Db, id: OperatorId): Promise<OperatorCard['competences']> {
  return db
    .selectFrom('operator_competence as held')
    .innerJoin('competence', 'competence.id', 'held.competence_id')
    .select([
      'competence.code',
      'held.level',
      'held.assessed_on as assessedOn',
      'held.valid_until as validUntil',
    ])
    .where('held.operator_id', '=', id)
    .orderBy('competence.code')
    .execute()
}

export async function insertOperator(db: Db, row: Insertable<OperatorRow>): Promise<OperatorId> {
  const { id } = await db
    .insertInto('operator')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateOperator(
  db: Db,
  id: OperatorId,
  change: Updateable<OperatorRow>,
): Promise<void> {
  // The key itself: a change of nothing is a change all the same.
  await db
    .updateTable('operator')
    .set({ id, ...change })
    .where('id', '=', id)
    .execute()
}

/**
 * Keeps a span of work that ended, when somebody is hired again. What was assessed in it ends with it:
 * who comes back is assessed before the first solo shift.
 */
export async function keepEmployment(
  db: Db,
  employment: {
    readonly centerId: CenterId
    readonly operatorId: OperatorId
    readonly hiredOn: string
    readonly leftOn: string
  },
): Promise<void> {
  await db
    .insertInto('earlier_employment')
    .values({
      center_id: employment.centerId,
      operator_id: employment.operatorId,
      hired_on: employment.hiredOn,
      left_on: employment.leftOn,
    })
    .execute()
  await db
    .updateTable('operator_competence')
    .set({ valid_until: employment.leftOn })
    .where('operator_id', '=', employment.operatorId)
    .where('assessed_on', '<=', employment.leftOn)
    .where((one) =>
      one.or([one('valid_until', 'is', null), one('valid_until', '>', employment.leftOn)]),
    )
    .execute()
}

/** Puts somebody under another contract from a day on; a change on the same day replaces it. */
export async function putContract(
  db: Db,
  change: {
    readonly centerId: CenterId
    readonly operatorId: OperatorId
    readonly fromDate: string
    readonly contractId: string
  },
): Promise<void> {
  await db
    .insertInto('operator_contract')
    .values({
      center_id: change.centerId,
      operator_id: change.operatorId,
      from_date: change.fromDate,
      contract_id: change.contractId,
    })
    .onConflict((on) =>
      on
        .columns(['center_id', 'operator_id', 'from_date'])
        .doUpdateSet({ contract_id: change.contractId }),
    )
    .execute()
}

/** @returns false if no contract begins on that day */
export async function deleteContract(
  db: Db,
  operatorId: OperatorId,
  fromDate: string,
): Promise<boolean> {
  const result = await db
    .deleteFrom('operator_contract')
    .where('operator_id', '=', operatorId)
    .where('from_date', '=', fromDate)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}
