import { type Static, Type } from 'typebox'

import type { Text3 } from '#server/platform/db/column-types.ts'

export const KINDS = ['general', 'technical', 'language', 'channel', 'topic', 'system'] as const
export type CompetenceKind = (typeof KINDS)[number]

const LEVEL_MAX = 5
export const Level = Type.Integer({
  minimum: 0,
  maximum: LEVEL_MAX,
  description:
    '0 cannot, 1 with help, 2 simple cases, 3 works alone, 4 hard cases, 5 teaches others',
})

const Name = Type.Unsafe<Text3>(Type.Ref('Text3'))
const Kind = Type.Unsafe<CompetenceKind>(Type.Union(KINDS.map((kind) => Type.Literal(kind))))
const Anchors = Type.Array(Type.Object({ level: Level, text: Name }), {
  maxItems: LEVEL_MAX + 1,
  description: 'What somebody does at a level, so that two assessors mean the same by it',
})
const Archived = Type.Boolean({ description: 'No longer asked of anybody; its history stays' })

const LANGUAGE = { kk: 'қазақ тілі', ru: 'казахский язык', en: 'Kazakh' }
const ANCHOR = {
  level: 3,
  text: {
    kk: 'Өз бетінше сөйлеседі',
    ru: 'Ведёт разговор самостоятельно',
    en: 'Holds a conversation alone',
  },
}

export const Competence = Type.Object(
  {
    code: Type.String(),
    kind: Kind,
    name: Name,
    paragraph: Type.Union([Type.String(), Type.Null()], {
      description: 'Of the order that asks for it; null for what the centre asks itself',
    }),
    anchors: Anchors,
    archived: Archived,
  },
  {
    $id: 'Competence',
    examples: [
      {
        code: 'language.kk',
        kind: 'language',
        name: LANGUAGE,
        paragraph: null,
        anchors: [ANCHOR],
        archived: false,
      },
    ],
  },
)
export type Competence = Static<typeof Competence>

export const CompetenceFilter = Type.Object({
  archived: Type.Optional(Type.Boolean({ description: 'True: those that are archived, too' })),
})

export const NewCompetence = Type.Object(
  {
    code: Type.String({ pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N}_.\\-]{0,59}$' }),
    kind: Kind,
    name: Name,
    anchors: Type.Optional(Anchors),
  },
  {
    additionalProperties: false,
    examples: [{ code: 'topic.pensions', kind: 'topic', name: LANGUAGE }],
  },
)
export type NewCompetence = Static<typeof NewCompetence>

export const CompetenceChange = Type.Partial(
  Type.Object({ name: Name, anchors: Anchors, archived: Archived }),
  { minProperties: 1, additionalProperties: false, examples: [{ anchors: [ANCHOR] }] },
)
export type CompetenceChange = Static<typeof CompetenceChange>

export const CompetenceParams = Type.Object({ code: Type.String({ minLength: 1 }) })
