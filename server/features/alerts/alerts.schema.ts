import { type Static, type TSchema, Type } from 'typebox'

import type { QueueId } from '#forecasting/kernel/units.ts'

const Id = Type.String({ format: 'uuid' })
const Instant = Type.String({ format: 'date-time' })
const OrNull = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])
const Minute = Type.Integer({ minimum: 0, maximum: 1439 })

const ALERT_KINDS = ['wait', 'lost', 'staffing', 'feed_silent', 'person_out'] as const
const Kind = Type.Enum([...ALERT_KINDS], {
  description:
    '`wait`: the predicted wait in seconds is above the threshold; `lost`: the predicted share lost, 0..1; `staffing`: agents short of the requirement; `feed_silent`: seconds without a word; `person_out`: minutes out of adherence',
})

const Quiet = Type.Object(
  { fromMinutes: Minute, toMinutes: Minute },
  {
    additionalProperties: false,
    description:
      'Minutes from local midnight, over it if need be. Alerts are kept, and nobody is told of them',
  },
)

const ruleFields = {
  threshold: Type.Number({ minimum: 0, maximum: 100_000 }),
  aheadMinutes: Type.Integer({
    minimum: 15,
    maximum: 480,
    description: 'How far ahead predictions are looked at; of no meaning for feeds and people',
  }),
  queueId: OrNull(Type.Unsafe<QueueId>(Id)),
  quiet: OrNull(Quiet),
  mailTo: Type.Array(Id, {
    maxItems: 50,
    uniqueItems: true,
    description: 'Users who are mailed when an alert of the rule is raised',
  }),
  enabled: Type.Boolean(),
}

const RULE = {
  kind: 'wait',
  threshold: 60,
  aheadMinutes: 60,
  queueId: null,
  quiet: { fromMinutes: 1320, toMinutes: 420 },
  mailTo: ['0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a02'],
}
const RULE_ID = '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0b01'

export const AlertRule = Type.Object(
  { id: Id, kind: Kind, ...ruleFields, madeBy: Type.String(), madeAt: Instant },
  {
    $id: 'AlertRule',
    examples: [
      { id: RULE_ID, ...RULE, enabled: true, madeBy: 'Айгүл', madeAt: '2026-11-20T05:00:00.000Z' },
    ],
  },
)
export type AlertRule = Static<typeof AlertRule>

export const NewAlertRule = Type.Object(
  {
    kind: Kind,
    threshold: ruleFields.threshold,
    aheadMinutes: Type.Optional(ruleFields.aheadMinutes),
    queueId: Type.Optional(ruleFields.queueId),
    quiet: Type.Optional(ruleFields.quiet),
    mailTo: Type.Optional(ruleFields.mailTo),
  },
  { additionalProperties: false, examples: [RULE] },
)
export type NewAlertRule = Static<typeof NewAlertRule>

export const AlertRuleChange = Type.Object(
  {
    threshold: Type.Optional(ruleFields.threshold),
    aheadMinutes: Type.Optional(ruleFields.aheadMinutes),
    quiet: Type.Optional(ruleFields.quiet),
    enabled: Type.Optional(ruleFields.enabled),
    mailTo: Type.Optional(ruleFields.mailTo),
  },
  { additionalProperties: false, minProperties: 1, examples: [{ threshold: 45 }] },
)
export type AlertRuleChange = Static<typeof AlertRuleChange>

export const AlertMailing = Type.Object(
  {
    isConfigured: Type.Boolean({ description: 'Whether the service knows a mail server' }),
    pending: Type.Integer({ minimum: 0, description: 'Mails still to be sent' }),
    lastDeliveredAt: OrNull(Instant),
    lastError: OrNull(Type.String({ description: 'Of the last mail, if it failed' })),
    people: Type.Array(Type.Object({ userId: Id, name: Type.String() }), {
      description: 'Who may be named in a rule',
    }),
  },
  {
    $id: 'AlertMailing',
    examples: [
      {
        isConfigured: true,
        pending: 0,
        lastDeliveredAt: '2026-11-25T06:41:02.000Z',
        lastError: null,
        people: [{ userId: RULE.mailTo[0], name: 'Айгүл' }],
      },
    ],
  },
)

