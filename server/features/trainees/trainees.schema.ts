import { type Static, Type } from 'typebox'

import type { OperatorId } from '#forecasting/kernel/units.ts'

const Id = Type.String({ format: 'uuid' })
const OperatorIdText = Type.Unsafe<OperatorId>(Type.String({ format: 'uuid' }))
const DateText = Type.String({ format: 'date' })
const orNull = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()])

const EXAMPLE_ID = '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0f61'
const EXAMPLE = {
  operatorId: EXAMPLE_ID,
  mentorId: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0f62',
  queueCode: 'voice-kk',
  fromDate: '2026-12-01',
  toDate: '2026-12-20',
  reason: 'Приказ № 14 о стажировке',
}
const allowed = {
  operatorId: OperatorIdText,
  mentorId: OperatorIdText,
  queueCode: Type.String({ minLength: 1, description: 'Whose contacts are learnt' }),
  fromDate: DateText,
  toDate: Type.String({ format: 'date', description: 'The last day' }),
  reason: Type.String({ minLength: 1, maxLength: 1000, description: 'With its document' }),
}

export const TraineePermit = Type.Object(
  {
    id: Id,
    ...allowed,
    fullName: Type.String(),
    mentorName: Type.String(),
    allowedBy: Type.String(),
    allowedAt: Type.String({ format: 'date-time' }),
    withdrawnBy: orNull(Type.String()),
    withdrawnAt: orNull(Type.String({ format: 'date-time' })),
  },
  {
    $id: 'TraineePermit',
    examples: [
      {
        id: EXAMPLE_ID,
        ...EXAMPLE,
        fullName: 'Ахметова Айгуль',
        mentorName: 'Борисов Тимур',
        allowedBy: 'Кадровик',
        allowedAt: '2026-11-25T04:00:00.000Z',
        withdrawnBy: null,
        withdrawnAt: null,
      },
    ],
  },
)
export type TraineePermit = Static<typeof TraineePermit>

export const NewPermit = Type.Object(allowed, {
  additionalProperties: false,
  examples: [EXAMPLE],
})
export type NewPermit = Static<typeof NewPermit>

export const PermitParams = Type.Object({ permitId: Id })
export const PermitFilter = Type.Object({ operatorId: Type.Optional(OperatorIdText) })
