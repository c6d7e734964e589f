import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { actorOf, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE, ProblemError } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { centreToday, requireOperator } from '../operators/operators.service.ts'
import { insertCertificate, withdrawCertificate } from './certificates.queries.ts'
import {
  Certificate,
  CertificateFilter,
  CertificateParams,
  NewCertificate,
} from './certificates.schema.ts'
import { readRegister } from './certificates.service.ts'

const CertificateList = Type.Object({
  certificates: Type.Array(ref(Certificate)),
  centreCount: Type.Integer({
    minimum: 0,
    description: 'Of the centre, that hold today: row 23 of the half-year report',
  }),
  managerCount: Type.Integer({
    minimum: 0,
    description: 'People who manage the centre and hold a certification today: row 24',
  }),
})
const RESPONSE = { 200: CertificateList, default: PROBLEM_RESPONSE }

/** `/certificates`: the register that rows 23 and 24 of the half-year report are counted from. */
export const certificatesRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/certificates',
    {
      config: { roles: ['hr', 'supervisor', 'head'] },
      schema: {
        operationId: 'listCertificates',
        tags: ['training'],
        querystring: CertificateFilter,
        response: RESPONSE,
      },
    },
    (request) => inOwnCenter(request, (db) => readRegister(db, request.query)),
  )

  app.post(
    '/certificates',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'addCertificate',
        tags: ['training'],
        body: NewCertificate,
        response: { 201: CertificateList, default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const { centerId } = actorOf(request)
      const register = await inOwnCenter(request, async (db) => {
        const { operatorId, holder } = request.body
        if ((holder === 'person') !== (operatorId !== null)) {
          throw new ProblemError('certificate-holder-missing')
        }
        if (operatorId !== null) await requireOperator(db, operatorId, await centreToday(db))
        await insertCertificate(db, centerId, request.body)
        return readRegister(db)
      })
      return reply.code(201).send(register)
    },
  )

  await app.register(withdrawalRoutes)
}

const withdrawalRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/certificates/:certificateId/withdrawal',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'withdrawCertificate',
        tags: ['training'],
        params: CertificateParams,
        response: RESPONSE,
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => {
        const { certificateId } = request.params
        if (!(await withdrawCertificate(db, certificateId, await centreToday(db)))) {
          throw new ProblemError('record-unknown')
        }
        return readRegister(db)
      }),
  )
}
