import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

import { type Kysely, sql } from 'kysely'
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration'

import type { Database } from './database.ts'

const MIGRATIONS = path.join(import.meta.dirname, '../../../migrations')

/** Reads `migrations/NNNN-name.sql`, in order of name. There is no way down: mend it going forward. */
const provider: MigrationProvider = {
  async getMigrations() {
    const names = (await readdir(MIGRATIONS)).filter((name) => /^\d{4}-[a-z-]+\.sql$/.test(name))
    const texts = await Promise.all(
      names.map(async (name) => readFile(path.join(MIGRATIONS, name), 'utf8')),
    )
    return Object.fromEntries(
      names.map((name, i): [string, Migration] => [
        name.replace('.sql', ''),
        { up: async (db) => void (await sql.raw(texts[i] ?? '').execute(db)) },
      ]),
    )
  },
}

/**
 * Brings the schema up to date, in one transaction; several processes may call it at once.
 *
 * @returns the names of the migrations that were applied now
 * @throws the database's error if one of them fails; nothing of it remains
 */
export async function migrate(db: Kysely<Database>): Promise<readonly string[]> {
  // Branches number their migrations beside each other, so that a lower number may come after a higher one.
  const migrator = new Migrator({ db, provider, allowUnorderedMigrations: true })
  const { error, results = [] } = await migrator.migrateToLatest()
  if (error !== undefined) throw new Error('the migrations failed', { cause: error })
  return results.map((result) => result.migrationName)
}
