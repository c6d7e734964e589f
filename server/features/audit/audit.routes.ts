import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { readNames } from './audit-names.queries.ts'
import { listRecords, readChoices } from './audit.queries.ts'
import { AuditChoices, AuditNames, AuditQuery, AuditRecord } from './audit.schema.ts'

const AuditPage = Type.Object({
  records: Type.Array(ref(AuditRecord)),
  names: AuditNames,
  next: Type.Union([Type.Integer(), Type.Null()], {
    description: 'The cursor of the next page; null on the last one',
  }),
})

/** `/audit`: who changed what, when, from what, to what. Nobody can write here. */
export const auditRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(AuditRecord)
  app.addSchema(AuditChoices)

  app.get(
    '/audit',
    {
      config: { roles: ['head', 'admin'] },
      schema: {
        operationId: 'listAuditRecords',
        tags: ['audit'],
        description: 'The newest first.',
        querystring: AuditQuery,
        response: { 200: AuditPage, default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => {
        const { records, next } = await listRecords(db, request.query)
        return { records, names: await readNames(db, records), next }
      }),
  )

  app.get(
    '/audit/choices',
    {
      config: { roles: ['head', 'admin'] },
      schema: {
        operationId: 'getAuditChoices',
        tags: ['audit'],
        description: 'Who and what the record can be narrowed to.',
        response: { 200: ref(AuditChoices), default: PROBLEM_RESPONSE },
      },
    },
    (request) => inOwnCenter(request, readChoices),
  )
}
