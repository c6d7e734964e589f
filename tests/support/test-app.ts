import { inspect } from 'node:util'

import type { FastifyInstance } from 'fastify'

import { buildApp } from '#server/app.ts'
import { JOB_HANDLERS } from '#server/job-handlers.ts'
import { createAuth } from '#server/platform/auth/auth.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import type { Scope } from '#server/platform/db/scope.ts'
import type { Role } from '#server/platform/http/actor.ts'
import { Compute } from '#server/platform/jobs/compute.ts'
import { Jobs } from '#server/platform/jobs/jobs.ts'

export interface TestApp {
  readonly app: FastifyInstance
  readonly jobs: Jobs
  close(): Promise<void>
}

/**
 * The whole HTTP service over a test's database. The header `x-role` says who is asking, with
 * `x-language` for the language and `x-actor` for a user of another id; without it nobody has signed in.
 */
export async function testApp(connection: Connection, scope: Scope): Promise<TestApp> {
  const compute = new Compute()
  const jobs = new Jobs({
    connection,
    // Polling over the test's own pool works on both databases, and needs no second address.
    database: { kind: 'embedded', folder: '' },
    compute,
    handlers: JOB_HANDLERS,
    log: {
      error: (detail, message) => void process.stderr.write(`${message} ${inspect(detail)}\n`),
    },
  })
  const app = await buildApp({
    db: connection.db,
    jobs,
    compute,
    auth: createAuth({ db: connection.db, secret: 'x'.repeat(32), baseUrl: 'http://localhost' }),
    actorOf: async (headers) => {
      const role = headers['x-role']
      if (typeof role !== 'string') return undefined
      const language = headers['x-language'] === 'kk' ? 'kk' : 'ru'
      const { actorId, actorName: name, centerId } = scope
      const other = headers['x-actor']
      const id = typeof other === 'string' ? other : actorId
      return { id, name, centerId, roles: [role as Role], language }
    },
  })
  await jobs.start({ work: true })
  return {
    app,
    jobs,
    async close() {
      await app.close()
      await jobs.stop()
      await compute.close()
    },
  }
}
