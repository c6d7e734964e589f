import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

/** Sign-ins that nobody has yet, and the one that a person has; those that are closed left out. */
export async function listSignInsFor(db: Db, operatorId: OperatorId) {
  return db
    .selectFrom('users')
    .leftJoin('operator', 'operator.user_id', 'users.id')
    .select(['users.id as userId', 'users.name', 'users.email'])
    .where('users.disabled_at', 'is', null)
    .where((one) => one.or([one('operator.id', 'is', null), one('operator.id', '=', operatorId)]))
    .orderBy('users.name')
    .execute()
}
