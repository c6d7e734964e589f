import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'

import { actorOf, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { NewSchedule, ShiftParams } from '../schedules.schema.ts'
import { ScheduleDiagnosis, ShiftReason } from './explanations.schema.ts'
import { diagnoseOrder, readOrder, readShiftReason } from './explanations.service.ts'

/** Why: what stands in the way before anything is searched, and what each shift is for. */
export const explanationsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(ScheduleDiagnosis)
  app.addSchema(ShiftReason)

  app.post(
    '/schedules/diagnosis',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'diagnoseSchedule',
        tags: ['schedules'],
        description: 'What no search could mend of an order for a schedule; stores nothing.',
        body: NewSchedule,
        response: { 200: ref(ScheduleDiagnosis), default: PROBLEM_RESPONSE },
      },
    },
    async (request) => {
      const order = await inOwnCenter(request, (db) => readOrder(db, request.body))
      // Outside the transaction: a computation never holds one.
      return diagnoseOrder(order, app.compute, actorOf(request).language)
    },
  )

  app.get(
    '/schedules/:scheduleId/shifts/:shiftId/reason',
    {
      config: { roles: ['planner', 'supervisor', 'head'] },
      schema: {
        operationId: 'explainShift',
        tags: ['schedules'],
        description: 'Why somebody works then: what would be missing and dearer without the shift.',
        params: ShiftParams,
        response: { 200: ref(ShiftReason), default: PROBLEM_RESPONSE },
      },
    },
    (request) => inOwnCenter(request, (db) => readShiftReason(db, request.params)),
  )
}
