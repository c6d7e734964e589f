import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { Certificate, NewCertificate } from './certificates.schema.ts'

/** The newest first; of one person, or all. */
export async function listCertificates(
  db: Db,
  { operatorId }: { readonly operatorId?: OperatorId | undefined } = {},
): Promise<Certificate[]> {
  let query = db
    .selectFrom('certificate')
    .selectAll()
    .orderBy('issued_on', 'desc')
    .orderBy('number')
    .limit(2000)
  if (operatorId !== undefined) query = query.where('operator_id', '=', operatorId)
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    holder: row.holder,
    operatorId: row.operator_id,
    holderName: row.holder_name,
    manager: row.manager,
    kind: row.kind,
    title: row.title,
    number: row.number,
    issuedBy: row.issued_by,
    issuedOn: row.issued_on,
    validUntil: row.valid_until,
    sessionId: row.session_id,
    withdrawnOn: row.withdrawn_on,
  }))
}

/**
 * Enters a certificate, under the name that its holder has now: a register keeps the name that stands
 * on the paper.
 */
export async function insertCertificate(
  db: Db,
  centerId: CenterId,
  order: NewCertificate & { readonly sessionId?: string },
): Promise<void> {
  const name =
    order.operatorId === null
      ? await db.selectFrom('center').select('name').executeTakeFirstOrThrow()
      : await db
          .selectFrom('operator')
          .select('full_name as name')
          .where('id', '=', order.operatorId)
          .executeTakeFirst()
  await db
    .insertInto('certificate')
    .values({
      center_id: centerId,
      holder: order.holder,
      operator_id: order.operatorId,
      holder_name: nameText(name?.name),
      manager: order.manager,
      kind: order.kind,
      title: order.title,
      number: order.number,
      issued_by: order.issuedBy,
      issued_on: order.issuedOn,
      valid_until: order.validUntil,
      session_id: order.sessionId ?? null,
      withdrawn_on: null,
    })
    .execute()
}

function nameText(name: string | { readonly ru: string } | undefined): string {
  return typeof name === 'string' ? name : (name?.ru ?? '')
}

export async function findCourseCertificate(
  db: Db,
  of: { readonly sessionId: string; readonly operatorId: OperatorId },
): Promise<boolean> {
  const row = await db
    .selectFrom('certificate')
    .select('id')
    .where('session_id', '=', of.sessionId)
    .where('operator_id', '=', of.operatorId)
    .executeTakeFirst()
  return row !== undefined
}

/** @returns false if the centre has no such certificate in force */
export async function withdrawCertificate(db: Db, id: string, on: LocalDate): Promise<boolean> {
  const result = await db
    .updateTable('certificate')
    .set({ withdrawn_on: on })
    .where('id', '=', id)
    .where('withdrawn_on', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
