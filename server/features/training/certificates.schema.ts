import { type Static, Type } from 'typebox'

import type { OperatorId } from '#forecasting/kernel/units.ts'
import { orNull } from '#server/platform/http/or-null.ts'

const Id = Type.String({ format: 'uuid' })
const OperatorIdText = Type.Unsafe<OperatorId>(Type.String({ format: 'uuid' }))
const DateText = Type.String({ format: 'date' })
const literals = <Value extends string>(values: readonly Value[]) =>
  Type.Unsafe<Value>(Type.String({ enum: [...values] }))

const KINDS = ['course', 'certification', 'certification_audit'] as const
const EXAMPLE_ID = '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0f11'
const EXAMPLE = {
  holder: 'person' as const,
  operatorId: EXAMPLE_ID,
  manager: true,
  kind: 'certification' as const,
  title: 'Менеджер контакт-центра, СТ РК ISO 18295-1-2020',
  number: 'М-204',
  issuedBy: 'Орган по сертификации',
  issuedOn: '2026-03-12',
  validUntil: '2029-03-12',
}

const told = {
  holder: literals(['centre', 'person'] as const),
  operatorId: orNull(OperatorIdText),
  manager: Type.Boolean({
    description: 'Of somebody who manages the centre: row 24 of the half-year report counts these',
  }),
  kind: literals(KINDS),
  title: Type.String({ minLength: 1, maxLength: 500 }),
  number: Type.String({ minLength: 1, maxLength: 100 }),
  issuedBy: Type.String({ minLength: 1, maxLength: 200 }),
  issuedOn: DateText,
  validUntil: orNull(DateText),
}

export const Certificate = Type.Object(
  {
    id: Id,
    ...told,
    holderName: Type.String(),
    sessionId: orNull(Id),
    withdrawnOn: orNull(DateText),
  },
  {
    $id: 'Certificate',
    examples: [
      {
        id: EXAMPLE_ID,
        ...EXAMPLE,
        holderName: 'Ахметова Айгуль',
        sessionId: null,
        withdrawnOn: null,
      },
    ],
  },
)
export type Certificate = Static<typeof Certificate>

export const NewCertificate = Type.Object(told, {
  additionalProperties: false,
  examples: [EXAMPLE],
})
export type NewCertificate = Static<typeof NewCertificate>

export const CertificateParams = Type.Object({ certificateId: Id })
export const CertificateFilter = Type.Object({ operatorId: Type.Optional(OperatorIdText) })
