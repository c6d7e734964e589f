import { sql } from 'kysely'

import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { DatedConsent, DatedRestriction } from './legal-limits.ts'
import type { NewConsent, NewRestriction } from './personal-records.schema.ts'

export interface RestrictionRow extends DatedRestriction {
  readonly id: string
  readonly operatorId: OperatorId
  readonly document: string
}

export interface ConsentRow extends DatedConsent {
  readonly id: string
  readonly operatorId: OperatorId
  readonly document: string
}

/** Lets the rest of the transaction read and write what the law attaches to people. */
export async function openPersonalRecords(db: Db): Promise<void> {
  await sql`select set_config('kezek.personal_records', 'open', true)`.execute(db)
}

/** Hides them again, so that nothing later in the transaction sees them by accident. */
export async function closePersonalRecords(db: Db): Promise<void> {
  await sql`select set_config('kezek.personal_records', '', true)`.execute(db)
}

/** All that reach into a span, both ends included; of one person or of everybody. */
export async function listRestrictions(
  db: Db,
  filter: {
    readonly operatorId?: OperatorId
    readonly span?: { readonly fromDate: LocalDate; readonly toDate: LocalDate }
  },
): Promise<readonly RestrictionRow[]> {
  const { operatorId, span } = filter
  let query = db.selectFrom('legal_restriction').selectAll().orderBy('from_date')
  if (operatorId !== undefined) query = query.where('operator_id', '=', operatorId)
  if (span !== undefined) {
    query = query
      .where('from_date', '<=', span.toDate)
      .where((one) => one.or([one('to_date', 'is', null), one('to_date', '>=', span.fromDate)]))
  }
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    operatorId: row.operator_id,
    kind: row.kind,
    children: row.children,
    breaksJoinedTo: row.breaks_joined_to,
    fromDate: row.from_date as LocalDate,
    toDate: row.to_date as LocalDate | null,
    document: row.document,
  }))
}

/** People who have not left before a day, with when they came and leave. */
export async function listEmployments(db: Db, today: LocalDate) {
  const rows = await db
    .selectFrom('operator')
    .select(['id', 'hired_on', 'left_on'])
    .where((one) => one.or([one('left_on', 'is', null), one('left_on', '>=', today)]))
    .execute()
  return rows.map((row) => ({
    operatorId: row.id,
    hiredOn: row.hired_on as LocalDate,
    leftOn: row.left_on as LocalDate | null,
  }))
}

export async function listConsents(
  db: Db,
  {
    operatorId,
    toWorkIn: span,
  }: {
    readonly operatorId?: OperatorId
    /** Of what people have agreed to work, all that holds on a day of these, both ends included. */
    readonly toWorkIn?: { readonly fromDate: LocalDate; readonly toDate: LocalDate }
  } = {},
): Promise<readonly ConsentRow[]> {
  let query = db.selectFrom('consent').selectAll().orderBy('given_on')
  if (operatorId !== undefined) query = query.where('operator_id', '=', operatorId)
  if (span !== undefined) {
    query = query
      .where('kind', '!=', 'personal_data')
      .where('given_on', '<=', span.toDate)
      .where((one) =>
        one.or([one('withdrawn_on', 'is', null), one('withdrawn_on', '>=', span.fromDate)]),
      )
  }
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    operatorId: row.operator_id,
    kind: row.kind,
    givenOn: row.given_on as LocalDate,
    withdrawnOn: row.withdrawn_on as LocalDate | null,
    document: row.document,
  }))
}

interface Whose {
  readonly centerId: CenterId
  readonly operatorId: OperatorId
}

export async function insertRestriction(
  db: Db,
  { centerId, operatorId }: Whose,
  { kind, children = null, breaksJoinedTo = null, fromDate, toDate, document }: NewRestriction,
): Promise<void> {
  await db
    .insertInto('legal_restriction')
    .values({
      center_id: centerId,
      operator_id: operatorId,
      kind,
      children,
      breaks_joined_to: breaksJoinedTo,
      from_date: fromDate,
      to_date: toDate,
      document,
    })
    .execute()
}

export async function insertConsent(
  db: Db,
  { centerId, operatorId }: Whose,
  { kind, givenOn, withdrawnOn, document }: NewConsent,
): Promise<void> {
  await db
    .insertInto('consent')
    .values({
      center_id: centerId,
      operator_id: operatorId,
      kind,
      given_on: givenOn,
      withdrawn_on: withdrawnOn,
      document,
    })
    .execute()
}

/** @returns false if the person has no such record */
export async function endRestriction(
  db: Db,
  operatorId: OperatorId,
  record: { readonly id: string; readonly toDate: string },
): Promise<boolean> {
  const result = await db
    .updateTable('legal_restriction')
    .set({ to_date: record.toDate })
    .where('id', '=', record.id)
    .where('operator_id', '=', operatorId)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** @returns false if the person has no such record */
export async function withdrawConsent(
  db: Db,
  operatorId: OperatorId,
  record: { readonly id: string; readonly withdrawnOn: string },
): Promise<boolean> {
  const result = await db
    .updateTable('consent')
    .set({ withdrawn_on: record.withdrawnOn })
    .where('id', '=', record.id)
    .where('operator_id', '=', operatorId)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/**
 * Takes away a record that was written by mistake.
 *
 * @returns false if the person has no such record
 */
export async function deletePersonalRecord(
  db: Db,
  table: 'legal_restriction' | 'consent',
  record: { readonly operatorId: OperatorId; readonly id: string },
): Promise<boolean> {
  const result = await db
    .deleteFrom(table)
    .where('id', '=', record.id)
    .where('operator_id', '=', record.operatorId)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}
