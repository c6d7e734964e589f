import { type Static, Type } from 'typebox'

import type { Text3 } from '#server/platform/db/column-types.ts'
import { orNull } from '#server/platform/http/or-null.ts'

const Id = Type.String({ format: 'uuid' })
const Instant = Type.String({ format: 'date-time' })
const Text = Type.Unsafe<Text3>(Type.Ref('Text3'))
const words = {
  title: Text,
  body: Text,
  officialSource: Type.String({
    minLength: 1,
    maxLength: 500,
    pattern: '\\S',
    description: 'п. 22(5): kept up to date by official data alone',
  }),
}

const EXAMPLE_ID = '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0e01'
const EXAMPLE = {
  title: { kk: 'Жаңа мөлшер', ru: 'Новый размер выплаты', en: 'New rate' },
  body: { kk: '1 қаңтардан бастап', ru: 'С 1 января', en: 'From 1 January' },
  officialSource: 'adilet.zan.kz, Закон № 239-VIII',
}

export const Notice = Type.Object(
  {
    id: Id,
    ...words,
    version: Type.Integer({ description: 'A new one has to be read again' }),
    publishedBy: Type.String(),
    publishedAt: Instant,
    withdrawnAt: orNull(Instant),
    readVersion: orNull(Type.Integer({ description: "The reader's own; null: never read" })),
    remindedAt: orNull(
      Type.String({
        format: 'date-time',
        description: 'When the reader was reminded of the version in force',
      }),
    ),
    readers: Type.Integer({ description: 'Who have read the version in force' }),
    audience: Type.Integer({ description: 'Everybody who can sign in, at every site' }),
  },
  {
    $id: 'Notice',
    examples: [
      {
        id: EXAMPLE_ID,
        ...EXAMPLE,
        version: 2,
        publishedBy: 'Кадровик',
        publishedAt: '2026-11-25T04:00:00.000Z',
        withdrawnAt: null,
        readVersion: 1,
        remindedAt: null,
        readers: 40,
        audience: 64,
      },
    ],
  },
)
export type Notice = Static<typeof Notice>

export const NoticeBody = Type.Object(words, { additionalProperties: false, examples: [EXAMPLE] })
export type NoticeBody = Static<typeof NoticeBody>

export const NoticeParams = Type.Object({ noticeId: Id })

export const Receipt = Type.Object(
  {
    userId: Id,
    name: Type.String(),
    version: orNull(Type.Integer({ description: 'That was read; null: none' })),
    readAt: orNull(Instant),
  },
  {
    $id: 'NoticeReceipt',
    examples: [
      {
        userId: EXAMPLE_ID,
        name: 'Ахметова Айгуль',
        version: 2,
        readAt: '2026-11-25T05:00:00.000Z',
      },
    ],
  },
)
export type Receipt = Static<typeof Receipt>
