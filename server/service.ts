import type { FastifyInstance } from 'fastify'

import { buildApp } from './app.ts'
import { watchForAlerts } from './features/alerts/alert-watch.ts'
import { JOB_HANDLERS } from './job-handlers.ts'
import { watchNights } from './night-watch.ts'
import { NIGHT_WORK } from './night-work.ts'
import { type Auth, actorFinder, createAuth } from './platform/auth/auth.ts'
import type { Config } from './platform/config.ts'
import { type Connection, openConnection } from './platform/db/connection.ts'
import { migrate } from './platform/db/migrate.ts'
import { keepStatistics } from './platform/db/statistics.ts'
import { Compute } from './platform/jobs/compute.ts'
import { Jobs } from './platform/jobs/jobs.ts'
import { openMailer } from './platform/mail.ts'
import { sessionSecret } from './platform/secret.ts'

/** The service put together: everything is open, nothing listens yet. */
export interface Service {
  readonly app: FastifyInstance
  readonly auth: Auth
  readonly connection: Connection
  readonly jobs: Jobs
  /** Finishes requests, stops jobs, and closes the database, in that order. */
  close(): Promise<void>
}

/**
 * Opens the database, brings it up to date, and builds the service over it.
 *
 * @throws {FolderInUseError} if another process has the data folder
 */
export async function openService(config: Config): Promise<Service> {
  return buildService(await openConnection(config.database), config)
}

/** Builds the service over a database that is already open, and owns it from now on. */
export async function buildService(connection: Connection, config: Config): Promise<Service> {
  await migrate(connection.db)
  const baseUrl = config.publicUrl ?? `http://${config.host}:${config.port}`
  const auth = createAuth({
    db: connection.db,
    secret: sessionSecret(config),
    baseUrl,
    listeningPort: () => portOf(app),
  })
  const compute = new Compute()
  const parts = { connection, database: config.database, compute, handlers: JOB_HANDLERS }
  const log = { error: (detail: object, message: string) => app.log.error(detail, message) }
  const jobs = new Jobs({ ...parts, log })
  const app = await buildApp({
    db: connection.db,
    jobs,
    compute,
    auth,
    actorOf: actorFinder(auth),
    canMail: config.mail !== undefined,
    behindProxy: config.publicUrl !== undefined,
    logger: config.log === 'silent' ? false : { level: config.log === 'info' ? 'warn' : 'debug' },
  })
  await jobs.start({ work: config.jobs })
  const endStatistics = keepStatistics(connection, (error) =>
    app.log.error({ err: error }, 'the statistics of the tables are old'),
  )
  const stopped = new AbortController()
  if (config.jobs) {
    const failed = (what: string) => (error: unknown) => {
      if (!stopped.signal.aborted) log.error({ err: error }, what)
    }
    const { db } = connection
    void watchNights(
      { db, jobs, work: NIGHT_WORK },
      failed('the night’s work failed'),
      stopped.signal,
    )
    const mail =
      config.mail === undefined
        ? undefined
        : { mailer: openMailer(config.mail), serviceUrl: baseUrl }
    const parts = { db, boards: app.boards, mail }
    void watchForAlerts(parts, failed('alerts were not looked for'), stopped.signal)
  }
  return {
    app,
    auth,
    connection,
    jobs,
    async close() {
      endStatistics()
      stopped.abort()
      await app.close()
      await jobs.stop()
      await compute.close()
      await connection.close()
    },
  }
}

function portOf({ server }: FastifyInstance): number | undefined {
  const address = server.address()
  return address === null || typeof address === 'string' ? undefined : address.port
}
