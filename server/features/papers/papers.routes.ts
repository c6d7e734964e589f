import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'

import type { OperatorId } from '#forecasting/kernel/units.ts'
import { actorOf, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'
import { TABLE_TYPES } from '#server/platform/http/write-table.ts'

import { readAuditPackage } from './audit-package.service.ts'
import type { PaperOrder } from './papers.compute.ts'
import { insertExport, listExports } from './papers.queries.ts'
import { PaperBody, PaperExport, PersonParams, YearParams } from './papers.schema.ts'
import { readPersonFile } from './person-file.service.ts'

const TAKERS = ['hr', 'head'] as const
const FILE = {
  200: Type.String({ format: 'binary', examples: ['paper.pdf'] }),
  default: PROBLEM_RESPONSE,
}
const TYPES = { xlsx: TABLE_TYPES.xlsx, pdf: 'application/pdf' } as const

/** Papers with people's data. Each is asked for by POST, because taking it is kept on record. */
export const papersRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(PaperExport)

  app.post(
    '/person-files/:operatorId',
    {
      config: { roles: TAKERS },
      schema: {
        operationId: 'takePersonFile',
        tags: ['papers'],
        description:
          'Contracts, competences with their history, assessments with signatures, training, certificates, ' +
          'acknowledgements. That it was taken stands in the audit record.',
        params: PersonParams,
        body: PaperBody,
        response: FILE,
      },
    },
    (request, reply) => {
      const { operatorId } = request.params
      return sendPaper(request, reply, { ...request.body, about: { operatorId } })
    },
  )

  app.post(
    '/audit-packages/:year',
    {
      config: { roles: TAKERS },
      schema: {
        operationId: 'takeAuditPackage',
        tags: ['papers'],
        description:
          'Share assessed in the year and who is overdue (п. 21), functions and holders (п. 16–17), notices with ' +
          'receipts (п. 22), certification (rows 23–24), training. That it was taken stands in the audit record.',
        params: YearParams,
        body: PaperBody,
        response: FILE,
      },
    },
    (request, reply) => {
      const { year } = request.params
      return sendPaper(request, reply, { ...request.body, about: { year } })
    },
  )

  app.get(
    '/paper-exports',
    {
      config: { roles: TAKERS },
      schema: {
        operationId: 'listPaperExports',
        tags: ['papers'],
        response: {
          200: Type.Object({ exports: Type.Array(ref(PaperExport)) }),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    async (request) => ({ exports: await inOwnCenter(request, listExports) }),
  )
}

interface Wanted extends Pick<PaperOrder, 'format'> {
  readonly language?: 'kk' | 'ru' | 'en'
  readonly about: { readonly operatorId: OperatorId } | { readonly year: number }
}

/** Reads the paper and keeps that it was taken in one transaction, then writes the file outside of it. */
async function sendPaper(
  request: FastifyRequest,
  reply: FastifyReply,
  { format, language, about }: Wanted,
): Promise<string> {
  const actor = actorOf(request)
  const reader = { name: actor.name, language: language ?? actor.language }
  const paper = await inOwnCenter(request, async (db) => {
    const found =
      'year' in about
        ? await readAuditPackage(db, about.year, reader)
        : await readPersonFile(db, about.operatorId, reader)
    const { centerId, name: madeBy } = actor
    await insertExport(db, { centerId, madeBy, format, about })
    return found
  })
  const file = await request.server.compute.run<PaperOrder, Uint8Array>({
    module: new URL('papers.compute.ts', import.meta.url),
    name: 'computePaper',
    input: { paper, format },
  })
  const fileName = 'year' in about ? `audit-${about.year}` : 'person-file'
  void reply
    .type(TYPES[format])
    .header('content-disposition', `attachment; filename="${fileName}.${format}"`)
  return Buffer.from(file) as unknown as string
}
