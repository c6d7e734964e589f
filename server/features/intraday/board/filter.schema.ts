import { type Static, Type } from 'typebox'

const STANDINGS = ['out', 'unknown', 'neutral', 'in', 'off'] as const

export const BoardFilter = Type.Object(
  {
    standings: Type.Array(
      Type.Enum([...STANDINGS], { description: '`off`: nothing is planned for them now' }),
      { uniqueItems: true, maxItems: STANDINGS.length, description: 'Empty shows everybody' },
    ),
    team: Type.Union([Type.String({ minLength: 1 }), Type.Null()], {
      description: 'Code of a team; null shows every team',
    }),
  },
  {
    $id: 'BoardFilter',
    additionalProperties: false,
    examples: [{ standings: ['out', 'unknown'], team: null }],
  },
)
export type BoardFilter = Static<typeof BoardFilter>
