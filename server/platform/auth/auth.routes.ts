import type { FastifyInstance } from 'fastify'

import { type Auth, toWebHeaders } from './auth.ts'

/** Hands everything under `/api/auth` to better-auth, which speaks the web's Request and Response. */
export function registerAuthRoutes(app: FastifyInstance, auth: Auth): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    schema: { hide: true },
    async handler(request, reply) {
      const { host = 'localhost' } = request.headers
      const headers = toWebHeaders(request.headers)
      // Whom the limit of attempts counts: the address that fastify trusts, not one that is claimed.
      headers.set('x-forwarded-for', request.ip)
      const answer = await auth.handler(
        new Request(new URL(request.url, `${request.protocol}://${host}`), {
          method: request.method,
          headers,
          ...(request.method === 'POST' ? { body: JSON.stringify(request.body ?? {}) } : {}),
        }),
      )
      for (const [name, value] of answer.headers) {
        if (name !== 'set-cookie') reply.header(name, value)
      }
      for (const cookie of answer.headers.getSetCookie()) reply.header('set-cookie', cookie)
      return reply.code(answer.status).send(await answer.text())
    },
  })
}
