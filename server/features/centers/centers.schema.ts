import { type Static, Type } from 'typebox'

import type { QueueId } from '#forecasting/kernel/units.ts'
import type { Language } from '#server/platform/db/column-types.ts'
import { orNull } from '#server/platform/http/or-null.ts'

export const Text3 = Type.Object(
  {
    kk: Type.String({ minLength: 1 }),
    ru: Type.String({ minLength: 1 }),
    en: Type.String({ minLength: 1 }),
  },
  {
    $id: 'Text3',
    description: 'One text in three languages',
    examples: [{ kk: 'Қазақша дауыс', ru: 'Голос, казахский', en: 'Voice, Kazakh' }],
  },
)

const CHANNELS = ['voice', 'chat', 'email', 'social', 'video', 'callback', 'outbound'] as const
type Channel = (typeof CHANNELS)[number]

const Share = Type.Number({ minimum: 0, exclusiveMaximum: 1 })
/** Half-open, in minutes from local midnight. */
const DayOpening = Type.Object({
  fromMinutes: Type.Integer({ minimum: 0, maximum: 1439 }),
  toMinutes: Type.Integer({ minimum: 1, maximum: 1440 }),
})

const OpeningHours = Type.Array(Type.Array(DayOpening), {
  minItems: 7,
  maxItems: 7,
  description: 'Seven days, Monday first; an empty day is closed',
})

const CalledRegion = Type.Object({
  timezone: Type.String({ examples: ['Asia/Aqtau'], description: 'IANA zone' }),
  hours: OpeningHours,
})

const Channel = Type.Unsafe<Channel>(Type.Union(CHANNELS.map((name) => Type.Literal(name))))
const LanguageCode = Type.Unsafe<Language>(
  Type.Union(['kk', 'ru', 'en'].map((code) => Type.Literal(code))),
)
const Name = Type.Unsafe<Static<typeof Text3>>(Type.Ref('Text3'))

/** What somebody must hold, and how well, to take the queue's contacts. */
const Competences = Type.Array(
  Type.Object({
    code: Type.String({ minLength: 1 }),
    minLevel: Type.Integer({ minimum: 0, maximum: 5 }),
  }),
)

const queueTargets = {
  asaTargetSeconds: orNull(Type.Integer({ minimum: 1, maximum: 86_400 })),
  serviceLevelShare: orNull(Type.Number({ exclusiveMinimum: 0, exclusiveMaximum: 1 })),
  serviceLevelSeconds: orNull(Type.Integer({ minimum: 0, maximum: 864_000 })),
  abandonShareTarget: orNull(Type.Number({ exclusiveMinimum: 0, exclusiveMaximum: 1 })),
  maxOccupancy: orNull(Type.Number({ exclusiveMinimum: 0, maximum: 1 })),
  patienceSeconds: orNull(Type.Number({ exclusiveMinimum: 0, maximum: 86_400 })),
  concurrency: Type.Integer({ minimum: 1, maximum: 6 }),
  chatSpeeds: Type.Union(
    [
      Type.Array(Type.Number({ minimum: 1, maximum: 6 }), { minItems: 1, maxItems: 6 }),
      Type.Null(),
    ],
    {
      description:
        'How fast an operator works with 1, 2, … conversations, relative to one: begins with 1 and never falls. Null: 1, 1.6, 2, 2.3, 2.5, 2.6',
    },
  ),
  redialShare: Type.Union([Type.Number({ minimum: 0, maximum: 0.99 }), Type.Null()], {
    description: 'Share of those who gave up that try again; null while it is not known',
  }),
  redialSeconds: Type.Union([Type.Number({ exclusiveMinimum: 0, maximum: 86_400 }), Type.Null()], {
    description: 'Mean pause before they try again; null: ten minutes',
  }),
  staffingConfidence: Type.Union(
    [Type.Literal(0.5), Type.Literal(0.75), Type.Literal(0.9), Type.Null()],
    {
      description:
        'How sure the agents are to keep every promise, by the doubt of the forecast; null: those of the expected volume',
    },
  ),
  deadlineSeconds: orNull(Type.Integer({ minimum: 60 })),
  calledRegion: Type.Union([CalledRegion, Type.Null()], {
    description:
      'Working hours of those whom an outbound queue calls, on the clock of their region: nobody is called at another hour or on a day off (п. 13.5). Null for every other channel',
  }),
  likeQueueId: Type.Union([Type.Unsafe<QueueId>(Type.String({ format: 'uuid' })), Type.Null()], {
    description:
      'Whose shape a forecast borrows while the queue has less than eight weeks of history',
  }),
  shrinkagePlanned: Share,
  shrinkageUnplanned: Share,
  openingHours: OpeningHours,
}

