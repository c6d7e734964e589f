import { type Kysely, sql, type Transaction } from 'kysely'

import type { CenterId } from '#forecasting/kernel/units.ts'

import type { Database } from './database.ts'

/** On whose behalf, and in which centre, the database is asked. */
export interface Scope {
  readonly centerId: CenterId
  readonly actorId: string
  readonly actorName: string
}

/** The whole database, outside every fence: what `inCenter` opens a transaction on. */
export type OpenDatabase = Kysely<Database>

/** What a query function takes: a transaction that already stands inside one centre's fence. */
export type Db = Transaction<Database>

/**
 * Runs one unit of work inside a centre: row-level security shows that centre's rows alone, and the
 * audit record names the actor. Keep computations out of it: the embedded database has only one
 * connection.
 */
export async function inCenter<Result>(
  db: OpenDatabase,
  scope: Scope,
  work: (db: Db) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (transaction) => {
    await sql`
      select set_config('role', 'kezek_app', true),
             set_config('kezek.center_id', ${scope.centerId}, true),
             set_config('kezek.actor_id', ${scope.actorId}, true),
             set_config('kezek.actor_name', ${scope.actorName}, true)`.execute(transaction)
    return work(transaction)
  })
}
