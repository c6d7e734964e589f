import { sql } from 'kysely'

import { addDays, type LocalDate } from '#forecasting/kernel/calendar.ts'
import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { NewSecondJob } from './second-jobs.schema.ts'

interface Whose {
  readonly centerId: CenterId
  readonly operatorId: OperatorId
}

export async function listSecondJobs(db: Db, operatorId: OperatorId) {
  return db
    .selectFrom('second_job')
    .select([
      'id',
      'minutes_per_day as minutesPerDay',
      'from_date as fromDate',
      'to_date as toDate',
    ])
    .where('operator_id', '=', operatorId)
    .orderBy('from_date')
    .orderBy('id')
    .execute()
}

export async function insertSecondJob(
  db: Db,
  { centerId, operatorId }: Whose,
  { minutesPerDay, fromDate, toDate }: NewSecondJob,
): Promise<void> {
  await db
    .insertInto('second_job')
    .values({
      center_id: centerId,
      operator_id: operatorId,
      minutes_per_day: minutesPerDay,
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
export async function endSecondJob(
  db: Db,
  { operatorId, id }: Record,
  toDate: string,
): Promise<boolean> {
  const result = await db
    .updateTable('second_job')
    .set({ to_date: toDate })
    .where('id', '=', id)
    .where('operator_id', '=', operatorId)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** @returns false if the person has no such record */
export async function deleteSecondJob(db: Db, { operatorId, id }: Record): Promise<boolean> {
  const result = await db
    .deleteFrom('second_job')
    .where('id', '=', id)
    .where('operator_id', '=', operatorId)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** Other hours of people from a day on, as a file tells them; what was before that day stays. */
export async function writeSecondJobs(
  db: Db,
  centerId: CenterId,
  jobs: readonly { readonly personnelNumber: string; readonly minutesPerDay: number | null }[],
  today: LocalDate,
): Promise<void> {
  if (jobs.length === 0) return
  const people = await db.selectFrom('operator').select(['id', 'personnel_number']).execute()
  const ids = new Map(people.map((row) => [row.personnel_number, row.id]))
  const told = jobs.flatMap(({ personnelNumber, minutesPerDay }) => {
    const operatorId = ids.get(personnelNumber)
    return operatorId === undefined ? [] : [{ operatorId, minutesPerDay }]
  })
  const whose = sql<boolean>`operator_id = any(${told.map(({ operatorId }) => operatorId)}::uuid[])`
  await db.deleteFrom('second_job').where(whose).where('from_date', '=', today).execute()
  await db
    .updateTable('second_job')
    .set({ to_date: addDays(today, -1) })
    .where(whose)
    .where('from_date', '<', today)
    .where((one) => one.or([one('to_date', 'is', null), one('to_date', '>=', today)]))
    .execute()
  for (const { operatorId, minutesPerDay } of told) {
    if (minutesPerDay === null) continue
    const job = { minutesPerDay, fromDate: today, toDate: null }
    await insertSecondJob(db, { centerId, operatorId }, job)
  }
}
