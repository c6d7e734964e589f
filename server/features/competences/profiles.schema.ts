import { type Static, Type } from 'typebox'

import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Text3 } from '#server/platform/db/column-types.ts'
import { orNull } from '#server/platform/http/or-null.ts'
import { ref } from '#server/platform/http/ref.ts'

import { Level } from './competences.schema.ts'

/** The six functions that п. 17 of the order asks a centre to have. */
export const FUNCTIONS = ['17.1', '17.2', '17.3', '17.4', '17.5', '17.6'] as const
export type OrderFunction = (typeof FUNCTIONS)[number]

const Name = Type.Unsafe<Text3>(Type.Ref('Text3'))
const DateText = Type.String({ format: 'date' })
const FunctionCode = Type.Unsafe<OrderFunction>(Type.String({ enum: [...FUNCTIONS] }))
const profile = {
  code: Type.String({ pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N}_.\\-]{0,59}$' }),
  name: Name,
  function: orNull(FunctionCode),
  duties: Type.String({ maxLength: 10_000 }),
  competences: Type.Array(Type.Object({ code: Type.String({ minLength: 1 }), minLevel: Level })),
}

const EXAMPLE_ID = '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0c01'
const EXAMPLE = {
  code: 'planner',
  name: { kk: 'Жоспарлаушы', ru: 'Планировщик', en: 'Planner' },
  function: '17.5' as const,
  duties: 'Прогноз, потребность, график смен.',
  competences: [{ code: '20.1', minLevel: 4 }],
}
const HOLDER = {
  operatorId: EXAMPLE_ID,
  fullName: 'Ахметова Айгуль',
  since: '2026-03-01',
  readVersion: 1,
  readAt: '2026-03-02T04:00:00.000Z',
  gaps: [{ code: '20.1', minLevel: 4, level: 3 }],
}

const Holder = Type.Object({
  operatorId: Type.String({ format: 'uuid' }),
  fullName: Type.String(),
  since: DateText,
  readVersion: orNull(Type.Integer({ description: 'Of the profile; null: never read' })),
  readAt: orNull(Type.String({ format: 'date-time' })),
  gaps: Type.Array(
    Type.Object({
      code: Type.String(),
      minLevel: Level,
      level: orNull(Type.Integer({ description: 'Valid today; null: none' })),
    }),
    { description: 'Competences of the profile that the holder lacks today' },
  ),
})

export const Profile = Type.Object(
  {
    ...profile,
    version: Type.Integer({ description: 'Grows with every change: it has to be read again' }),
    holders: Type.Array(Holder),
  },
  { $id: 'PositionProfile', examples: [{ ...EXAMPLE, version: 1, holders: [HOLDER] }] },
)
export type Profile = Static<typeof Profile>

export const ProfileBody = Type.Object(profile, {
  additionalProperties: false,
  examples: [EXAMPLE],
})
export type ProfileBody = Static<typeof ProfileBody>

export const FunctionCover = Type.Object(
  {
    function: FunctionCode,
    holders: Type.Array(
      Type.Object({
        fullName: Type.String(),
        profileCode: Type.String(),
        competent: Type.Boolean({ description: 'Holds today all that the profile asks for' }),
      }),
    ),
    covered: Type.Boolean({ description: 'By at least one competent holder' }),
  },
  {
    $id: 'FunctionCover',
    examples: [
      {
        function: '17.5',
        holders: [{ fullName: 'Ахметова Айгуль', profileCode: 'planner', competent: true }],
        covered: true,
      },
    ],
  },
)
export type FunctionCover = Static<typeof FunctionCover>

export const ProfileParams = Type.Object({ code: Type.String({ minLength: 1 }) })
export const HolderParams = Type.Object({
  ...ProfileParams.properties,
  operatorId: Type.Unsafe<OperatorId>(Type.String({ format: 'uuid' })),
})
export const HolderBody = Type.Object(
  { since: DateText },
  { additionalProperties: false, examples: [{ since: '2026-03-01' }] },
)

export const ProfileList = Type.Object({
  profiles: Type.Array(ref(Profile)),
  functions: Type.Array(ref(FunctionCover), { description: 'All six of п. 17' }),
})
