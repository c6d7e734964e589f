import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'

import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { inject } from 'vitest'

import type { CenterId } from '#forecasting/kernel/units.ts'
import { type Connection, connectPglite, openConnection } from '#server/platform/db/connection.ts'
import type { Scope } from '#server/platform/db/scope.ts'

/** The two databases that every integration test runs on: `describe.each(DATABASES)`. */
export const DATABASES = ['pglite', 'postgres'] as const
export type DatabaseName = (typeof DATABASES)[number]

/** A migrated, empty database of its own: real PostgreSQL, no mock. Close it when done. */
export async function testDatabase(name: DatabaseName): Promise<Connection> {
  if (name === 'pglite') {
    const loadDataDir = new Blob([new Uint8Array(await readFile(inject('pgliteTemplate')))])
    return connectPglite(new PGlite({ loadDataDir }))
  }
  const url = inject('postgresUrl')
  const database = `test_${randomUUID().replaceAll('-', '')}`
  const client = new pg.Client({ connectionString: `${url}/postgres` })
  await client.connect()
  await client.query(`create database ${database} template template_kezek`)
  await client.end()
  return openConnection({ kind: 'server', url: `${url}/${database}` })
}

/** A centre with nothing in it, and somebody to act in it. */
export async function testCentre(
  { db }: Connection,
  code = 'test',
  timezone = 'Asia/Almaty',
): Promise<Scope> {
  const { id } = await db
    .insertInto('center')
    .values({
      code,
      name: JSON.stringify({ kk: 'Сынақ', ru: 'Проба', en: 'Trial' }),
      timezone,
      schedule_weights: '{}',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { centerId: id as CenterId, actorId: randomUUID(), actorName: 'Test Planner' }
}
