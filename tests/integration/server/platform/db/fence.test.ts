import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'

import { DATABASES, testCentre, testDatabase } from '../../../../support/test-database.ts'

/** `center` is its own centre: there the fence is around the row's id. */
const CENTRE_COLUMN = sql<{ table: string; column: string }>`
  select table_name as "table", column_name as "column"
    from information_schema.columns
   where table_schema = 'public' and table_name not like 'kysely%'
     and (column_name = 'center_id' or (table_name = 'center' and column_name = 'id'))
   order by table_name`

/** What a session sees only when it says that it may look at personal matters, even at home. */
const PERSONAL = new Set(['consent', 'legal_restriction'])

/** Takes off whatever would refuse a row of nothing but its centre; the fence stays. */
const BARE = sql`
  do $$
  declare found record;
  begin
    for found in
      select c.conrelid::regclass as "table", c.conname as name
        from pg_constraint c
       where c.connamespace = 'public'::regnamespace and c.contype in ('c', 'f', 'u', 'x', 'p')
       order by c.contype = 'p'
    loop
      execute format('alter table %s drop constraint if exists %I cascade', found."table", found.name);
    end loop;
    for found in
      select table_name, column_name from information_schema.columns
       where table_schema = 'public' and is_nullable = 'NO' and is_identity = 'NO'
         and table_name not like 'kysely%'
    loop
      execute format('alter table %I alter column %I drop not null', found.table_name, found.column_name);
    end loop;
  end $$`

describe.each(DATABASES)('the fence around a centre, on %s', (name) => {
  let connection: Connection
  let own: Scope
  let other: Scope
  let tables: readonly { readonly table: string; readonly column: string }[]

  beforeAll(async () => {
    connection = await testDatabase(name)
    own = await testCentre(connection, 'own')
    other = await testCentre(connection, 'other')
    tables = (await CENTRE_COLUMN.execute(connection.db)).rows
    await BARE.execute(connection.db)
    await connection.db.transaction().execute(async (db) => {
      // Neither the audit nor a foreign key has anything to do with who may see a row.
      await sql`set local session_replication_role = replica`.execute(db)
      for (const { table, column } of tables) {
        if (table === 'center') continue
        const values = sql`(${sql.ref(column)}) values (${own.centerId}::uuid)`
        await sql`insert into ${sql.table(table)} ${values}`.execute(db)
      }
    })
  })
  afterAll(() => connection.close())

  /** Rows that a session sees of a centre in a table; none where it may not look at all. */
  async function seen(scope: Scope, of: Scope, { table, column }: (typeof tables)[number]) {
    return inCenter(connection.db, scope, async (db) => {
      const { rows } = await sql<{ count: number }>`
        select count(*) as count from ${sql.table(table)}
         where ${sql.ref(column)} = ${of.centerId}::uuid`.execute(db)
      return Number(rows[0]?.count)
    }).catch((error: unknown) => {
      if ((error as { code?: string }).code === '42501') return 'not allowed to look'
      throw error
    })
  }

  it('stands around every table that has a centre, for the role that sessions take', async () => {
    const { rows } = await sql<{ table: string; fenced: boolean }>`
      select relname as "table", relrowsecurity and relowner <> 'kezek_app'::regrole as fenced
        from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`.execute(
      connection.db,
    )
    const fenced = new Map(rows.map((row) => [row.table, row.fenced]))
    expect(tables.length).toBeGreaterThan(25)
    expect(tables.filter(({ table }) => fenced.get(table) !== true)).toEqual([])
    const role = await sql`
      select rolsuper, rolbypassrls, rolcanlogin from pg_roles where rolname = 'kezek_app'`.execute(
      connection.db,
    )
    expect(role.rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcanlogin: false }])
  })

  it('shows a session the rows of its own centre, and none of another, in every table', async () => {
    const faults: unknown[] = []
    const closed: string[] = []
    for (const place of tables) {
      const [mine, foreign] = [await seen(own, own, place), await seen(other, own, place)]
      if (mine === 'not allowed to look') closed.push(place.table)
      else if (foreign !== 0 || (mine === 0 && !PERSONAL.has(place.table)))
        faults.push({ ...place, mine, foreign })
    }
    expect(faults).toEqual([])
    expect(closed.length).toBeLessThan(tables.length / 2)
  })

  it('lets no session write, change or delete a row of another centre, in any table', async () => {
    const faults: unknown[] = []
    for (const { table, column } of tables) {
      const into = sql.table(table)
      const place = sql.ref(column)
      const attempts = {
        insert: sql`insert into ${into} (${place}) values (${own.centerId}::uuid)`,
        update: sql`update ${into} set ${place} = ${place} where ${place} = ${own.centerId}::uuid`,
        delete: sql`delete from ${into} where ${place} = ${own.centerId}::uuid`,
      }
      for (const [attempt, statement] of Object.entries(attempts)) {
        const changed = await inCenter(connection.db, other, async (db) => {
          return Number((await statement.execute(db)).numAffectedRows ?? 0)
        }).catch((error: unknown) => {
          if ((error as { code?: string }).code === '42501') return 0
          throw error
        })
        if (changed !== 0) faults.push({ table, attempt, changed })
      }
    }
    expect(faults).toEqual([])
  })
})
