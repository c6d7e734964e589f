import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'

import { certificatesRoutes } from './certificates.routes.ts'
import { coursesRoutes } from './courses.routes.ts'
import { developmentRoutes } from './development.routes.ts'
import { sessionsRoutes } from './sessions.routes.ts'

/** Training: who lacks what, courses, sessions with their results, and certificates. */
export const trainingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(coursesRoutes)
  await app.register(developmentRoutes)
  await app.register(sessionsRoutes)
  await app.register(certificatesRoutes)
}
