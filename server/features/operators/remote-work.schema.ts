import { type Static, Type } from 'typebox'

import { orNull } from '#server/platform/http/or-null.ts'

import { OperatorParams } from './operators.schema.ts'

const Id = Type.String({ format: 'uuid' })
const DateText = Type.String({ format: 'date', examples: ['2026-12-01'] })

const remoteWork = {
  basis: Type.Unsafe<'agreement' | 'employer_act'>(
    Type.Union([Type.Literal('agreement'), Type.Literal('employer_act')], {
      description:
        'Agreement of both sides, or an act of the employer in an emergency, which needs a last day',
    }),
  ),
  homeWeekdays: Type.Array(Type.Integer({ minimum: 0, maximum: 6 }), {
    minItems: 1,
    maxItems: 7,
    uniqueItems: true,
    description: 'Days at home, Monday is 0; fewer than seven where the work is combined',
  }),
  fromDate: DateText,
  toDate: orNull(DateText),
}

const EXAMPLE = {
  basis: 'agreement' as const,
  homeWeekdays: [0, 2, 4],
  fromDate: '2026-12-01',
  toDate: null,
}

export const NewRemoteWork = Type.Object(remoteWork, {
  additionalProperties: false,
  examples: [EXAMPLE],
})
export type NewRemoteWork = Static<typeof NewRemoteWork>

export const RemoteWorkEnd = Type.Object(
  { toDate: DateText },
  { additionalProperties: false, examples: [{ toDate: '2026-12-31' }] },
)

/** Remote work of one person, the earliest first. */
export const RemoteWorkRecords = Type.Object(
  { records: Type.Array(Type.Object({ id: Id, ...remoteWork })) },
  {
    $id: 'RemoteWorkRecords',
    examples: [{ records: [{ id: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0b12', ...EXAMPLE }] }],
  },
)
export type RemoteWorkRecords = Static<typeof RemoteWorkRecords>

export const RemoteWorkParams = Type.Object({ ...OperatorParams.properties, recordId: Id })
