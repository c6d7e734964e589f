import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'

import { buildApp } from '#server/app.ts'
import { actorFinder, createAuth } from '#server/platform/auth/auth.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import { Compute } from '#server/platform/jobs/compute.ts'
import { Jobs } from '#server/platform/jobs/jobs.ts'

const ORIGIN = 'http://localhost'

export interface SessionApp {
  readonly app: FastifyInstance
  /** Sends a request as a browser of the service's own page would, with what it has of cookies. */
  send(options: InjectOptions, cookie?: string): Promise<LightMyRequestResponse>
  /** Signs in with a password; the cookie of the session, or of the second step, or '' if refused. */
  signIn(email: string, password: string): Promise<string>
  close(): Promise<void>
}

/** The whole HTTP service with real sign-in, and with no jobs running. */
export async function sessionApp(connection: Connection): Promise<SessionApp> {
  const auth = createAuth({ db: connection.db, secret: 'x'.repeat(32), baseUrl: ORIGIN })
  const compute = new Compute()
  const jobs = new Jobs({
    connection,
    database: { kind: 'embedded', folder: '' },
    compute,
    handlers: {},
    log: { error: () => undefined },
  })
  const app = await buildApp({ db: connection.db, jobs, compute, auth, actorOf: actorFinder(auth) })
  const send: SessionApp['send'] = (options, cookie) =>
    app.inject({
      ...options,
      headers: { origin: ORIGIN, ...(cookie === undefined ? {} : { cookie }) },
    })
  return {
    app,
    send,
    async signIn(email, password) {
      const payload = { email, password }
      return cookieOf(await send({ method: 'POST', url: '/api/auth/sign-in/email', payload }))
    },
    async close() {
      await app.close()
      await compute.close()
    },
  }
}

/** What a browser would send back of the cookies that an answer sets. */
export function cookieOf(answer: LightMyRequestResponse): string {
  return answer.cookies
    .filter(({ value }) => value !== '')
    .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
    .join('; ')
}
