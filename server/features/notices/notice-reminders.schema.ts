import { type Static, Type } from 'typebox'

import type { Text3 } from '#server/platform/db/column-types.ts'
import { orNull } from '#server/platform/http/or-null.ts'

const Id = Type.String({ format: 'uuid' })
const Instant = Type.String({ format: 'date-time' })
const Days = Type.Integer({
  minimum: 1,
  maximum: 60,
  description: 'After how many days somebody is reminded; after twice as many HR and the heads are',
})

const EXAMPLE_ID = '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0e01'

export const LateReaders = Type.Object(
  {
    afterDays: Days,
    total: Type.Integer({ description: 'Receipts that are missing, of all notices together' }),
    people: Type.Integer({ description: 'Who owe at least one' }),
    escalated: Type.Integer({ description: 'Of them those whom a reminder has not helped' }),
    withoutSignIn: Type.Integer({
      description: 'People who work here and cannot sign in: they confirm nothing',
    }),
    unread: Type.Array(
      Type.Object({
        noticeId: Id,
        title: Type.Unsafe<Text3>(Type.Ref('Text3')),
        version: Type.Integer(),
        userId: Id,
        name: Type.String(),
        teamCode: orNull(Type.String()),
        since: Type.String({
          format: 'date-time',
          description: 'When this version was published, or the account made if that was later',
        }),
        remindedAt: orNull(Instant),
        escalatedAt: orNull(Instant),
      }),
      { description: 'The longest unread first, 2,000 at most' },
    ),
  },
  {
    $id: 'LateReaders',
    examples: [
      {
        afterDays: 3,
        total: 1,
        people: 1,
        escalated: 0,
        withoutSignIn: 2,
        unread: [
          {
            noticeId: EXAMPLE_ID,
            title: { kk: 'Жаңа мөлшер', ru: 'Новый размер выплаты', en: 'New rate' },
            version: 2,
            userId: EXAMPLE_ID,
            name: 'Ахметова Айгуль',
            teamCode: 'A1',
            since: '2026-11-20T04:00:00.000Z',
            remindedAt: '2026-11-23T21:00:00.000Z',
            escalatedAt: null,
          },
        ],
      },
    ],
  },
)
export type LateReaders = Static<typeof LateReaders>

export const ReminderTermBody = Type.Object(
  { days: Days },
  { additionalProperties: false, examples: [{ days: 3 }] },
)
