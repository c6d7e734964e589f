import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { LiveState } from './board-row.ts'

export interface ChangedState extends LiveState {
  readonly operatorId: OperatorId
  readonly changedMs: number
}

/** States that were written at or after an instant of the database's clock; all of them without one. */
export async function readChangedStates(
  db: Db,
  sinceMs: number | undefined,
): Promise<readonly ChangedState[]> {
  let query = db.selectFrom('operator_state').selectAll()
  if (sinceMs !== undefined) query = query.where('changed_at', '>=', new Date(sinceMs))
  const rows = await query.execute()
  return rows.map((row) => ({
    operatorId: row.operator_id,
    feedId: row.feed_id,
    state: row.state,
    reported: row.reported,
    reason: row.reason,
    sinceMs: row.since.getTime(),
    confirmedMs: row.confirmed_at.getTime(),
    changedMs: row.changed_at.getTime(),
  }))
}

/** Whose sign-in holds: a word to anybody else would be seen by nobody. */
export async function readReachable(db: Db): Promise<ReadonlySet<OperatorId>> {
  const rows = await db
    .selectFrom('operator')
    .innerJoin('users', (join) =>
      join
        .onRef('users.center_id', '=', 'operator.center_id')
        .onRef('users.id', '=', 'operator.user_id')
        .on('users.disabled_at', 'is', null),
    )
    .select('operator.id')
    .execute()
  return new Set(rows.map(({ id }) => id))
}
