import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { actorOf, EVERY_ROLE, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE, ProblemError } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { CodeParams, ContractKind, Site, SiteBody, Team, TeamBody } from './operators.schema.ts'
import { centreToday } from './operators.service.ts'
import {
  insertSite,
  insertTeam,
  listContracts,
  listSites,
  listTeams,
  updateSite,
  updateTeam,
} from './workplaces.queries.ts'

const SiteList = Type.Object({ sites: Type.Array(ref(Site)) })
const TeamList = Type.Object({ teams: Type.Array(ref(Team)) })

/** `/sites`, `/teams` and `/contracts`: what a person is put into. */
export const workplacesRoutes: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(siteRoutes)
  await app.register(teamRoutes)

  app.get(
    '/contracts',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'listContracts',
        tags: ['operators'],
        response: {
          200: Type.Object({ contracts: Type.Array(ref(ContractKind)) }),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => ({
        contracts: await listContracts(db, await centreToday(db)),
      })),
  )
}

const siteRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/sites',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'listSites',
        tags: ['operators'],
        response: { 200: SiteList, default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => ({ sites: await listSites(db, await centreToday(db)) })),
  )

  app.post(
    '/sites',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'addSite',
        tags: ['operators'],
        body: SiteBody,
        response: { 201: SiteList, default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const { centerId } = actorOf(request)
      const sites = await inOwnCenter(request, async (db) => {
        await insertSite(db, centerId, request.body)
        return listSites(db, await centreToday(db))
      })
      return reply.code(201).send({ sites })
    },
  )

  app.put(
    '/sites/:code',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'changeSite',
        tags: ['operators'],
        params: CodeParams,
        body: SiteBody,
        response: { 200: SiteList, default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => {
        const { code } = request.params
        if (!(await updateSite(db, code, request.body))) {
          throw new ProblemError('site-unknown', { values: { code } })
        }
        return { sites: await listSites(db, await centreToday(db)) }
      }),
  )
}

const teamRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/teams',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'listTeams',
        tags: ['operators'],
        response: { 200: TeamList, default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => ({ teams: await listTeams(db, await centreToday(db)) })),
  )

  app.post(
    '/teams',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'addTeam',
        tags: ['operators'],
        body: TeamBody,
        response: { 201: TeamList, default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const { centerId } = actorOf(request)
      const teams = await inOwnCenter(request, async (db) => {
        await insertTeam(db, centerId, request.body)
        return listTeams(db, await centreToday(db))
      })
      return reply.code(201).send({ teams })
    },
  )

  app.put(
    '/teams/:code',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'changeTeam',
        tags: ['operators'],
        params: CodeParams,
        body: TeamBody,
        response: { 200: TeamList, default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => {
        const { code } = request.params
        if (!(await updateTeam(db, code, request.body))) {
          throw new ProblemError('team-unknown', { values: { code } })
        }
        return { teams: await listTeams(db, await centreToday(db)) }
      }),
  )
}
