import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'

import type { Role } from '#server/platform/http/actor.ts'
import { actorOf, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import {
  ContractTerms,
  NewShape,
  NewTerms,
  ShapeChange,
  ShiftShape,
  ShiftShapeParams,
  TermsChange,
  WorkingTime,
} from './working-time.schema.ts'
import {
  addShape,
  addTerms,
  changeShape,
  changeTerms,
  dropShape,
  dropTerms,
  readWorkingTime,
} from './working-time.service.ts'

const READERS: readonly Role[] = ['planner', 'supervisor', 'hr', 'head']
const ANSWER = { 200: ref(WorkingTime), default: PROBLEM_RESPONSE }

/** `/working-time`: the kinds of shift and the contracts of which a week is made. */
export const workingTimeRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(ShiftShape)
  app.addSchema(ContractTerms)
  app.addSchema(WorkingTime)

  app.get(
    '/working-time',
    {
      config: { roles: READERS },
      schema: { operationId: 'readWorkingTime', tags: ['schedules'], response: ANSWER },
    },
    (request) => inOwnCenter(request, readWorkingTime),
  )

  await app.register(shapeRoutes)
  await app.register(contractRoutes)
}

const shapeRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/working-time/shapes',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'addShiftShape',
        tags: ['schedules'],
        body: NewShape,
        response: { 201: ref(WorkingTime), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(await inOwnCenter(request, (db) => addShape(db, request.body, actorOf(request)))),
  )

  app.put(
    '/working-time/shapes/:code',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'changeShiftShape',
        tags: ['schedules'],
        description: 'Length and breaks change only while no shift of it is planned.',
        params: ShiftShapeParams,
        body: ShapeChange,
        response: ANSWER,
      },
    },
    (request) =>
      inOwnCenter(request, (db) =>
        changeShape(db, request.params.code, request.body, actorOf(request)),
      ),
  )

  app.delete(
    '/working-time/shapes/:code',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'dropShiftShape',
        tags: ['schedules'],
        params: ShiftShapeParams,
        response: ANSWER,
      },
    },
    (request) => inOwnCenter(request, (db) => dropShape(db, request.params.code)),
  )
}

const contractRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/working-time/contracts',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'addContractTerms',
        tags: ['schedules'],
        body: NewTerms,
        response: { 201: ref(WorkingTime), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(await inOwnCenter(request, (db) => addTerms(db, request.body, actorOf(request)))),
  )

  app.put(
    '/working-time/contracts/:code',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'changeContractTerms',
        tags: ['schedules'],
        description: 'Counts at once for everybody under it, and in what is planned already.',
        params: ShiftShapeParams,
        body: TermsChange,
        response: ANSWER,
      },
    },
    (request) =>
      inOwnCenter(request, (db) =>
        changeTerms(db, request.params.code, request.body, actorOf(request)),
      ),
  )

  app.delete(
    '/working-time/contracts/:code',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'dropContractTerms',
        tags: ['schedules'],
        params: ShiftShapeParams,
        response: ANSWER,
      },
    },
    (request) => inOwnCenter(request, (db) => dropTerms(db, request.params.code)),
  )
}
