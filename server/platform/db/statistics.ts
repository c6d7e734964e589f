import { sql } from 'kysely'

import type { Connection } from './connection.ts'

const EVERY_MS = 3_600_000

/**
 * Has the database count anew what its tables hold, which is what it chooses its plans by. A server
 * does so by itself; the embedded one has nobody to do it, and takes every table for an empty one.
 */
export async function renewStatistics({ kind, db }: Connection): Promise<void> {
  if (kind === 'embedded') await sql`analyze`.execute(db)
}

/**
 * Renews them every hour from now on.
 *
 * @param onError a failure is told here, and the next hour tries again
 * @returns ends it; safe to call once
 */
export function keepStatistics(
  connection: Connection,
  onError: (error: unknown) => void,
): () => void {
  const timer = setInterval(() => void renewStatistics(connection).catch(onError), EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}
