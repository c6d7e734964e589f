import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { actorOf, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { listOperators } from './operators.queries.ts'
import {
  ContractChange,
  ContractKind,
  ContractParams,
  NewOperator,
  Operator,
  OperatorCard,
  OperatorChange,
  OperatorFilter,
  OperatorParams,
  Site,
  Team,
} from './operators.schema.ts'
import {
  addOperator,
  centreToday,
  changeContract,
  changeOperator,
  readCard,
  takeBackContract,
} from './operators.service.ts'
import { peopleFileRoutes } from './people-file.routes.ts'
import { personalRecordsRoutes } from './personal-records.routes.ts'
import { remoteWorkRoutes } from './remote-work.routes.ts'
import { secondJobsRoutes } from './second-jobs.routes.ts'
import { signInsRoutes } from './sign-ins.routes.ts'
import { workplacesRoutes } from './workplaces.routes.ts'

/** `/operators`: the people of the centre, what they work under, where, and since when. */
export const operatorsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  for (const schema of [Operator, OperatorCard, ContractKind, Site, Team]) app.addSchema(schema)
  await app.register(readRoutes)
  await app.register(changeRoutes)
  await app.register(contractRoutes)
  await app.register(workplacesRoutes)
  await app.register(personalRecordsRoutes)
  await app.register(secondJobsRoutes)
  await app.register(remoteWorkRoutes)
  await app.register(peopleFileRoutes)
  await app.register(signInsRoutes)
}

const READERS = ['hr', 'planner', 'supervisor', 'head'] as const

const readRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/operators',
    {
      config: { roles: READERS },
      schema: {
        operationId: 'listOperators',
        tags: ['operators'],
        querystring: OperatorFilter,
        response: {
          200: Type.Object({ operators: Type.Array(ref(Operator)) }),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => {
        const today = await centreToday(db)
        const left = request.query.left === true
        return { operators: [...(await listOperators(db, { today, left }))] }
      }),
  )

  app.get(
    '/operators/:operatorId',
    {
      config: { roles: READERS },
      schema: {
        operationId: 'getOperator',
        tags: ['operators'],
        params: OperatorParams,
        response: { 200: ref(OperatorCard), default: PROBLEM_RESPONSE },
      },
    },
    (request) => inOwnCenter(request, (db) => readCard(db, request.params.operatorId)),
  )
}

const changeRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/operators',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'addOperator',
        tags: ['operators'],
        body: NewOperator,
        response: { 201: ref(OperatorCard), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const { centerId } = actorOf(request)
      const card = await inOwnCenter(request, (db) => addOperator(db, centerId, request.body))
      return reply.code(201).send(card)
    },
  )

  app.patch(
    '/operators/:operatorId',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'changeOperator',
        tags: ['operators'],
        description: 'Leaving is a change of `leftOn`; coming back one of `hiredOn`.',
        params: OperatorParams,
        body: OperatorChange,
        response: { 200: ref(OperatorCard), default: PROBLEM_RESPONSE },
      },
    },
    (request) => {
      const whose = { centerId: actorOf(request).centerId, operatorId: request.params.operatorId }
      return inOwnCenter(request, (db) => changeOperator(db, whose, request.body))
    },
  )
}

const contractRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.put(
    '/operators/:operatorId/contracts',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'changeContract',
        tags: ['operators'],
        description: 'From a day on. A change on the day of hiring replaces the contract of it.',
        params: OperatorParams,
        body: ContractChange,
        response: { 200: ref(OperatorCard), default: PROBLEM_RESPONSE },
      },
    },
    (request) => {
      const whose = { centerId: actorOf(request).centerId, operatorId: request.params.operatorId }
      return inOwnCenter(request, (db) => changeContract(db, whose, request.body))
    },
  )

  app.delete(
    '/operators/:operatorId/contracts/:fromDate',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'takeBackContract',
        tags: ['operators'],
        params: ContractParams,
        response: { 200: ref(OperatorCard), default: PROBLEM_RESPONSE },
      },
    },
    (request) => {
      const { operatorId, fromDate } = request.params
      return inOwnCenter(request, (db) => takeBackContract(db, operatorId, fromDate))
    },
  )
}
