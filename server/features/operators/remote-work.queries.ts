import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { NewRemoteWork, RemoteWorkRecords } from './remote-work.schema.ts'
import type { RemoteSpan } from './work-at-home.ts'

interface Whose {
  readonly centerId: CenterId
  readonly operatorId: OperatorId
}

type RemoteWork = RemoteWorkRecords['records'][number]

export async function listRemoteWork(db: Db, operatorId: OperatorId): Promise<RemoteWork[]> {
  const rows = await db
    .selectFrom('remote_work')
    .select(['id', 'basis', 'home_weekdays', 'from_date', 'to_date'])
    .where('operator_id', '=', operatorId)
    .orderBy('from_date')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    basis: row.basis,
    homeWeekdays: [...row.home_weekdays],
    fromDate: row.from_date,
    toDate: row.to_date,
  }))
}

/** Remote work of everybody, or of one person, that is not over before a day. */
export async function listRemoteSpans(
  db: Db,
  fromDate: LocalDate,
  operatorId?: OperatorId,
): Promise<RemoteSpan[]> {
  const rows = await db
    .selectFrom('remote_work')
    .select(['operator_id', 'home_weekdays', 'from_date', 'to_date'])
    .where((one) => one.or([one('to_date', 'is', null), one('to_date', '>=', fromDate)]))
    .$if(operatorId !== undefined, (query) =>
      query.where('operator_id', '=', operatorId as OperatorId),
    )
    .orderBy('operator_id')
    .orderBy('from_date')
    .execute()
  return rows.map((row) => ({
    operatorId: row.operator_id,
    homeWeekdays: row.home_weekdays,
    fromDate: row.from_date as LocalDate,
    toDate: row.to_date as LocalDate | null,
  }))
}

/** Lets records of one person be written one after another: each must see those before it. */
export async function lockRemoteWork(db: Db, operatorId: OperatorId): Promise<void> {
  await db
    .selectFrom('operator')
    .select('id')
    .where('id', '=', operatorId)
    .forNoKeyUpdate()
    .execute()
}

export async function insertRemoteWork(
  db: Db,
  { centerId, operatorId }: Whose,
  { basis, homeWeekdays, fromDate, toDate }: NewRemoteWork,
): Promise<void> {
  await db
    .insertInto('remote_work')
    .values({
      center_id: centerId,
      operator_id: operatorId,
      basis,
      home_weekdays: homeWeekdays.toSorted((a, b) => a - b),
      from_date: fromDate,
      to_date: toDate,
    })
    .execute()
}

interface Record {
  readonly operatorId: OperatorId
  readonly id: string
}

/** @returns false if the person has no such record */
export async function endRemoteWork(
  db: Db,
  { operatorId, id }: Record,
  toDate: string,
): Promise<boolean> {
  const result = await db
    .updateTable('remote_work')
    .set({ to_date: toDate })
    .where('id', '=', id)
    .where('operator_id', '=', operatorId)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** @returns false if the person has no such record */
export async function deleteRemoteWork(db: Db, { operatorId, id }: Record): Promise<boolean> {
  const result = await db
    .deleteFrom('remote_work')
    .where('id', '=', id)
    .where('operator_id', '=', operatorId)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}
