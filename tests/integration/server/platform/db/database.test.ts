import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

import { schemaSnapshot } from '#server/platform/db/schema-snapshot.ts'

import { testDatabase } from '../../../../support/test-database.ts'

/** Tables and columns that the code declares, read from its text: types are gone at run time. */
function declared(): Record<string, string[]> {
  const source = [
    'identity',
    'centre',
    'people',
    'competence',
    'knowledge-test',
    'notice',
    'planning',
    'schedule',
    'intraday',
    'alert',
    'training',
    'paper',
    'retention',
  ]
    .map((part) => readFileSync(`server/platform/db/${part}-tables.ts`, 'utf8'))
    .join('\n')
  const tables = [...source.matchAll(/^ {2}(\w+): (\w+Table)$/gm)]
  return Object.fromEntries(
    tables.map(([, table = '', type = '']) => {
      const body = new RegExp(`interface ${type} \\{([^}]*)\\}`).exec(source)?.[1] ?? ''
      return [
        table,
        [...body.matchAll(/^ {2}(\w+):/gm)].map(([, column = '']) => column).toSorted(),
      ]
    }),
  )
}

it('declares exactly the tables and columns that the migrations make', async () => {
  const connection = await testDatabase('pglite')
  const tables = await connection.db.introspection.getTables()
  const migrated = tables.map(({ name, columns }) => [
    name,
    columns.map((column) => column.name).toSorted(),
  ])
  expect(Object.fromEntries(migrated)).toEqual(declared())
  await connection.close()
})

it('is the schema of the committed snapshot', async () => {
  const connection = await testDatabase('pglite')
  expect(await schemaSnapshot(connection.db)).toBe(readFileSync('migrations/schema.sql', 'utf8'))
  await connection.close()
})
