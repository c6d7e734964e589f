import { sql } from 'kysely'

import type { CenterId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { paidMinutesOf } from './shift-shape-faults.ts'
import type { NewShape, ShapeChange, ShiftShape } from './working-time.schema.ts'

/** The centre's kinds of shift by code, with the contracts that allow each. */
export async function listShapes(db: Db): Promise<ShiftShape[]> {
  const rows = await db
    .selectFrom('shift_shape')
    .selectAll('shift_shape')
    .select((column) => [
      sql<string[]>`coalesce((
        select array_agg(contract.code order by contract.code) from contract_shape
          join contract on contract.center_id = contract_shape.center_id
                       and contract.id = contract_shape.contract_id
         where contract_shape.center_id = shift_shape.center_id
           and contract_shape.shape_id = shift_shape.id), '{}')`.as('contracts'),
      column
        .exists(
          column
            .selectFrom('shift')
            .select('shift.id')
            .whereRef('shift.center_id', '=', 'shift_shape.center_id')
            .whereRef('shift.shape_id', '=', 'shift_shape.id'),
        )
        .as('isUsed'),
    ])
    .orderBy('shift_shape.code')
    .execute()
  return rows.map((row) => ({
    code: row.code,
    spanMinutes: row.span_minutes,
    paidMinutes: row.paid_minutes,
    startFromMinutes: row.start_from_minutes,
    startToMinutes: row.start_to_minutes,
    startStepMinutes: row.start_step_minutes,
    breaks: row.breaks.map(({ kind, lengthMinutes, fromMinutes, toMinutes }) => ({
      kind,
      lengthMinutes,
      fromMinutes,
      toMinutes,
    })),
    contracts: row.contracts,
    isUsed: Boolean(row.isUsed),
  }))
}

export async function insertShape(db: Db, centerId: CenterId, shape: NewShape): Promise<void> {
  await db
    .insertInto('shift_shape')
    .values({ center_id: centerId, code: shape.code, ...columnsOf(shape) })
    .execute()
}

export async function updateShape(db: Db, code: string, shape: ShapeChange): Promise<void> {
  await db.updateTable('shift_shape').set(columnsOf(shape)).where('code', '=', code).execute()
}

export async function deleteShape(db: Db, code: string): Promise<void> {
  await db.deleteFrom('shift_shape').where('code', '=', code).execute()
}

function columnsOf(shape: ShapeChange) {
  return {
    span_minutes: shape.spanMinutes,
    paid_minutes: paidMinutesOf(shape),
    start_from_minutes: shape.startFromMinutes,
    start_to_minutes: shape.startToMinutes,
    start_step_minutes: shape.startStepMinutes,
    breaks: JSON.stringify(shape.breaks.map((one) => ({ ...one, paid: one.kind === 'rest' }))),
  }
}

/** Names of the planners' rules that speak of a shift or a contract, by its code. */
export async function listRulesNaming(db: Db, code: string): Promise<string[]> {
  const rows = await db
    .selectFrom('planner_rule')
    .select('name')
    .distinct()
    .where(sql<boolean>`definition::text like ${`%${JSON.stringify(code)}%`}`)
    .orderBy('name')
    .execute()
  return rows.map(({ name }) => name)
}
