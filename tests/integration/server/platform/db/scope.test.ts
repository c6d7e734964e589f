import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'

import { DATABASES, testCentre, testDatabase } from '../../../../support/test-database.ts'

describe.each(DATABASES)('a unit of work in one centre, on %s', (name) => {
  let connection: Connection
  let own: Scope
  let other: Scope
  const site = { code: 'main', name: '{"kk":"a","ru":"b","en":"c"}', workplaces: 5 }

  beforeAll(async () => {
    connection = await testDatabase(name)
    own = await testCentre(connection, 'own')
    other = await testCentre(connection, 'other')
    for (const scope of [own, other]) {
      await inCenter(connection.db, scope, (db) =>
        db
          .insertInto('site')
          .values({ center_id: scope.centerId, ...site })
          .execute(),
      )
    }
  })
  afterAll(() => connection.close())

  it('sees the rows of its own centre alone, even when it asks for all', async () => {
    const seen = await inCenter(connection.db, own, (db) =>
      db.selectFrom('site').select('center_id').execute(),
    )
    expect(seen).toEqual([{ center_id: own.centerId }])
  })

  it('cannot write a row into another centre', async () => {
    const write = inCenter(connection.db, own, (db) =>
      db
        .insertInto('site')
        .values({ center_id: other.centerId, ...site, code: 'x' })
        .execute(),
    )
    await expect(write).rejects.toThrow(/row-level security/)
  })

  it('records who changed what, from what, to what', async () => {
    await inCenter(connection.db, own, (db) =>
      db.updateTable('site').set({ workplaces: 7 }).execute(),
    )
    const records = await inCenter(connection.db, own, (db) =>
      db
        .selectFrom('audit_record')
        .select(['actor_name', 'action', 'entity', 'before', 'after'])
        .orderBy('id', 'desc')
        .limit(1)
        .execute(),
    )
    expect(records).toEqual([
      {
        actor_name: 'Test Planner',
        action: 'update',
        entity: 'site',
        before: { workplaces: 5 },
        after: { workplaces: 7 },
      },
    ])
  })

  it.each(['update audit_record set actor_name = $$x$$', 'delete from audit_record'])(
    'refuses to alter the audit record, even to the owner: %s',
    async (statement) => {
      await expect(sql.raw(statement).execute(connection.db)).rejects.toThrow(/append-only/)
    },
  )

  it('leaves nothing of its role behind on the connection', async () => {
    await inCenter(connection.db, own, (db) => db.selectFrom('site').selectAll().execute())
    const { rows } = await sql<{ role: string }>`select current_user as role`.execute(connection.db)
    expect(rows[0]?.role).not.toBe('kezek_app')
  })
})
