import { type Static, Type } from 'typebox'

import type { QueueId } from '#forecasting/kernel/units.ts'

export const Text3 = Type.Object(
  {
    kk: Type.String({ minLength: 1 }),
    ru: Type.String({ minLength: 1 }),
    en: Type.String({ minLength: 1 }),
  },
  { $id: 'Text3', description: 'One text in three languages' },
)

const Share = Type.Number({ minimum: 0, exclusiveMaximum: 1 })
const orNull = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()])

/** Half-open, in minutes from local midnight. */
export const DayOpening = Type.Object({
  fromMinutes: Type.Integer({ minimum: 0, maximum: 1439 }),
  toMinutes: Type.Integer({ minimum: 1, maximum: 1440 }),
})

const OpeningHours = Type.Array(Type.Array(DayOpening), {
  minItems: 7,
  maxItems: 7,
  description: 'Seven days, Monday first; an empty day is closed',
})

const queueTargets = {
  asaTargetSeconds: orNull(Type.Integer({ minimum: 1, maximum: 86_400 })),
  serviceLevelShare: orNull(Type.Number({ exclusiveMinimum: 0, exclusiveMaximum: 1 })),
  serviceLevelSeconds: orNull(Type.Integer({ minimum: 0, maximum: 864_000 })),
  abandonShareTarget: orNull(Type.Number({ exclusiveMinimum: 0, exclusiveMaximum: 1 })),
  maxOccupancy: orNull(Type.Number({ exclusiveMinimum: 0, maximum: 1 })),
  patienceSeconds: orNull(Type.Number({ exclusiveMinimum: 0, maximum: 86_400 })),
  concurrency: Type.Integer({ minimum: 1, maximum: 6 }),
  deadlineSeconds: orNull(Type.Integer({ minimum: 60 })),
  shrinkagePlanned: Share,
  shrinkageUnplanned: Share,
  openingHours: OpeningHours,
}

export const Queue = Type.Object(
  {
    id: Type.Unsafe<QueueId>(Type.String({ format: 'uuid' })),
    code: Type.String(),
    name: Type.Unsafe<Static<typeof Text3>>(Type.Ref('Text3')),
    channel: Type.String({ examples: ['voice', 'chat'] }),
    language: orNull(Type.String()),
    competences: Type.Array(Type.Object({ code: Type.String(), minLevel: Type.Integer() })),
    ...queueTargets,
  },
  { $id: 'Queue' },
)
export type Queue = Static<typeof Queue>

export const QueueChange = Type.Partial(Type.Object(queueTargets), {
  minProperties: 1,
  additionalProperties: false,
  examples: [{ asaTargetSeconds: 60, maxOccupancy: 0.85 }],
})
export type QueueChange = Static<typeof QueueChange>

export const QueueParams = Type.Object({
  queueId: Type.Unsafe<QueueId>(Type.String({ format: 'uuid' })),
})

const centerSettings = {
  timezone: Type.String({ examples: ['Asia/Almaty'], description: 'IANA zone' }),
  asaTargetSeconds: Type.Integer({ minimum: 1, maximum: 3600 }),
  asaLowerSeconds: Type.Integer({ minimum: 0, maximum: 3600 }),
  maxOccupancy: Type.Number({ exclusiveMinimum: 0, maximum: 1 }),
}

export const Center = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    code: Type.String(),
    name: Type.Unsafe<Static<typeof Text3>>(Type.Ref('Text3')),
    intervalMinutes: Type.Integer(),
    isSample: Type.Boolean({ description: 'True for made-up data' }),
    ...centerSettings,
    sites: Type.Array(
      Type.Object({
        code: Type.String(),
        name: Type.Unsafe<Static<typeof Text3>>(Type.Ref('Text3')),
        workplaces: Type.Integer(),
      }),
    ),
    operators: Type.Integer({ description: 'People employed today' }),
  },
  { $id: 'Center' },
)
export type Center = Static<typeof Center>

export const CenterChange = Type.Partial(
  Type.Object({
    ...centerSettings,
    name: Type.Unsafe<Static<typeof Text3>>(Type.Ref('Text3')),
  }),
  { minProperties: 1, additionalProperties: false, examples: [{ asaTargetSeconds: 60 }] },
)
export type CenterChange = Static<typeof CenterChange>
