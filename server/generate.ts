import { writeFile } from 'node:fs/promises'
import path from 'node:path'

import { buildApp } from './app.ts'
import { createAuth } from './platform/auth/auth.ts'
import { openInMemory } from './platform/db/connection.ts'
import { migrate } from './platform/db/migrate.ts'
import { schemaSnapshot } from './platform/db/schema-snapshot.ts'
import { Compute } from './platform/jobs/compute.ts'
import type { Jobs } from './platform/jobs/jobs.ts'

/** Writes what is made from the code: the OpenAPI document and the snapshot of the schema. */
const PROJECT = path.join(import.meta.dirname, '..')
const connection = await openInMemory()
await migrate(connection.db)
const jobs = {} as Jobs
const compute = new Compute()
const { db } = connection
const auth = createAuth({
  db,
  secret: 'nobody signs in to a document',
  baseUrl: 'http://localhost',
})
const app = await buildApp({ db, jobs, compute, auth, actorOf: async () => undefined })
await app.ready()
const document = `${JSON.stringify(app.swagger(), null, 2)}\n`
await writeFile(path.join(PROJECT, 'client/api/openapi.json'), document)
await writeFile(path.join(PROJECT, 'migrations/schema.sql'), await schemaSnapshot(connection.db))
await app.close()
await compute.close()
await connection.close()
