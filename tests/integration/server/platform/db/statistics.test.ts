import { sql } from 'kysely'
import { expect, it } from 'vitest'

import { renewStatistics } from '#server/platform/db/statistics.ts'

import { testDatabase } from '../../../../support/test-database.ts'

it('tells the embedded database what its tables hold', async () => {
  const connection = await testDatabase('pglite')
  try {
    const { db } = connection
    await sql`create table many as select generate_series(1, 500) as number`.execute(db)
    await renewStatistics(connection)
    const { rows } = await sql<{ rows: number }>`
      select reltuples::integer as rows from pg_class where relname = 'many'`.execute(db)
    expect(rows).toEqual([{ rows: 500 }])
  } finally {
    await connection.close()
  }
})
