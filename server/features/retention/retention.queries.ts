import { sql } from 'kysely'

import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { Decision, RetentionRule } from './retention.schema.ts'

export async function readRule(db: Db): Promise<RetentionRule | null> {
  const row = await db.selectFrom('retention_rule').select(['months', 'source']).executeTakeFirst()
  return row ?? null
}

export async function putRule(db: Db, centerId: CenterId, rule: RetentionRule): Promise<void> {
  await db
    .insertInto('retention_rule')
    .values({ center_id: centerId, ...rule })
    .onConflict((on) => on.column('center_id').doUpdateSet({ ...rule }))
    .execute()
}

export interface Leaver {
  readonly id: OperatorId
  readonly fullName: string
  readonly personnelNumber: string
  readonly leftOn: LocalDate
}

/** People who have left and are themselves still, without those whom HR keeps beyond a day. */
export async function listLeavers(db: Db, today: LocalDate): Promise<readonly Leaver[]> {
  const rows = await db
    .selectFrom('operator')
    .select(['id', 'full_name', 'personnel_number', 'left_on'])
    .where('left_on', '<', today)
    .where((one) =>
      one.not(
        one.exists(
          one
            .selectFrom('retention_decision as decided')
            .select('decided.id')
            .whereRef('decided.operator_id', '=', 'operator.id')
            .where((other) =>
              other.or([other('decision', '=', 'anonymised'), other('keep_until', '>=', today)]),
            ),
        ),
      ),
    )
    .orderBy('left_on')
    .orderBy('full_name')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    fullName: row.full_name,
    personnelNumber: row.personnel_number,
    leftOn: row.left_on as LocalDate,
  }))
}

export async function listDecisions(db: Db): Promise<Decision[]> {
  const rows = await db
    .selectFrom('retention_decision as decided')
    .innerJoin('operator', 'operator.id', 'decided.operator_id')
    .selectAll('decided')
    .select('operator.full_name')
    .orderBy('decided_at', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    decision: row.decision,
    fullName: row.full_name,
    reason: row.reason,
    leftOn: row.left_on as LocalDate,
    keepUntil: row.keep_until as LocalDate | null,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at.toISOString(),
  }))
}

export async function insertDecision(
  db: Db,
  by: { readonly centerId: CenterId; readonly name: string },
  decided: {
    readonly operatorId: OperatorId
    readonly leftOn: LocalDate
    readonly reason: string
    readonly keepUntil: LocalDate | null
  },
): Promise<void> {
  await db
    .insertInto('retention_decision')
    .values({
      center_id: by.centerId,
      operator_id: decided.operatorId,
      decision: decided.keepUntil === null ? 'anonymised' : 'kept',
      reason: decided.reason,
      left_on: decided.leftOn,
      keep_until: decided.keepUntil,
      decided_by: by.name,
    })
    .execute()
}

/**
 * Takes away who somebody was: name, number, sign-in, what the law attached to them, and what people wrote
 * of them in words. Figures stay under a mark that leads to nobody: shifts, levels, results, absences.
 *
 * @param mark stands where the name and the number were; unique in the centre
 */
export async function erasePerson(db: Db, id: OperatorId, mark: string): Promise<void> {
  const { user_id: userId } = await db
    .selectFrom('operator')
    .select('user_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await db
    .updateTable('operator')
    .set({ full_name: mark, personnel_number: mark, position: null, user_id: null })
    .where('id', '=', id)
    .execute()
  if (userId !== null) await eraseSignIn(db, userId, mark)
  await erasePersonalRecords(db, id)
  await eraseWords(db, id, mark)
}

async function eraseSignIn(db: Db, userId: string, mark: string): Promise<void> {
  await db
    .updateTable('users')
    .set({ name: mark, email: `${mark}@anonymised.invalid`, disabled_at: new Date() })
    .where('id', '=', userId)
    .execute()
  await db
    .updateTable('assessment')
    .set({ assessor_name: mark })
    .where('assessor_id', '=', userId)
    .execute()
}

async function erasePersonalRecords(db: Db, id: OperatorId): Promise<void> {
  await sql`select set_config('kezek.personal_records', 'open', true)`.execute(db)
  await db.deleteFrom('legal_restriction').where('operator_id', '=', id).execute()
  await db.deleteFrom('consent').where('operator_id', '=', id).execute()
  await sql`select set_config('kezek.personal_records', '', true)`.execute(db)
  await db.deleteFrom('second_job').where('operator_id', '=', id).execute()
  await db.deleteFrom('remote_work').where('operator_id', '=', id).execute()
}

/**
 * Numbers of certificates and names in telephone systems lead to a person as well as a name does. What a
 * system reported stays as it came, so that days can be judged again; whose it was is told no longer.
 */
async function eraseWords(db: Db, id: OperatorId, mark: string): Promise<void> {
  await db
    .updateTable('certificate')
    .set({ holder_name: mark, number: sql<string>`'—' || right(id::text, 12)` })
    .where('operator_id', '=', id)
    .execute()
  await db
    .updateTable('assessment')
    .set({
      evidence: '',
      objection: sql<string | null>`case when objection is null then null else '—' end`,
      decision: sql<string | null>`case when decision is null then null else '—' end`,
    })
    .where('operator_id', '=', id)
    .execute()
  await db
    .updateTable('assessment_result')
    .set({ evidence: '' })
    .where('assessment_id', 'in', (inner) =>
      inner.selectFrom('assessment').select('id').where('operator_id', '=', id),
    )
    .execute()
  await db
    .updateTable('development_step')
    .set({ outcome: '' })
    .where('operator_id', '=', id)
    .execute()
  await db
    .updateTable('adherence_exception')
    .set({ note: '', reply: '' })
    .where('operator_id', '=', id)
    .execute()
  await db
    .updateTable('trainee_permit')
    .set({ reason: '—' })
    .where('operator_id', '=', id)
    .execute()
  await db
    .updateTable('shift_request')
    .set({ note: '', reply: '' })
    .where('operator_id', '=', id)
    .execute()
  await db
    .updateTable('objection')
    .set({
      words: '—',
      answer: sql<string | null>`case when answer is null then null else '—' end`,
    })
    .where('operator_id', '=', id)
    .execute()
  await db.deleteFrom('day_message').where('operator_id', '=', id).execute()
  await db.deleteFrom('feed_agent').where('operator_id', '=', id).execute()
}
