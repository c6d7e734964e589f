import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { actorOf, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE, ProblemError } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { acknowledge, insertRule, listAlerts, listRules, updateRule } from './alerts.queries.ts'
import {
  Acknowledgement,
  Alert,
  AlertParams,
  AlertQuery,
  AlertRule,
  AlertRuleChange,
  AlertWebhook,
  NewAlertRule,
  NewAlertWebhook,
  RuleParams,
  WebhookParams,
  WebhookWithSecret,
} from './alerts.schema.ts'
import { newWebhookSecret } from './signature.ts'
import { archiveWebhook, insertWebhook, listWebhooks } from './webhooks.queries.ts'

const READERS = ['supervisor', 'planner', 'head'] as const
const AlertList = Type.Object({ alerts: Type.Array(ref(Alert)) })
const RuleList = Type.Object({ rules: Type.Array(ref(AlertRule)) })
const WebhookList = Type.Object({ webhooks: Type.Array(ref(AlertWebhook)) })

/** `/alerts`: what is about to be missed, by rules that are data, and who was told. */
export const alertsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  for (const schema of [Alert, AlertRule, AlertWebhook, WebhookWithSecret]) app.addSchema(schema)
  await app.register(alertRoutes)
  await app.register(ruleRoutes)
  await app.register(webhookRoutes)
}

const alertRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/alerts',
    {
      config: { roles: READERS },
      schema: {
        operationId: 'listAlerts',
        tags: ['alerts'],
        description: 'The newest first.',
        querystring: AlertQuery,
        response: { 200: AlertList, default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => ({
        alerts: [...(await listAlerts(db, { open: request.query.open === true }))],
      })),
  )

  app.post(
    '/alerts/:alertId/acknowledgement',
    {
      config: { roles: ['supervisor'] },
      schema: {
        operationId: 'acknowledgeAlert',
        tags: ['alerts'],
        description: 'Somebody deals with it. The first to say so stands.',
        params: AlertParams,
        body: Acknowledgement,
        response: { 200: AlertList, default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => {
        const by = { name: actorOf(request).name, note: request.body.note ?? '' }
        if (!(await acknowledge(db, request.params.alertId, by))) {
          throw new ProblemError('record-unknown')
        }
        return { alerts: [...(await listAlerts(db, { open: true }))] }
      }),
  )
}

const ruleRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/alerts/rules',
    {
      config: { roles: READERS },
      schema: {
        operationId: 'listAlertRules',
        tags: ['alerts'],
        response: { 200: RuleList, default: PROBLEM_RESPONSE },
      },
    },
    (request) => inOwnCenter(request, async (db) => ({ rules: [...(await listRules(db))] })),
  )

  app.post(
    '/alerts/rules',
    {
      config: { roles: READERS },
      schema: {
        operationId: 'addAlertRule',
        tags: ['alerts'],
        body: NewAlertRule,
        response: { 201: ref(AlertRule), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const { centerId, name } = actorOf(request)
      const rule = await inOwnCenter(request, (db) =>
        insertRule(db, { ...request.body, centerId, madeBy: name }),
      )
      return reply.code(201).send(rule)
    },
  )

  app.patch(
    '/alerts/rules/:ruleId',
    {
      config: { roles: READERS },
      schema: {
        operationId: 'changeAlertRule',
        tags: ['alerts'],
        params: RuleParams,
        body: AlertRuleChange,
        response: { 200: ref(AlertRule), default: PROBLEM_RESPONSE },
      },
    },
    async (request) => {
      const { ruleId } = request.params
      const rule = await inOwnCenter(request, (db) => updateRule(db, ruleId, request.body))
      if (rule === undefined) throw new ProblemError('record-unknown')
      return rule
    },
  )
}

const webhookRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/alerts/webhooks',
    {
      config: { roles: ['admin'] },
      schema: {
        operationId: 'listAlertWebhooks',
        tags: ['alerts'],
        response: { 200: WebhookList, default: PROBLEM_RESPONSE },
      },
    },
    (request) => inOwnCenter(request, async (db) => ({ webhooks: [...(await listWebhooks(db))] })),
  )

  app.post(
    '/alerts/webhooks',
    {
      config: { roles: ['admin'] },
      schema: {
        operationId: 'addAlertWebhook',
        tags: ['alerts'],
        description:
          'Every alert is sent there when it is raised and when it ends, signed, and tried again for about three hours.',
        body: NewAlertWebhook,
        response: { 201: ref(WebhookWithSecret), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const { centerId, name } = actorOf(request)
      const { url } = request.body
      const secret = newWebhookSecret()
      const hook = { centerId, url, secret, madeBy: name }
      const id = await inOwnCenter(request, (db) => insertWebhook(db, hook))
      return reply.code(201).send({ id, url, secret })
    },
  )

  app.delete(
    '/alerts/webhooks/:webhookId',
    {
      config: { roles: ['admin'] },
      schema: {
        operationId: 'removeAlertWebhook',
        tags: ['alerts'],
        params: WebhookParams,
        response: { 200: WebhookList, default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => {
        if (!(await archiveWebhook(db, request.params.webhookId))) {
          throw new ProblemError('record-unknown')
        }
        return { webhooks: [...(await listWebhooks(db))] }
      }),
  )
}