const workday = [{ fromMinutes: 480, toMinutes: 1200 }]
const OPEN_WEEKDAYS = [workday, workday, workday, workday, workday, [], []]
const EXAMPLE_ID = '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a21'
const EXAMPLE_NAME = { kk: 'Қазақша дауыс', ru: 'Голос, казахский', en: 'Voice, Kazakh' }

export const Queue = Type.Object(
  {
    id: Type.Unsafe<QueueId>(Type.String({ format: 'uuid' })),
    code: Type.String(),
    name: Name,
    channel: Type.String({ examples: ['voice', 'chat'] }),
    language: orNull(Type.String()),
    competences: Competences,
    ...queueTargets,
    archivedAt: orNull(Type.String({ format: 'date-time' })),
  },
  {
    $id: 'Queue',
    examples: [
      {
        id: EXAMPLE_ID,
        code: 'voice-kk',
        name: EXAMPLE_NAME,
        channel: 'voice',
        language: 'kk',
        competences: [{ code: 'kk', minLevel: 3 }],
        asaTargetSeconds: 60,
        serviceLevelShare: null,
        serviceLevelSeconds: null,
        abandonShareTarget: null,
        maxOccupancy: 0.85,
        patienceSeconds: 180,
        concurrency: 1,
        chatSpeeds: null,
        redialShare: 0.6,
        redialSeconds: 300,
        staffingConfidence: null,
        deadlineSeconds: null,
        calledRegion: null,
        likeQueueId: null,
        shrinkagePlanned: 0.12,
        shrinkageUnplanned: 0.06,
        openingHours: OPEN_WEEKDAYS,
        archivedAt: null,
      },
    ],
  },
)
export type Queue = Static<typeof Queue>

const { openingHours, ...figures } = queueTargets

export const NewQueue = Type.Object(
  {
    code: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9_.-]{0,59}$' }),
    name: Name,
    channel: Channel,
    language: Type.Optional(orNull(LanguageCode)),
    openingHours,
    competences: Type.Optional(Competences),
    ...Type.Partial(Type.Object(figures)).properties,
  },
  {
    additionalProperties: false,
    description: "What is left out begins as the centre's own settings say.",
    examples: [
      {
        code: 'voice-kk',
        name: EXAMPLE_NAME,
        channel: 'voice',
        language: 'kk',
        openingHours: OPEN_WEEKDAYS,
        asaTargetSeconds: 60,
      },
    ],
  },
)
export type NewQueue = Static<typeof NewQueue>

export const QueueChange = Type.Partial(
  Type.Object({
    ...queueTargets,
    name: Name,
    competences: Competences,
    archived: Type.Boolean({
      description: 'An archived queue keeps its history, and is neither forecast nor staffed',
    }),
  }),
  {
    minProperties: 1,
    additionalProperties: false,
    examples: [{ asaTargetSeconds: 60, maxOccupancy: 0.85 }],
  },
)
export type QueueChange = Static<typeof QueueChange>

export const QueueFilter = Type.Object({
  archived: Type.Optional(Type.Boolean({ description: 'True: those that are archived, too' })),
})

export const QueueParams = Type.Object({
  queueId: Type.Unsafe<QueueId>(Type.String({ format: 'uuid' })),
})

const centerSettings = {
  timezone: Type.String({ examples: ['Asia/Almaty'], description: 'IANA zone' }),
  asaTargetSeconds: Type.Integer({ minimum: 1, maximum: 3600 }),
  asaLowerSeconds: Type.Integer({ minimum: 0, maximum: 3600 }),
  maxOccupancy: Type.Number({ exclusiveMinimum: 0, maximum: 1 }),
  shrinkagePlanned: Share,
  shrinkageUnplanned: Share,
}

export const Center = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    code: Type.String(),
    name: Name,
    intervalMinutes: Type.Integer(),
    isSample: Type.Boolean({ description: 'True for made-up data' }),
    ...centerSettings,
    sites: Type.Array(
      Type.Object({
        code: Type.String(),
        name: Name,
        workplaces: Type.Integer(),
      }),
    ),
    operators: Type.Integer({ description: 'People employed today' }),
  },
  {
    $id: 'Center',
    examples: [
      {
        id: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a01',
        code: 'main',
        name: { kk: 'Байланыс орталығы', ru: 'Контакт-центр', en: 'Contact centre' },
        intervalMinutes: 30,
        isSample: false,
        timezone: 'Asia/Almaty',
        asaTargetSeconds: 60,
        asaLowerSeconds: 40,
        maxOccupancy: 0.85,
        shrinkagePlanned: 0.12,
        shrinkageUnplanned: 0.06,
        sites: [],
        operators: 0,
      },
    ],
  },
)
export type Center = Static<typeof Center>

export const CenterChange = Type.Partial(
  Type.Object({
    ...centerSettings,
    name: Name,
  }),
  { minProperties: 1, additionalProperties: false, examples: [{ asaTargetSeconds: 60 }] },
)
export type CenterChange = Static<typeof CenterChange>
