import { type Static, Type } from 'typebox'

import type { OperatorId } from '#forecasting/kernel/units.ts'
import { orNull } from '#server/platform/http/or-null.ts'

const Id = Type.String({ format: 'uuid' })
const Instant = Type.String({ format: 'date-time' })
const PersonId = Type.Unsafe<OperatorId>(Id)
const Text = Type.String({ minLength: 1, maxLength: 300, pattern: '\\S' })

export const DayMessage = Type.Object(
  {
    id: Id,
    operatorId: PersonId,
    text: Text,
    sentBy: Type.String(),
    sentAt: Instant,
    readAt: orNull(
      Type.String({ format: 'date-time', description: 'When they said that they had read it' }),
    ),
  },
  {
    $id: 'DayMessage',
    examples: [
      {
        id: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0d01',
        operatorId: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0d02',
        text: 'Вернитесь, пожалуйста, с перерыва: очередь растёт',
        sentBy: 'Данияр',
        sentAt: '2026-11-25T06:42:10.000Z',
        readAt: null,
      },
    ],
  },
)
export type DayMessage = Static<typeof DayMessage>

export const NewDayMessage = Type.Object(
  { text: Text },
  { additionalProperties: false, examples: [{ text: 'Вернитесь, пожалуйста, с перерыва' }] },
)

export const RecipientParams = Type.Object({ operatorId: PersonId })
export const MessageParams = Type.Object({ messageId: Id })
