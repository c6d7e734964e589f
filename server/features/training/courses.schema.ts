import { type Static, Type } from 'typebox'

import type { Text3 } from '#server/platform/db/column-types.ts'
import { orNull } from '#server/platform/http/or-null.ts'

const Name = Type.Unsafe<Text3>(Type.Ref('Text3'))
const words = {
  name: Name,
  minutes: Type.Integer({ minimum: 15, maximum: 600, description: 'Of one session' }),
  programme: Type.String({ minLength: 1, maxLength: 10_000, description: 'What is taught' }),
  passShare: orNull(
    Type.Number({
      exclusiveMinimum: 0,
      maximum: 1,
      description: 'Of the points, from which somebody has passed; null: to come is enough',
    }),
  ),
  certificateMonths: orNull(
    Type.Integer({
      minimum: 1,
      maximum: 240,
      description: 'How long a certificate of it holds; null: for good',
    }),
  ),
  competences: Type.Array(
    Type.Object({
      code: Type.String({ minLength: 1 }),
      level: Type.Integer({ minimum: 1, maximum: 5, description: 'That it brings somebody to' }),
    }),
    { minItems: 1, maxItems: 50 },
  ),
}

const EXAMPLE = {
  name: { kk: 'Жанжалдармен жұмыс', ru: 'Работа с конфликтами', en: 'Handling conflicts' },
  minutes: 120,
  programme: 'Виды конфликтов, приёмы снижения напряжения, разбор записей',
  passShare: 0.8,
  certificateMonths: 12,
  competences: [{ code: '19.6', level: 3 }],
}

export const Course = Type.Object(
  {
    code: Type.String(),
    version: Type.Integer({ description: 'A change is the next one; sessions keep theirs' }),
    ...words,
    archived: Type.Boolean({ description: 'No longer taught' }),
    madeBy: Type.String(),
    madeAt: Type.String({ format: 'date-time' }),
  },
  {
    $id: 'Course',
    examples: [
      {
        code: 'conflicts',
        version: 2,
        ...EXAMPLE,
        archived: false,
        madeBy: 'Кадровик',
        madeAt: '2026-11-25T04:00:00.000Z',
      },
    ],
  },
)
export type Course = Static<typeof Course>

export const CourseBody = Type.Object(words, { additionalProperties: false, examples: [EXAMPLE] })
export type CourseBody = Static<typeof CourseBody>

export const NewCourse = Type.Object(
  { code: Type.String({ pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N}_.\\-]{0,59}$' }), ...words },
  { additionalProperties: false, examples: [{ code: 'conflicts', ...EXAMPLE }] },
)
export type NewCourse = Static<typeof NewCourse>

export const CourseFilter = Type.Object({
  archived: Type.Optional(Type.Boolean({ description: 'True: those no longer taught, too' })),
})
export const CourseParams = Type.Object({ code: Type.String({ minLength: 1 }) })
export const CourseArchive = Type.Object(
  { archived: Type.Boolean() },
  { additionalProperties: false, examples: [{ archived: true }] },
)
