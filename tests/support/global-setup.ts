import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { PGlite } from '@electric-sql/pglite'
import type { TestProject } from 'vitest/node'

import { connectPglite, openConnection } from '#server/platform/db/connection.ts'
import { migrate } from '#server/platform/db/migrate.ts'

import { freePort } from './free-port.ts'
import { postgresServer } from './postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A PGlite data folder, migrated, as a tar file. */
    pgliteTemplate: string
    /** Address of a real server, without the database's name; it has a database `template_kezek`. */
    postgresUrl: string
  }
}

/**
 * Migrates one database of each kind and keeps it as a template. Making a cluster takes seconds,
 * copying one takes milliseconds, and every test file gets its own.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'kezek-tests-'))
  // As root, the server runs as a user of its own, who must be able to pass through.
  await chmod(folder, 0o755)
  project.provide('pgliteTemplate', await makePgliteTemplate(folder))
  const { url, stop } = await startPostgres(folder)
  project.provide('postgresUrl', url)
  return async () => {
    await stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function makePgliteTemplate(folder: string): Promise<string> {
  const pglite = new PGlite()
  const connection = await connectPglite(pglite)
  await migrate(connection.db)
  const template = await pglite.dumpDataDir('none')
  const file = path.join(folder, 'pglite-template.tar')
  await writeFile(file, Buffer.from(await template.arrayBuffer()))
  await connection.close()
  return file
}

async function startPostgres(
  folder: string,
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const databaseDir = path.join(folder, 'postgres')
  await mkdir(databaseDir)
  const port = await freePort()
  const server = await postgresServer(databaseDir, port)
  await server.initialise()
  await server.start()
  await server.createDatabase('template_kezek')
  const url = `postgres://owner:owner@127.0.0.1:${port}`
  const connection = await openConnection({ kind: 'server', url: `${url}/template_kezek` })
  await migrate(connection.db)
  await connection.close()
  return { url, stop: () => server.stop() }
}
