import type pg from 'pg'
import type { Db as QueueDatabase } from 'pg-boss'

/**
 * pg-boss over the one pool. Its own PGlite adapter talks past the pool, and on a single session
 * its statements would then land inside whatever transaction a request has open.
 */
export function queueDatabase(pool: pg.Pool): QueueDatabase {
  return {
    async executeSql(text, values) {
      const client = await pool.connect()
      try {
        // Several statements in one text give several results, which the driver's type leaves out.
        const result: pg.QueryResult | readonly pg.QueryResult[] = await client.query(
          text,
          values as unknown[],
        )
        return { rows: isMany(result) ? result.flatMap(({ rows }) => rows) : result.rows }
      } catch (error) {
        // A failed BEGIN … COMMIT block leaves the session inside it; the next user must not inherit it.
        await client.query('rollback')
        throw error
      } finally {
        client.release()
      }
    },
  }
}

function isMany(
  result: pg.QueryResult | readonly pg.QueryResult[],
): result is readonly pg.QueryResult[] {
  return Array.isArray(result)
}
