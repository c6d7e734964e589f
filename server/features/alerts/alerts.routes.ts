import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import type { Db } from '#server/platform/db/scope.ts'
import { actorOf, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE, ProblemError } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { acknowledge, insertRule, listAlerts, listRules, updateRule } from './alerts.queries.ts'
import {
  Acknowledgement,
  Alert,
  AlertMailing,
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
import { ALERT_READERS, listReaders, readMailTraffic } from './deliveries.queries.ts'
import { newWebhookSecret } from './signature.ts'
import { archiveWebhook, insertWebhook, listWebhooks } from './webhooks.queries.ts'

const AlertList = Type.Object({ alerts: Type.Array(ref(Alert)) })
const RuleList = Type.Object({ rules: Type.Array(ref(AlertRule)) })
const WebhookList = Type.Object({ webhooks: Type.Array(ref(AlertWebhook)) })

/** `/alerts`: what is about to be missed, by rules that are data, and who was told. */
export const alertsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  for (const schema of [Alert, AlertRule, AlertMailing, AlertWebhook, WebhookWithSecret]) {
    app.addSchema(schema)
  }
  await app.register(alertRoutes)
  await app.register(ruleRoutes)
  await app.register(mailingRoutes)
  await app.register(webhookRoutes)
}

const alertRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/alerts',
    {
      config: { roles: ALERT_READERS },
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
      config: { roles: ALERT_READERS },
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
      config: { roles: ALERT_READERS },
      schema: {
        operationId: 'addAlertRule',
        tags: ['alerts'],
        body: NewAlertRule,
        response: { 201: ref(AlertRule), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const { centerId, name } = actorOf(request)
      const rule = await inOwnCenter(request, async (db) => {
        await requireReaders(db, request.body.mailTo ?? [])
        return insertRule(db, { ...request.body, centerId, madeBy: name })
      })
      return reply.code(201).send(rule)
    },
  )

  app.patch(
    '/alerts/rules/:ruleId',
    {
      config: { roles: ALERT_READERS },
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
      const rule = await inOwnCenter(request, async (db) => {
        await requireReaders(db, request.body.mailTo ?? [])
        return updateRule(db, ruleId, request.body)
      })
      if (rule === undefined) throw new ProblemError('record-unknown')
      return rule
    },
  )
}

/** Nobody is named who could not read the alert; whoever loses that right later is told no more. */
async function requireReaders(db: Db, userIds: readonly string[]): Promise<void> {
  if (userIds.length === 0) return
  const known = new Set((await listReaders(db)).map(({ userId }) => userId))
  if (!userIds.every((id) => known.has(id))) throw new ProblemError('user-unknown')
}

const mailingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/alerts/mailing',
    {
      config: { roles: ALERT_READERS },
      schema: {
        operationId: 'getAlertMailing',
        tags: ['alerts'],
        description: 'Whether alerts can be mailed, how the mails fare, and to whom they may go.',
        response: { 200: ref(AlertMailing), default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => {
        const { pending, lastDeliveredAt, lastError } = await readMailTraffic(db)
        return {
          isConfigured: app.canMail,
          pending,
          lastDeliveredAt: lastDeliveredAt?.toISOString() ?? null,
          lastError,
          people: [...(await listReaders(db))],
        }
      }),
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
