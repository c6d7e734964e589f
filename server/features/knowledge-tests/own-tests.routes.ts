import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'

import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { actorOf, EVERY_ROLE, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { requireOwnPerson } from '../operators/operators.service.ts'
import {
  answerQuestion,
  beginAttempt,
  finishAttempt,
  readAttempt,
  readOwnTests,
} from './attempts.service.ts'
import {
  AnswerBody,
  AnswerParams,
  AssignmentParams,
  AttemptParams,
  OwnTestList,
  TestAttempt,
} from './tests.schema.ts'

const ATTEMPT = { 200: ref(TestAttempt), default: PROBLEM_RESPONSE }
const TAGS = ['own competence']

/** `/my/tests`: what the caller is to pass, and the attempts at it, without the right answers. */
export const ownTestsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/my/tests',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'listOwnTests',
        tags: TAGS,
        response: { 200: OwnTestList, default: PROBLEM_RESPONSE },
      },
    },
    async (request) => ({ tests: await asOwn(request, readOwnTests) }),
  )

  app.post(
    '/my/tests/:assignmentId/attempts',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'beginTestAttempt',
        tags: TAGS,
        description: 'Or goes on with the one that runs. The time runs on the server’s clock.',
        params: AssignmentParams,
        response: ATTEMPT,
      },
    },
    (request) => {
      const { assignmentId } = request.params
      return asOwn(request, (db, operatorId) => beginAttempt(db, operatorId, assignmentId))
    },
  )

  await app.register(attemptRoutes)
}

const attemptRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/my/test-attempts/:attemptId',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'getOwnTestAttempt',
        tags: TAGS,
        params: AttemptParams,
        response: ATTEMPT,
      },
    },
    (request) => {
      const { attemptId } = request.params
      return asOwn(request, (db, operatorId) => readAttempt(db, operatorId, attemptId))
    },
  )

  app.put(
    '/my/test-attempts/:attemptId/answers/:position',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'answerTestQuestion',
        tags: TAGS,
        description: 'May be changed until the attempt ends.',
        params: AnswerParams,
        body: AnswerBody,
        response: ATTEMPT,
      },
    },
    (request) => {
      const answer = { ...request.params, ...request.body }
      return asOwn(request, (db, operatorId) => answerQuestion(db, operatorId, answer))
    },
  )

  app.post(
    '/my/test-attempts/:attemptId/end',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'endTestAttempt',
        tags: TAGS,
        params: AttemptParams,
        response: ATTEMPT,
      },
    },
    (request) => {
      const { attemptId } = request.params
      return asOwn(request, (db, operatorId) => finishAttempt(db, operatorId, attemptId))
    },
  )
}

/** Runs as the person whose sign-in asks. */
function asOwn<Result>(
  request: FastifyRequest,
  work: (db: Db, operatorId: OperatorId) => Promise<Result>,
): Promise<Result> {
  return inOwnCenter(request, async (db) =>
    work(db, await requireOwnPerson(db, actorOf(request).id)),
  )
}
