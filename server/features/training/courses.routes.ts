import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { actorOf, EVERY_ROLE, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { listCourses } from './courses.queries.ts'
import {
  Course,
  CourseArchive,
  CourseBody,
  CourseFilter,
  CourseParams,
  NewCourse,
} from './courses.schema.ts'
import { addCourse, changeCourse, setCourseArchived } from './courses.service.ts'

const RESPONSE = { 200: ref(Course), default: PROBLEM_RESPONSE }

/** `/courses`: what can be taught, in versions. */
export const coursesRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(Course)

  app.get(
    '/courses',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'listCourses',
        tags: ['training'],
        querystring: CourseFilter,
        response: {
          200: Type.Object({ courses: Type.Array(ref(Course)) }),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    async (request) => ({
      courses: await inOwnCenter(request, (db) => listCourses(db, request.query)),
    }),
  )

  app.post(
    '/courses',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'addCourse',
        tags: ['training'],
        body: NewCourse,
        response: { 201: ref(Course), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const added = await inOwnCenter(request, (db) => addCourse(db, actor, request.body))
      return reply.code(201).send(added)
    },
  )

  await app.register(changeRoutes)
}

const changeRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.put(
    '/courses/:code',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'changeCourse',
        tags: ['training'],
        description: 'Makes its next version; sessions keep the one that they were made with.',
        params: CourseParams,
        body: CourseBody,
        response: RESPONSE,
      },
    },
    (request) => {
      const order = { code: request.params.code, body: request.body }
      return inOwnCenter(request, (db) => changeCourse(db, actorOf(request), order))
    },
  )

  app.patch(
    '/courses/:code',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'archiveCourse',
        tags: ['training'],
        params: CourseParams,
        body: CourseArchive,
        response: RESPONSE,
      },
    },
    (request) =>
      inOwnCenter(request, (db) =>
        setCourseArchived(db, request.params.code, request.body.archived),
      ),
  )
}
