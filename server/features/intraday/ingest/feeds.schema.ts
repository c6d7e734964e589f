import { type Static, Type } from 'typebox'

import type { OperatorId } from '#forecasting/kernel/units.ts'

const Id = Type.String({ format: 'uuid' })
const Instant = Type.String({ format: 'date-time' })
const OrNull = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()])
const Count = Type.Integer({ minimum: 0 })

export const FeedParams = Type.Object({ feedId: Id })

const StateNames = Type.Record(Type.String(), Type.String({ minLength: 1, maxLength: 60 }), {
  description: "The feed's own names of states, each with the policy's name",
})
const QueueNames = Type.Record(Type.String(), Type.String({ minLength: 1, maxLength: 60 }), {
  description:
    "The feed's own names of queues, each with our queue's code; the same code needs none",
})
const Code = Type.String({ minLength: 1, maxLength: 60 })
const Silence = Type.Integer({
  minimum: 5,
  maximum: 86_400,
  description: 'Seconds without a word after which nobody is taken to be out, but unknown',
})

export const NewFeed = Type.Object(
  {
    code: Code,
    kind: Type.Enum(['http', 'asterisk_ami', 'queue_log', 'freeswitch', 'finesse']),
    silentAfterSeconds: Type.Optional(Silence),
    stateNames: Type.Optional(StateNames),
    queueNames: Type.Optional(QueueNames),
  },
  {
    additionalProperties: false,
    examples: [{ code: 'pbx', kind: 'http', silentAfterSeconds: 90, stateNames: { Обед: 'meal' } }],
  },
)
export type NewFeed = Static<typeof NewFeed>

export const FeedChange = Type.Object(
  {
    silentAfterSeconds: Type.Optional(Silence),
    stateNames: Type.Optional(StateNames),
    queueNames: Type.Optional(QueueNames),
    archived: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false, minProperties: 1, examples: [{ silentAfterSeconds: 60 }] },
)
export type FeedChange = Static<typeof FeedChange>

const FeedHealth = Type.Object({
  lastHeardAt: OrNull(Instant),
  lastEventAt: OrNull(Instant),
  silent: Type.Boolean({ description: 'Nothing was heard for longer than it may be' }),
  missingBatches: Type.Integer({ description: 'Sequence numbers that never came' }),
  missingSinceSnapshot: Type.Integer({
    minimum: 0,
    description: 'Of them, those after the last snapshot: for want of them a state may be old',
  }),
  batches: Count,
  accepted: Count,
  duplicates: Count,
  late: Count,
  outOfOrder: Count,
  clockAhead: Type.Integer({
    minimum: 0,
    description: 'Events and contacts said of a time to come, which hold from when they came',
  }),
  unknownAgents: Count,
  unknownStates: Count,
  contacts: Count,
  unknownQueues: Count,
})

const HEALTH = {
  lastHeardAt: '2026-11-25T06:00:00.000Z',
  lastEventAt: '2026-11-25T05:59:58.000Z',
  silent: false,
  missingBatches: 0,
  missingSinceSnapshot: 0,
  batches: 412,
  accepted: 9120,
  duplicates: 3,
  late: 0,
  outOfOrder: 12,
  clockAhead: 0,
  unknownAgents: 0,
  unknownStates: 0,
  contacts: 2310,
  unknownQueues: 0,
}
const FEED = {
  id: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a41',
  code: 'pbx',
  kind: 'http',
  silentAfterSeconds: 90,
  stateNames: { Обед: 'meal' },
  queueNames: { '9000': 'voice-kk' },
  archived: false,
  health: HEALTH,
}

export const Feed = Type.Object(
  {
    id: Id,
    code: Code,
    kind: NewFeed.properties.kind,
    silentAfterSeconds: Silence,
    stateNames: StateNames,
    queueNames: QueueNames,
    archived: Type.Boolean(),
    health: FeedHealth,
  },
  { $id: 'Feed', examples: [FEED] },
)
export type Feed = Static<typeof Feed>

export const FeedWithKey = Type.Object(
  {
    feed: Type.Unsafe<Feed>(Type.Ref('Feed')),
    key: Type.String({ description: 'Sent as `Authorization: Bearer KEY`. Shown once.' }),
  },
  { $id: 'FeedWithKey', examples: [{ feed: FEED, key: 'kezek_feed_…' }] },
)

export const FeedAgents = Type.Object(
  {
    agents: Type.Array(
      Type.Object(
        {
          agent: Type.String({ minLength: 1, maxLength: 200 }),
          operatorId: Type.Unsafe<OperatorId>(Id),
        },
        { additionalProperties: false },
      ),
      { maxItems: 10_000 },
    ),
  },
  {
    $id: 'FeedAgents',
    additionalProperties: false,
    examples: [{ agents: [{ agent: 'SIP/8007', operatorId: FEED.id }] }],
  },
)

