import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'

import { actorOf, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE, ProblemError } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { OperatorParams } from './operators.schema.ts'
import {
  ConsentEnd,
  NewConsent,
  NewRestriction,
  PersonalRecordParams,
  PersonalRecords,
  RestrictionEnd,
} from './personal-records.schema.ts'
import {
  addConsent,
  addRestriction,
  closeConsent,
  closeRestriction,
  readPersonalRecords,
  removePersonalRecord,
} from './personal-records.service.ts'

const RESPONSE = { 200: ref(PersonalRecords), default: PROBLEM_RESPONSE }

/**
 * What the law attaches to a person. Of all roles HR alone: an administrator keeps the service, and
 * has no need to know who is pregnant. One who does HR's work as well has HR's role as well.
 */
export const personalRecordsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(PersonalRecords)
  app.addHook('preHandler', async (request) => refuseOthers(request))

  app.get(
    '/operators/:operatorId/personal-records',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'getPersonalRecords',
        tags: ['operators'],
        description: 'An administrator needs the role hr besides.',
        params: OperatorParams,
        response: RESPONSE,
      },
    },
    (request) => inOwnCenter(request, (db) => readPersonalRecords(db, request.params.operatorId)),
  )
  await app.register(restrictionRoutes)
  await app.register(consentRoutes)
}

function refuseOthers(request: FastifyRequest): void {
  if (!actorOf(request).roles.includes('hr')) throw new ProblemError('not-allowed')
}

const restrictionRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/operators/:operatorId/restrictions',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'addRestriction',
        tags: ['operators'],
        params: OperatorParams,
        body: NewRestriction,
        response: RESPONSE,
      },
    },
    (request) => {
      const whose = { centerId: actorOf(request).centerId, operatorId: request.params.operatorId }
      return inOwnCenter(request, (db) => addRestriction(db, whose, request.body))
    },
  )

  app.patch(
    '/operators/:operatorId/restrictions/:recordId',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'endRestriction',
        tags: ['operators'],
        params: PersonalRecordParams,
        body: RestrictionEnd,
        response: RESPONSE,
      },
    },
    (request) => {
      const { operatorId, recordId: id } = request.params
      return inOwnCenter(request, (db) => closeRestriction(db, operatorId, { id, ...request.body }))
    },
  )

  app.delete(
    '/operators/:operatorId/restrictions/:recordId',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'removeRestriction',
        tags: ['operators'],
        description: 'For one that was written by mistake; one that is over is ended instead.',
        params: PersonalRecordParams,
        response: RESPONSE,
      },
    },
    (request) => {
      const { operatorId, recordId: id } = request.params
      return inOwnCenter(request, (db) =>
        removePersonalRecord(db, 'legal_restriction', { operatorId, id }),
      )
    },
  )
}

const consentRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/operators/:operatorId/consents',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'addConsent',
        tags: ['operators'],
        params: OperatorParams,
        body: NewConsent,
        response: RESPONSE,
      },
    },
    (request) => {
      const whose = { centerId: actorOf(request).centerId, operatorId: request.params.operatorId }
      return inOwnCenter(request, (db) => addConsent(db, whose, request.body))
    },
  )

  app.patch(
    '/operators/:operatorId/consents/:recordId',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'withdrawConsent',
        tags: ['operators'],
        params: PersonalRecordParams,
        body: ConsentEnd,
        response: RESPONSE,
      },
    },
    (request) => {
      const { operatorId, recordId: id } = request.params
      return inOwnCenter(request, (db) => closeConsent(db, operatorId, { id, ...request.body }))
    },
  )

  app.delete(
    '/operators/:operatorId/consents/:recordId',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'removeConsent',
        tags: ['operators'],
        params: PersonalRecordParams,
        response: RESPONSE,
      },
    },
    (request) => {
      const { operatorId, recordId: id } = request.params
      return inOwnCenter(request, (db) => removePersonalRecord(db, 'consent', { operatorId, id }))
    },
  )
}
