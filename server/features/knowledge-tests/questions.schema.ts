import { type Static, Type } from 'typebox'

import type { Text3 } from '#server/platform/db/column-types.ts'
import { TABLE_FORMATS } from '#server/platform/http/write-table.ts'

import { ImportCounts } from '../operators/people-file.schema.ts'

const Name = Type.Unsafe<Text3>(Type.Ref('Text3'))
export const QUESTION_CODE = '^[\\p{L}\\p{N}][\\p{L}\\p{N}_.\\-]{0,59}$'
export const OPTIONS_MAX = 10

const EXAMPLE = {
  text: {
    kk: 'Дербес деректерді кімге беруге болады?',
    ru: 'Кому можно передать персональные данные?',
    en: 'To whom may personal data be given?',
  },
  options: [
    { text: { kk: 'Иесіне', ru: 'Их владельцу', en: 'To their owner' }, right: true },
    { text: { kk: 'Кез келген адамға', ru: 'Любому', en: 'To anybody' }, right: false },
  ],
}
const asked = {
  text: Name,
  options: Type.Array(Type.Object({ text: Name, right: Type.Boolean() }), {
    minItems: 2,
    maxItems: OPTIONS_MAX,
    description: 'At least one right and one wrong; several right ones have all to be chosen',
  }),
}

export const Question = Type.Object(
  {
    code: Type.String(),
    competenceCode: Type.String(),
    version: Type.Integer({ description: 'Grows with every change; attempts keep theirs' }),
    ...asked,
    archived: Type.Boolean({ description: 'Drawn no more' }),
    madeBy: Type.String(),
    madeAt: Type.String({ format: 'date-time' }),
  },
  {
    $id: 'Question',
    examples: [
      {
        code: 'law-1',
        competenceCode: '19.7',
        version: 1,
        ...EXAMPLE,
        archived: false,
        madeBy: 'Кадровик',
        madeAt: '2026-11-25T04:00:00.000Z',
      },
    ],
  },
)
export type Question = Static<typeof Question>

export const NewQuestion = Type.Object(
  {
    code: Type.String({ pattern: QUESTION_CODE }),
    competenceCode: Type.String({ minLength: 1 }),
    ...asked,
  },
  {
    additionalProperties: false,
    examples: [{ code: 'law-1', competenceCode: '19.7', ...EXAMPLE }],
  },
)
export type NewQuestion = Static<typeof NewQuestion>

export const QuestionBody = Type.Object(asked, {
  additionalProperties: false,
  examples: [EXAMPLE],
})
export type QuestionBody = Static<typeof QuestionBody>

export const QuestionParams = Type.Object({ code: Type.String({ minLength: 1 }) })
export const QuestionFilter = Type.Object({
  competence: Type.Optional(Type.String({ minLength: 1 })),
})
export const ArchiveBody = Type.Object(
  { archived: Type.Boolean() },
  { additionalProperties: false, examples: [{ archived: true }] },
)

export const QuestionImportOutcome = Type.Object(
  { stored: Type.Boolean({ description: 'False after a dry run' }), ...ImportCounts },
  {
    $id: 'QuestionImportOutcome',
    examples: [
      {
        stored: false,
        rowsRead: 40,
        rowsRefused: 1,
        added: 30,
        changed: 2,
        unchanged: 7,
        ignoredColumns: [],
        canSkipRows: true,
        problemCount: 1,
        problems: [{ row: 17, column: 'right_ru', title: 'right_ru', text: 'Не заполнено' }],
      },
    ],
  },
)

export const QuestionExportQuery = Type.Object({
  format: Type.Unsafe<(typeof TABLE_FORMATS)[number]>(Type.String({ enum: [...TABLE_FORMATS] })),
})