const ToldNames = Type.Array(Type.Object({ name: Type.String(), count: Count }), { maxItems: 50 })

export const UnknownNames = Type.Object(
  { agents: ToldNames, states: ToldNames, queues: ToldNames },
  {
    $id: 'UnknownNames',
    description: 'With the events, or contacts, of the last seven days; the most frequent first',
    examples: [
      {
        agents: [{ name: 'SIP/8007', count: 41 }],
        states: [{ name: 'Чай', count: 9 }],
        queues: [],
      },
    ],
  },
)
export type UnknownNames = Static<typeof UnknownNames>

const FeedEvent = Type.Object(
  {
    id: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 200,
        description: 'The same for the same event: without it, person, time and state tell',
      }),
    ),
    agent: Type.String({ minLength: 1, maxLength: 200 }),
    state: Type.String({ minLength: 1, maxLength: 100 }),
    at: Type.String({ format: 'date-time', description: 'Since when, by the clock of the feed' }),
    reason: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { additionalProperties: false },
)
export type FeedEvent = Static<typeof FeedEvent>

const Seconds = Type.Number({ minimum: 0, maximum: 864_000 })

/** Ascending: a later stage is never taken back by an earlier one. */
export const CONTACT_STAGES = ['waiting', 'left', 'talking', 'abandoned', 'handled'] as const

const FeedContact = Type.Object(
  {
    id: Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'Of one stay in one queue: the same with every word of it, and nobody’s number',
    }),
    queue: Type.String({ minLength: 1, maxLength: 200 }),
    at: Type.String({ format: 'date-time', description: 'When it came into the queue' }),
    stage: Type.Enum([...CONTACT_STAGES], {
      description: '`left`: it is in the queue no more, and nobody says how it ended',
    }),
    waitSeconds: Type.Optional(Seconds),
    handleSeconds: Type.Optional(
      Type.Number({
        minimum: 0,
        maximum: 864_000,
        description: 'Talk, holding and after-contact work; a longer one said later corrects it',
      }),
    ),
  },
  { additionalProperties: false },
)
export type FeedContact = Static<typeof FeedContact>

/** No events at all is a heartbeat. */
export const FeedBatch = Type.Object(
  {
    key: Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'Sent again after a failure, a batch with the same key changes nothing',
    }),
    sequence: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: Number.MAX_SAFE_INTEGER,
        description: 'One more with each batch: proves that nothing was lost',
      }),
    ),
    snapshot: Type.Optional(
      Type.Boolean({ description: 'Says everybody: whoever is absent is not signed on' }),
    ),
    at: Type.Optional(
      Type.String({ format: 'date-time', description: 'When a snapshot was taken; else now' }),
    ),
    events: Type.Array(FeedEvent, { maxItems: 20_000 }),
    contacts: Type.Optional(Type.Array(FeedContact, { maxItems: 20_000 })),
  },
  {
    additionalProperties: false,
    examples: [
      {
        key: '2026-11-25T06:00:00Z/412',
        sequence: 412,
        events: [{ agent: '1007', state: 'on_contact', at: '2026-11-25T05:59:58Z' }],
        contacts: [
          {
            id: '1764050376.41|voice-kk',
            queue: 'voice-kk',
            at: '2026-11-25T05:59:36Z',
            stage: 'talking',
            waitSeconds: 22,
          },
        ],
      },
    ],
  },
)
export type FeedBatch = Static<typeof FeedBatch>

export const BatchAnswer = Type.Object(
  {
    accepted: Count,
    duplicates: Count,
    late: Type.Integer({ minimum: 0, description: 'Came more than a minute after they happened' }),
    outOfOrder: Type.Integer({
      minimum: 0,
      description: 'Older than what was known of the person',
    }),
    clockAhead: Type.Integer({
      minimum: 0,
      description: 'More than a minute in the future: they hold from when they came',
    }),
    unknownAgents: Count,
    unknownStates: Count,
    contacts: Type.Integer({ minimum: 0, description: 'Of which something new was said' }),
    unknownQueues: Count,
    lastSequence: Type.Union([Type.Integer(), Type.Null()], {
      description: 'The highest number so far: a feed that begins counts on from here',
    }),
    replayed: Type.Boolean({ description: 'The key was known; this is the first answer again' }),
  },
  {
    $id: 'BatchAnswer',
    examples: [
      {
        accepted: 1,
        duplicates: 0,
        late: 0,
        outOfOrder: 0,
        clockAhead: 0,
        unknownAgents: 0,
        unknownStates: 0,
        contacts: 1,
        unknownQueues: 0,
        lastSequence: 412,
        replayed: false,
      },
    ],
  },
)
export type BatchAnswer = Static<typeof BatchAnswer>
