import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'

import { actorOf, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { readAttemptRecord } from './attempts.service.ts'
import { ownTestsRoutes } from './own-tests.routes.ts'
import { questionsRoutes } from './questions.routes.ts'
import { listTests } from './tests.queries.ts'
import {
  AssignmentList,
  AssignmentParams,
  AttemptParams,
  AttemptRecord,
  KnowledgeTest,
  NewAssignments,
  OwnTest,
  TestAssignment,
  TestAttempt,
  TestList,
  TestParams,
  TestSettings,
} from './tests.schema.ts'
import { assignTest, readAssignments, setTest, withdrawAssignment } from './tests.service.ts'

const READERS = ['hr', 'supervisor', 'head'] as const
const TESTS = { 200: TestList, default: PROBLEM_RESPONSE }
const ASSIGNMENTS = { 200: AssignmentList, default: PROBLEM_RESPONSE }

/** `/knowledge-tests`: how knowledge is tested, who is to be, and what came of it. */
export const knowledgeTestsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  for (const schema of [KnowledgeTest, TestAssignment, OwnTest, TestAttempt, AttemptRecord]) {
    app.addSchema(schema)
  }
  await app.register(questionsRoutes)
  await app.register(settingsRoutes)
  await app.register(assignmentRoutes)
  await app.register(ownTestsRoutes)
}

const settingsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/knowledge-tests',
    {
      config: { roles: READERS },
      schema: { operationId: 'listKnowledgeTests', tags: ['knowledge tests'], response: TESTS },
    },
    async (request) => ({ tests: await inOwnCenter(request, listTests) }),
  )

  app.put(
    '/knowledge-tests/:competenceCode',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'setKnowledgeTest',
        tags: ['knowledge tests'],
        description: 'From the next attempt on; those that were begun keep what they began under.',
        params: TestParams,
        body: TestSettings,
        response: TESTS,
      },
    },
    (request) => {
      const order = { competenceCode: request.params.competenceCode, settings: request.body }
      return inOwnCenter(request, async (db) => ({
        tests: await setTest(db, actorOf(request), order),
      }))
    },
  )

  app.get(
    '/test-attempts/:attemptId',
    {
      config: { roles: ['hr', 'supervisor'] },
      schema: {
        operationId: 'getTestAttempt',
        tags: ['knowledge tests'],
        description: 'Whole, with what was right: what a dispute is decided by.',
        params: AttemptParams,
        response: { 200: ref(AttemptRecord), default: PROBLEM_RESPONSE },
      },
    },
    (request) => inOwnCenter(request, (db) => readAttemptRecord(db, request.params.attemptId)),
  )
}

const assignmentRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/test-assignments',
    {
      config: { roles: READERS },
      schema: {
        operationId: 'listTestAssignments',
        tags: ['knowledge tests'],
        response: ASSIGNMENTS,
      },
    },
    async (request) => ({ assignments: await inOwnCenter(request, readAssignments) }),
  )

  app.post(
    '/test-assignments',
    {
      config: { roles: ['hr', 'supervisor'] },
      schema: {
        operationId: 'assignTest',
        tags: ['knowledge tests'],
        description: 'Whoever assigns it is the assessor of what comes of it.',
        body: NewAssignments,
        response: { 201: AssignmentList, default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const assignments = await inOwnCenter(request, (db) => assignTest(db, actor, request.body))
      return reply.code(201).send({ assignments })
    },
  )

  app.post(
    '/test-assignments/:assignmentId/withdrawal',
    {
      config: { roles: ['hr', 'supervisor'] },
      schema: {
        operationId: 'withdrawTest',
        tags: ['knowledge tests'],
        params: AssignmentParams,
        response: ASSIGNMENTS,
      },
    },
    async (request) => ({
      assignments: await inOwnCenter(request, (db) =>
        withdrawAssignment(db, request.params.assignmentId),
      ),
    }),
  )
}
