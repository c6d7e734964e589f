import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { localDate, startOfLocalDay } from '#forecasting/kernel/calendar.ts'
import { actorOf, EVERY_ROLE, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE, ProblemError } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { readCenterSettings } from '../centers/centers.service.ts'
import {
  deleteDay,
  deleteEvent,
  insertDays,
  insertEvent,
  listDays,
  listEvents,
  updateEvent,
} from './calendar.queries.ts'
import {
  Calendar,
  CalendarDay,
  CalendarQuery,
  DayParams,
  EventParams,
  MovedDay,
  NewEvent,
  SpecialEvent,
} from './calendar.schema.ts'
import { moveDay } from './calendar.service.ts'

/** `/calendar` and `/events`: holidays by law, and what the planner knows of the days. */
export const calendarRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(SpecialEvent)
  app.addSchema(CalendarDay)
  app.addSchema(Calendar)

  app.get(
    '/calendar',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'getCalendar',
        tags: ['calendar'],
        description: 'Holidays and moved days within the span, and the events that touch it.',
        querystring: CalendarQuery,
        response: { 200: ref(Calendar), default: PROBLEM_RESPONSE },
      },
    },
    (request) => {
      const { from, to } = request.query
      if (from >= to) throw new ProblemError('interval-empty')
      return inOwnCenter(request, async (db) => {
        const { timezone } = await readCenterSettings(db)
        const events = await listEvents(db, {
          from: new Date(startOfLocalDay(localDate(from), timezone)),
          to: new Date(startOfLocalDay(localDate(to), timezone)),
        })
        return { days: [...(await listDays(db, { from, to }))], events: [...events] }
      })
    },
  )

  await app.register(dayRoutes)
  await app.register(eventRoutes)
}

const dayRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/calendar/days',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'addCalendarDay',
        tags: ['calendar'],
        description: 'A day that law or an order makes unlike others; a date has one of a kind.',
        body: ref(CalendarDay),
        response: { 201: ref(CalendarDay), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const { centerId } = actorOf(request)
      const day = request.body as CalendarDay
      await inOwnCenter(request, (db) => insertDays(db, centerId, [day]))
      return reply.code(201).send(day)
    },
  )

  app.post(
    '/calendar/moves',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'moveRestDay',
        tags: ['calendar'],
        description: 'Moves a rest day (Labour Code, art. 85(3)): both its dates, or neither.',
        body: MovedDay,
        response: {
          201: Type.Object({ days: Type.Array(ref(CalendarDay)) }),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    async (request, reply) => {
      const { centerId } = actorOf(request)
      const days = await inOwnCenter(request, (db) => moveDay(db, centerId, request.body))
      return reply.code(201).send({ days })
    },
  )

  app.delete(
    '/calendar/days/:date/:kind',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'removeCalendarDay',
        tags: ['calendar'],
        description: 'The audit record keeps what it was.',
        params: DayParams,
        response: { 204: Type.Null(), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const found = await inOwnCenter(request, (db) => deleteDay(db, request.params))
      if (!found) throw new ProblemError('record-unknown')
      return reply.code(204).send(null)
    },
  )
}

const eventRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/events',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'addEvent',
        tags: ['calendar'],
        body: NewEvent,
        response: { 201: ref(SpecialEvent), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const { centerId } = actorOf(request)
      const event = await inOwnCenter(request, (db) => insertEvent(db, centerId, request.body))
      return reply.code(201).send(event)
    },
  )

  app.put(
    '/events/:eventId',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'replaceEvent',
        tags: ['calendar'],
        description: 'Says the event anew; the audit record keeps what it was.',
        params: EventParams,
        body: NewEvent,
        response: { 200: ref(SpecialEvent), default: PROBLEM_RESPONSE },
      },
    },
    async (request) => {
      const { eventId } = request.params
      const found = await inOwnCenter(request, (db) => updateEvent(db, eventId, request.body))
      if (!found) throw new ProblemError('record-unknown')
      return { id: eventId, ...request.body }
    },
  )

  app.delete(
    '/events/:eventId',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'removeEvent',
        tags: ['calendar'],
        description: 'The audit record keeps what it was.',
        params: EventParams,
        response: { 204: Type.Null(), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const found = await inOwnCenter(request, (db) => deleteEvent(db, request.params.eventId))
      if (!found) throw new ProblemError('record-unknown')
      return reply.code(204).send(null)
    },
  )
}
