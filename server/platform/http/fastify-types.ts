import type { Auth } from '../auth/auth.ts'
import type { OpenDatabase } from '../db/scope.ts'
import type { Jobs } from '../jobs/jobs.ts'
import type { Actor } from './actor.ts'

declare module 'fastify' {
  interface FastifyInstance {
    readonly db: OpenDatabase
    readonly auth: Auth
    readonly jobs: Jobs
  }
  interface FastifyRequest {
    /** Set by the guard before any route that needs a sign-in runs. */
    actor: Actor | undefined
  }
}
