import { existsSync } from 'node:fs'
import path from 'node:path'

import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

import { ProblemError } from './problem.ts'

/** What `npm run build` makes of `client/`. */
export const CLIENT_BUILD = path.join(import.meta.dirname, '../../../dist/client')

/** Serves the built page; any address that is not the API's is the page, which routes it itself. */
export async function registerPage(app: FastifyInstance): Promise<void> {
  if (!existsSync(path.join(CLIENT_BUILD, 'client/index.html'))) return
  await app.register(fastifyStatic, {
    root: CLIENT_BUILD,
    wildcard: false,
    index: false,
    cacheControl: false,
    setHeaders(reply, file) {
      const lasting = file.includes(`${path.sep}assets${path.sep}`)
      void reply.header(
        'cache-control',
        lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
    },
  })
  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    if (request.url.startsWith('/api/')) throw new ProblemError('route-unknown')
    return reply.sendFile('client/index.html')
  })
}
