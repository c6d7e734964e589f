import { sql } from 'kysely'

import type { CenterId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { ContractTerms, NewTerms, TermsChange } from './working-time.schema.ts'

/** Every contract of the centre in full, by code. */
export async function listTerms(db: Db): Promise<Omit<ContractTerms, 'people'>[]> {
  const rows = await db
    .selectFrom('contract')
    .selectAll('contract')
    .select(
      sql<string[]>`coalesce((
        select array_agg(shift_shape.code order by shift_shape.code) from contract_shape
          join shift_shape on shift_shape.center_id = contract_shape.center_id
                          and shift_shape.id = contract_shape.shape_id
         where contract_shape.center_id = contract.center_id
           and contract_shape.contract_id = contract.id), '{}')`.as('shapes'),
    )
    .orderBy('contract.code')
    .execute()
  return rows.map((row) => ({
    code: row.code,
    name: row.name,
    regime: row.regime,
    accountingMonths: row.accounting_months as ContractTerms['accountingMonths'],
    splitShifts: row.split_shifts,
    shapes: row.shapes,
    dayMaxPaidMinutes: row.day_max_paid_minutes,
    weekTargetPaidMinutes: row.week_target_paid_minutes,
    weekMaxPaidMinutes: row.week_max_paid_minutes,
    minRestMinutes: row.min_rest_minutes,
    weeklyRestMinutes: row.weekly_rest_minutes,
    maxConsecutiveDays: row.max_consecutive_days,
    maxConsecutiveNights: row.max_consecutive_nights,
    costPerHour: row.cost_per_hour,
    overtimeMultiplier: row.overtime_multiplier,
  }))
}

export async function insertTerms(db: Db, centerId: CenterId, terms: NewTerms): Promise<void> {
  await db
    .insertInto('contract')
    .values({ center_id: centerId, code: terms.code, ...columnsOf(terms) })
    .execute()
  await allowShapes(db, centerId, terms.code, terms.shapes)
}

export async function updateTerms(
  db: Db,
  centerId: CenterId,
  code: string,
  terms: TermsChange,
): Promise<void> {
  await db.updateTable('contract').set(columnsOf(terms)).where('code', '=', code).execute()
  await allowShapes(db, centerId, code, terms.shapes)
}

/** Adds what is new and takes away what is gone, so that the record of changes tells these alone. */
async function allowShapes(
  db: Db,
  centerId: CenterId,
  code: string,
  shapes: readonly string[],
): Promise<void> {
  const contract = db.selectFrom('contract').select('id').where('code', '=', code)
  const wanted = db
    .selectFrom('shift_shape')
    .select('id')
    .where('code', 'in', [...shapes])
  await db
    .deleteFrom('contract_shape')
    .where('contract_id', '=', contract)
    .where('shape_id', 'not in', wanted)
    .execute()
  await db
    .insertInto('contract_shape')
    .columns(['center_id', 'contract_id', 'shape_id'])
    .expression(
      db
        .selectFrom(['contract', 'shift_shape'])
        .select([
          sql<CenterId>`${centerId}::uuid`.as('center_id'),
          'contract.id as contract_id',
          'shift_shape.id as shape_id',
        ])
        .where('contract.code', '=', code)
        .where('shift_shape.code', 'in', [...shapes]),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function deleteTerms(db: Db, code: string): Promise<void> {
  await db.deleteFrom('contract').where('code', '=', code).execute()
}

/** Whether anybody works, worked or will work under a contract. */
export async function hasPeople(db: Db, code: string): Promise<boolean> {
  const { rows } = await sql<{ readonly used: boolean }>`
    select exists (select 1 from operator join contract on contract.id = operator.contract_id
                    where contract.code = ${code})
        or exists (select 1 from operator_contract join contract on contract.id = operator_contract.contract_id
                    where contract.code = ${code}) as used`.execute(db)
  return rows[0]?.used === true
}

function columnsOf(terms: TermsChange) {
  return {
    name: JSON.stringify(terms.name),
    regime: terms.regime,
    accounting_months: terms.accountingMonths,
    split_shifts: terms.splitShifts ?? false,
    day_max_paid_minutes: terms.dayMaxPaidMinutes,
    week_target_paid_minutes: terms.weekTargetPaidMinutes,
    week_max_paid_minutes: terms.weekMaxPaidMinutes,
    min_rest_minutes: terms.minRestMinutes,
    weekly_rest_minutes: terms.weeklyRestMinutes,
    max_consecutive_days: terms.maxConsecutiveDays,
    max_consecutive_nights: terms.maxConsecutiveNights,
    cost_per_hour: terms.costPerHour,
    overtime_multiplier: terms.overtimeMultiplier,
  }
}
