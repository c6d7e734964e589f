import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { actorOf, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { listSteps } from './development.queries.ts'
import {
  DevelopmentStep,
  NeedList,
  NewStep,
  StepEnd,
  StepFilter,
  StepParams,
  TrainingNeed,
} from './development.schema.ts'
import { finishStep, planStep, readNeeds } from './development.service.ts'

const READERS = ['hr', 'planner', 'supervisor', 'head'] as const
const WRITERS = ['hr', 'supervisor'] as const

/** `/training-needs` and `/development-steps`: who lacks what, and the plan that answers it. */
export const developmentRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(TrainingNeed)

  app.get(
    '/training-needs',
    {
      config: { roles: READERS },
      schema: {
        operationId: 'listTrainingNeeds',
        tags: ['training'],
        description: 'Gaps against profiles, and queues that somebody nearly can take.',
        response: { 200: NeedList, default: PROBLEM_RESPONSE },
      },
    },
    (request) => inOwnCenter(request, readNeeds),
  )

  await app.register(stepRoutes)
}

const stepRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/development-steps',
    {
      config: { roles: READERS },
      schema: {
        operationId: 'listDevelopmentSteps',
        tags: ['training'],
        querystring: StepFilter,
        response: {
          200: Type.Object({ steps: Type.Array(ref(DevelopmentStep)) }),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    async (request) => ({
      steps: await inOwnCenter(request, (db) => listSteps(db, request.query)),
    }),
  )

  app.post(
    '/development-steps',
    {
      config: { roles: WRITERS },
      schema: {
        operationId: 'planDevelopmentStep',
        tags: ['training'],
        body: NewStep,
        response: { 201: ref(DevelopmentStep), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const planned = await inOwnCenter(request, (db) => planStep(db, actor, request.body))
      return reply.code(201).send(planned)
    },
  )

  app.post(
    '/development-steps/:stepId/end',
    {
      config: { roles: WRITERS },
      schema: {
        operationId: 'endDevelopmentStep',
        tags: ['training'],
        params: StepParams,
        body: StepEnd,
        response: { 200: ref(DevelopmentStep), default: PROBLEM_RESPONSE },
      },
    },
    (request) => inOwnCenter(request, (db) => finishStep(db, request.params.stepId, request.body)),
  )
}
