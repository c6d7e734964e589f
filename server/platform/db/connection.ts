import { mkdirSync } from 'node:fs'
import path from 'node:path'
import v8 from 'node:v8'

import { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'

import type { DatabaseConfig } from '../config.ts'
import type { Database } from './database.ts'
import { type FolderLock, lockFolder } from './folder-lock.ts'
import type { OpenDatabase } from './scope.ts'

/** An open database. Both kinds are one `pg` pool and one Kysely dialect: there is one code path. */
export interface Connection {
  readonly kind: DatabaseConfig['kind']
  readonly pool: pg.Pool
  readonly db: OpenDatabase
  /** Waits for what is running, then closes; safe to call once. */
  close(): Promise<void>
}

// V8 sometimes loses count of the WebAssembly code that it frees while it runs, and then ends the
// whole process (nodejs/node#64500). PGlite is one module of a fixed size, so its first code is kept
// beside the optimised one, and nothing is freed before the end.
v8.setFlagsFromString('--no-wasm-code-gc')

const SERVER_POOL_SIZE = 10
const DATE_OID = 1082
const INT8_OID = 20

// A calendar date has no zone: as a JavaScript Date it would move by a day. Counts fit a double.
pg.types.setTypeParser(DATE_OID, (text) => text)
pg.types.setTypeParser(INT8_OID, Number)

/**
 * Opens the database that the configuration names, without migrating it.
 *
 * @throws {FolderInUseError} if the embedded database's folder belongs to another process
 */
export async function openConnection(config: DatabaseConfig): Promise<Connection> {
  return config.kind === 'embedded' ? openEmbedded(config.folder) : openServer(config.url)
}

async function openEmbedded(folder: string): Promise<Connection> {
  const lock = lockFolder(folder)
  try {
    const cluster = path.join(folder, 'postgres')
    mkdirSync(cluster, { recursive: true })
    return await connectPglite(await PGlite.create(cluster), lock)
  } catch (error) {
    lock.release()
    throw error
  }
}

/** A database that is gone when the process ends, for what only needs the schema or a fresh start. */
export async function openInMemory(): Promise<Connection> {
  return connectPglite(new PGlite())
}

/** Codes of a server that goes away or is not back yet (PostgreSQL, appendix A), and of the network. */
const AWAY_CODE = /^(57P0[1-5]|08\w{3}|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH)$/
/** What the driver says, without a code, of a session that was cut. */
const CUT_OFF = /^(Connection terminated|Client has encountered a connection error)/

/** Whether a failure means that the database is away for a while: the same may well work again later. */
export function isDatabaseAway(error: Error & { readonly code?: string }): boolean {
  return AWAY_CODE.test(error.code ?? '') || CUT_OFF.test(error.message)
}

/** Asks the database for nothing; rejects when it does not answer. */
export async function ping(db: OpenDatabase): Promise<void> {
  await sql`select 1`.execute(db)
}

/** Wraps a PGlite that the caller made, such as a test's copy of a template in memory. */
export async function connectPglite(pglite: PGlite, lock?: FolderLock): Promise<Connection> {
  await pglite.waitReady
  // It asks for a pool of one: PGlite has one session, and a second client would join the first's
  // transaction.
  const pool = new pg.Pool(createPgConfig(pglite))
  return {
    kind: 'embedded',
    pool,
    db: kyselyOver(pool),
    async close() {
      await pool.end()
      await pglite.close()
      lock?.release()
    },
  }
}

async function openServer(url: string): Promise<Connection> {
  const pool = new pg.Pool({ connectionString: url, max: SERVER_POOL_SIZE })
  // A server that goes away says so of every session, idle or not, and an error that nobody hears ends
  // the process. Whoever was being served has been told; the pool opens new sessions by itself.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => void client.on('error', () => undefined))
  await pool.query('select 1')
  return { kind: 'server', pool, db: kyselyOver(pool), close: () => pool.end() }
}

function kyselyOver(pool: pg.Pool): OpenDatabase {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
}
