import { type Static, Type } from 'typebox'

import type { Text3 } from '../centers/centers.schema.ts'

const KINDS = ['general', 'technical', 'language', 'channel', 'topic', 'system'] as const

export const Competence = Type.Object(
  {
    code: Type.String(),
    kind: Type.Unsafe<(typeof KINDS)[number]>(Type.Union(KINDS.map((kind) => Type.Literal(kind)))),
    name: Type.Unsafe<Static<typeof Text3>>(Type.Ref('Text3')),
    paragraph: Type.Union([Type.String(), Type.Null()], {
      description: 'Of the order that asks for it; null for what the centre asks itself',
    }),
  },
  {
    $id: 'Competence',
    examples: [
      {
        code: 'language.kk',
        kind: 'language',
        name: { kk: 'қазақ тілі', ru: 'казахский язык', en: 'Kazakh' },
        paragraph: null,
      },
    ],
  },
)
export type Competence = Static<typeof Competence>
