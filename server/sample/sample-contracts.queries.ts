import { randomUUID } from 'node:crypto'

import type { CenterId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { SampleCentre } from '../../fixtures/sample/sample-centre.ts'
import { known } from './known-code.ts'

/** Shift shapes and contracts; answers with the contracts' ids by code. */
export async function insertContracts(
  db: Db,
  centerId: CenterId,
  sample: Pick<SampleCentre, 'contracts' | 'shapes'>,
): Promise<Map<string, string>> {
  const shapes = new Map(sample.shapes.map(({ code }) => [code, randomUUID() as string]))
  const ids = new Map(sample.contracts.map(({ code }) => [code, randomUUID() as string]))
  await insertShapes(db, centerId, sample, shapes)
  await db
    .insertInto('contract')
    .values(
      sample.contracts.map((contract) => ({
        center_id: centerId,
        id: known(ids, contract.code),
        code: contract.code,
        name: JSON.stringify(contract.names),
        regime: contract.regime,
        day_max_paid_minutes: contract.dayMaxPaidMin,
        week_max_paid_minutes: contract.weekMaxPaidMin,
        week_target_paid_minutes: contract.periodTargetPaidMin,
        min_rest_minutes: contract.minRestMin,
        weekly_rest_minutes: contract.weeklyRestMin,
        max_consecutive_days: contract.maxConsecDays,
        max_consecutive_nights: contract.maxConsecNights,
        cost_per_hour: contract.costPerHour,
        overtime_multiplier: contract.otMult,
      })),
    )
    .execute()
  await db
    .insertInto('contract_shape')
    .values(
      sample.contracts.flatMap((contract) =>
        contract.shapes.map((shape) => ({
          center_id: centerId,
          contract_id: known(ids, contract.code),
          shape_id: known(shapes, shape),
        })),
      ),
    )
    .execute()
  return ids
}

async function insertShapes(
  db: Db,
  centerId: CenterId,
  sample: Pick<SampleCentre, 'contracts' | 'shapes'>,
  shapes: ReadonlyMap<string, string>,
): Promise<void> {
  await db
    .insertInto('shift_shape')
    .values(
      sample.shapes.map((shape) => ({
        center_id: centerId,
        id: known(shapes, shape.code),
        code: shape.code,
        span_minutes: shape.spanMin,
        paid_minutes: shape.paidMin,
        start_from_minutes: shape.startFromMin,
        start_to_minutes: shape.startToMin,
        start_step_minutes: shape.startStepMin,
        breaks: JSON.stringify(
          shape.breaks.map(({ kind, lenMin, paid, fromMin, toMin }) => ({
            kind,
            lengthMinutes: lenMin,
            paid,
            fromMinutes: fromMin,
            toMinutes: toMin,
          })),
        ),
      })),
    )
    .execute()
}
