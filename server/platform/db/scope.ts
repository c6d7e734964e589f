import { type Kysely, sql, type Transaction } from 'kysely'

import type { CenterId } from '#forecasting/kernel/units.ts'

import type { Database } from './database.ts'

/** On whose behalf, and in which centre, the database is asked. */
export interface Scope {
  readonly centerId: CenterId
  readonly actorId: string
  readonly actorName: string
}

/** The service itself, acting in a centre. */
export function systemScope(centerId: CenterId): Scope {
  return { centerId, actorId: 'system', actorName: 'Kezek' }
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
    await enter(transaction, scope)
    return work(transaction)
  })
}

/**
 * Founds a centre and fills it, in one transaction: either all of it is there afterwards or nothing.
 *
 * @param found runs outside every fence; answers with the new centre's id, or undefined for none
 */
export async function inNewCenter<Result>(
  db: OpenDatabase,
  found: (db: Db) => Promise<CenterId | undefined>,
  work: (db: Db, scope: Scope) => Promise<Result>,
): Promise<Result | undefined> {
  return db.transaction().execute(async (transaction) => {
    const centerId = await found(transaction)
    if (centerId === undefined) return undefined
    const scope = systemScope(centerId)
    await enter(transaction, scope)
    return work(transaction, scope)
  })
}

async function enter(transaction: Db, scope: Scope): Promise<void> {
  await sql`
    select set_config('role', 'kezek_app', true),
           set_config('kezek.center_id', ${scope.centerId}, true),
           set_config('kezek.actor_id', ${scope.actorId}, true),
           set_config('kezek.actor_name', ${scope.actorName}, true)`.execute(transaction)
}
