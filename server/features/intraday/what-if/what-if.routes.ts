import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'

import type { CenterId } from '#forecasting/kernel/units.ts'
import { actorOf, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { SharedAnswers } from '../shared-answers.ts'
import { type SuggestInput, suggestInput } from './suggest-moves.compute.ts'
import {
  DayChange,
  DayChanged,
  DayPeople,
  Suggestions,
  WhatIf,
  WhatIfAnswer,
} from './what-if.schema.ts'
import { keepMoves, readDay, readDayPeople, readPlanVersion, tryMoves } from './what-if.service.ts'

const READERS = ['supervisor', 'planner', 'head'] as const
/** Everybody who looks within this time sees the same suggestions: a thousand people take seconds. */
const SHARED_MS = 60_000

interface WhatIfOptions {
  /** The plan of the day is another now. */
  readonly onChanged: (centerId: CenterId) => void
}

/** `/today/what-if`: moves of today's plan, tried before they are made. */
export const whatIfRoutes: FastifyPluginAsyncTypebox<WhatIfOptions> = async (app, options) => {
  for (const schema of [WhatIfAnswer, Suggestions, DayPeople]) app.addSchema(schema)
  await app.register(trialRoutes)
  await app.register(changeRoutes, options)
}

const trialRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const shared = new SharedAnswers<Suggestions>(SHARED_MS)
  app.post(
    '/today/what-if',
    {
      config: { roles: READERS },
      schema: {
        operationId: 'tryMoves',
        tags: ['intraday'],
        description:
          'What wait and loss become in the rest of today if some moves are made, and which rules they would break. Stores nothing.',
        body: WhatIf,
        response: { 200: ref(WhatIfAnswer), default: PROBLEM_RESPONSE },
      },
    },
    (request) => {
      const { language } = actorOf(request)
      return inOwnCenter(request, (db) =>
        tryMoves(db, request.body.moves, { nowMs: Date.now(), language }),
      )
    },
  )

  app.get(
    '/today/suggestions',
    {
      config: { roles: READERS },
      schema: {
        operationId: 'listSuggestions',
        tags: ['intraday'],
        description:
          'Moves that would help the rest of today: breaks first, then people who may go home, then paid time. Each is legal. Computed at most once a minute for a version of the schedule.',
        response: { 200: ref(Suggestions), default: PROBLEM_RESPONSE },
      },
    },
    async (request) => {
      const { centerId } = actorOf(request)
      const nowMs = Date.now()
      const version = await inOwnCenter(request, (db) => readPlanVersion(db, nowMs))
      return shared.get({ centerId, version, nowMs }, async () => {
        const day = await inOwnCenter(request, (db) => readDay(db, nowMs))
        // Outside the transaction: a computation never holds one.
        return app.compute.run<SuggestInput, Suggestions>({
          module: new URL('suggest-moves.compute.ts', import.meta.url),
          name: 'computeSuggestions',
          input: suggestInput(day),
        })
      })
    },
  )
}

const changeRoutes: FastifyPluginAsyncTypebox<WhatIfOptions> = async (app, { onChanged }) => {
  app.get(
    '/today/people',
    {
      config: { roles: READERS },
      schema: {
        operationId: 'listDayPeople',
        tags: ['intraday'],
        description: 'Shifts of today that can still be moved, and who could be called in.',
        response: { 200: ref(DayPeople), default: PROBLEM_RESPONSE },
      },
    },
    (request) => inOwnCenter(request, (db) => readDayPeople(db, Date.now())),
  )

  app.post(
    '/today/changes',
    {
      config: { roles: ['supervisor', 'planner'] },
      schema: {
        operationId: 'keepMoves',
        tags: ['intraday'],
        description:
          'Makes moves: one new version of the published schedule with its reason, in force at once. Refused where a rule would be broken, with its article.',
        body: DayChange,
        response: { 201: DayChanged, default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const { centerId, name, language } = actorOf(request)
      const schedule = await inOwnCenter(request, (db) =>
        keepMoves(db, request.body, { name, language, nowMs: Date.now() }),
      )
      onChanged(centerId)
      app.boards.nudge(centerId, { plans: true })
      return reply.code(201).send({ schedule })
    },
  )
}
