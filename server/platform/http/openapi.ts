import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance, FastifySchema } from 'fastify'
import type { TSchema } from 'typebox'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The form of an upload. It streams past the validator, and only the document shows it. */
    readonly form?: TSchema
  }
}

/** The OpenAPI 3.1 document at `/api/openapi.json`, and a page to browse it at `/api/docs`. */
export async function registerOpenApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Kezek',
        version: '1',
        description: 'Workforce management and forecasting for contact centres.',
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'kezek.session_token' },
          feedKey: { type: 'http', scheme: 'bearer', description: 'The key of a feed of states' },
        },
      },
    },
    transform: ({ schema, url, route }) => ({
      schema: documented(schema, route.config?.form),
      url,
    }),
    refResolver: { buildLocalReference: ({ $id }) => (typeof $id === 'string' ? $id : 'unnamed') },
  })
  await app.register(swaggerUi, { routePrefix: '/api/docs' })
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger())
}

function documented(schema: FastifySchema, form: TSchema | undefined): FastifySchema {
  return form === undefined ? schema : { ...schema, body: form }
}
