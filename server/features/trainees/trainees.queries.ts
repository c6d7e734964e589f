import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { CenterId, OperatorId, QueueId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { NewPermit, TraineePermit } from './trainees.schema.ts'

/** Those in force or to come first, then the past; of one trainee, or of everybody. */
export async function listPermits(
  db: Db,
  { operatorId, id }: { readonly operatorId?: OperatorId | undefined; readonly id?: string } = {},
): Promise<TraineePermit[]> {
  let query = db
    .selectFrom('trainee_permit as permit')
    .innerJoin('operator', 'operator.id', 'permit.operator_id')
    .innerJoin('operator as mentor', 'mentor.id', 'permit.mentor_id')
    .innerJoin('queue', 'queue.id', 'permit.queue_id')
    .selectAll('permit')
    .select(['operator.full_name', 'mentor.full_name as mentor_name', 'queue.code as queue_code'])
    .orderBy('permit.to_date', 'desc')
    .orderBy('operator.full_name')
    .limit(1000)
  if (operatorId !== undefined) query = query.where('permit.operator_id', '=', operatorId)
  if (id !== undefined) query = query.where('permit.id', '=', id)
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    operatorId: row.operator_id,
    mentorId: row.mentor_id,
    queueCode: row.queue_code,
    fromDate: row.from_date,
    toDate: row.to_date,
    reason: row.reason,
    fullName: row.full_name,
    mentorName: row.mentor_name,
    allowedBy: row.allowed_by,
    allowedAt: row.allowed_at.toISOString(),
    withdrawnBy: row.withdrawn_by,
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
  }))
}

/** An exception as the check of a schedule needs it. */
export interface PermitSpan {
  readonly id: string
  readonly operatorId: OperatorId
  readonly mentorId: OperatorId
  readonly mentorName: string
  readonly queueId: QueueId
  readonly fromDate: LocalDate
  readonly toDate: LocalDate
  readonly allowedBy: string
}

/** Exceptions that hold on some day of a span, both days included; what was withdrawn does not. */
export async function readPermitSpans(
  db: Db,
  { fromDate, toDate }: { readonly fromDate: LocalDate; readonly toDate: LocalDate },
): Promise<readonly PermitSpan[]> {
  const rows = await db
    .selectFrom('trainee_permit as permit')
    .innerJoin('operator as mentor', 'mentor.id', 'permit.mentor_id')
    .select(['permit.id', 'permit.operator_id', 'permit.mentor_id', 'permit.queue_id'])
    .select(['permit.from_date', 'permit.to_date', 'permit.allowed_by', 'mentor.full_name'])
    .where('permit.withdrawn_at', 'is', null)
    .where('permit.from_date', '<=', toDate)
    .where('permit.to_date', '>=', fromDate)
    .orderBy('permit.from_date')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    operatorId: row.operator_id,
    mentorId: row.mentor_id,
    mentorName: row.full_name,
    queueId: row.queue_id,
    fromDate: row.from_date as LocalDate,
    toDate: row.to_date as LocalDate,
    allowedBy: row.allowed_by,
  }))
}

export async function insertPermit(
  db: Db,
  by: { readonly centerId: CenterId; readonly name: string },
  permit: Omit<NewPermit, 'queueCode'> & { readonly queueId: QueueId },
): Promise<string> {
  const { id } = await db
    .insertInto('trainee_permit')
    .values({
      center_id: by.centerId,
      operator_id: permit.operatorId,
      mentor_id: permit.mentorId,
      queue_id: permit.queueId,
      from_date: permit.fromDate,
      to_date: permit.toDate,
      reason: permit.reason,
      allowed_by: by.name,
      withdrawn_by: null,
      withdrawn_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** @returns false if the centre has no such exception in force */
export async function withdrawPermit(db: Db, id: string, by: string): Promise<boolean> {
  const result = await db
    .updateTable('trainee_permit')
    .set({ withdrawn_by: by, withdrawn_at: new Date() })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
