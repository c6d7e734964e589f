import { type Connection, openConnection } from '../platform/db/connection.ts'
import { migrate } from '../platform/db/migrate.ts'
import type { Scope } from '../platform/db/scope.ts'
import { findCentreByCode } from '../sample/centre.queries.ts'
import { InputError } from './command.ts'
import { configOrRefuse, openOrRefuse } from './environment.ts'

/**
 * Runs a command's work in one centre of the configured database, which is brought up to date first
 * and closed at the end, whatever happens.
 *
 * @param actorName whom the audit record names
 * @throws {InputError} for a faulty configuration, a folder that another process has, or a code that
 *   no centre has
 */
export async function inCentreOfDatabase<Result>(
  { code, actorName }: { readonly code: string; readonly actorName: string },
  work: (db: Connection['db'], scope: Scope) => Promise<Result>,
): Promise<Result> {
  const connection = await openOrRefuse(() => openConnection(configOrRefuse().database))
  try {
    await migrate(connection.db)
    const centerId = await findCentreByCode(connection.db, code)
    if (centerId === undefined) throw new InputError(`there is no centre ${code}`)
    return await work(connection.db, { centerId, actorId: 'system', actorName })
  } finally {
    await connection.close()
  }
}