/** What was found, in figures; the page and whoever is told put it into words. */
const Detail = Type.Object({
  name: Type.String({ description: 'Of the queue (its code), the feed, or the person' }),
  from: OrNull(Instant),
  to: OrNull(Instant),
  value: Type.Union([Type.Number(), Type.Null()], {
    description: 'In the threshold’s unit; null for a line that only grows',
  }),
})
export type AlertDetail = Static<typeof Detail>

export const Alert = Type.Object(
  {
    id: Id,
    ruleId: Id,
    kind: Kind,
    subject: Type.String({ description: 'Id of the queue or the person, or code of the feed' }),
    detail: Detail,
    threshold: ruleFields.threshold,
    isQuiet: Type.Boolean({ description: 'Raised within quiet hours' }),
    raisedAt: Instant,
    endedAt: OrNull(Instant),
    acknowledgedBy: OrNull(Type.String()),
    acknowledgedAt: OrNull(Instant),
    note: Type.String(),
  },
  {
    $id: 'Alert',
    examples: [
      {
        id: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0b02',
        ruleId: RULE_ID,
        kind: 'wait',
        subject: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a21',
        detail: {
          name: 'voice-kk',
          from: '2026-11-25T07:30:00.000Z',
          to: '2026-11-25T08:00:00.000Z',
          value: 95,
        },
        threshold: 60,
        isQuiet: false,
        raisedAt: '2026-11-25T06:41:00.000Z',
        endedAt: null,
        acknowledgedBy: 'Данияр',
        acknowledgedAt: '2026-11-25T06:42:10.000Z',
        note: 'Meals moved to 14:00',
      },
    ],
  },
)
export type Alert = Static<typeof Alert>

export const AlertQuery = Type.Object(
  {
    open: Type.Optional(
      Type.Boolean({ description: 'Only those whose reason lasts; else the newest of all' }),
    ),
  },
  { additionalProperties: false },
)
export const AlertParams = Type.Object({ alertId: Id })
export const RuleParams = Type.Object({ ruleId: Id })
export const WebhookParams = Type.Object({ webhookId: Id })

export const Acknowledgement = Type.Object(
  { note: Type.Optional(Type.String({ maxLength: 500 })) },
  { additionalProperties: false, examples: [{ note: 'Meals moved to 14:00' }] },
)

const Url = Type.String({ pattern: '^https?://', maxLength: 2000 })
const WEBHOOK = { id: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0b03', url: 'https://bot.example.kz/kezek' }

export const AlertWebhook = Type.Object(
  {
    id: Id,
    url: Url,
    pending: Type.Integer({ minimum: 0, description: 'Still to be delivered' }),
    lastDeliveredAt: OrNull(Instant),
    lastError: OrNull(Type.String()),
  },
  {
    $id: 'AlertWebhook',
    examples: [
      { ...WEBHOOK, pending: 0, lastDeliveredAt: '2026-11-25T06:41:01.000Z', lastError: null },
    ],
  },
)
export type AlertWebhook = Static<typeof AlertWebhook>

export const NewAlertWebhook = Type.Object(
  { url: Url },
  { additionalProperties: false, examples: [{ url: WEBHOOK.url }] },
)

export const WebhookWithSecret = Type.Object(
  {
    id: Id,
    url: Url,
    secret: Type.String({
      description:
        'Shown once. `kezek-signature: t=SECONDS,v1=HEX` is the HMAC-SHA-256 of `SECONDS.BODY` under it',
    }),
  },
  { $id: 'WebhookWithSecret', examples: [{ ...WEBHOOK, secret: 'kezek_hook_…' }] },
)
