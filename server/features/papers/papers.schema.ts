import { type Static, Type } from 'typebox'

import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Language } from '#server/platform/db/column-types.ts'
import { orNull } from '#server/platform/http/or-null.ts'

const literals = <Value extends string>(values: readonly Value[]) =>
  Type.Unsafe<Value>(Type.String({ enum: [...values] }))
export const PAPER_FORMATS = ['xlsx', 'pdf'] as const
export type PaperFormat = (typeof PAPER_FORMATS)[number]

export const PaperBody = Type.Object(
  {
    format: literals(PAPER_FORMATS),
    language: Type.Optional(literals<Language>(['kk', 'ru', 'en'])),
  },
  {
    additionalProperties: false,
    description: "Without a language, in the caller's own",
    examples: [{ format: 'pdf', language: 'kk' }],
  },
)

export const PersonParams = Type.Object({
  operatorId: Type.Unsafe<OperatorId>(Type.String({ format: 'uuid' })),
})
export const YearParams = Type.Object({ year: Type.Integer({ minimum: 2000, maximum: 2100 }) })

export const PaperExport = Type.Object(
  {
    kind: literals(['person_file', 'audit_package'] as const),
    format: literals(PAPER_FORMATS),
    fullName: orNull(Type.String({ description: 'Whose file; null for an audit package' })),
    year: orNull(Type.Integer()),
    madeBy: Type.String(),
    madeAt: Type.String({ format: 'date-time' }),
  },
  {
    $id: 'PaperExport',
    examples: [
      {
        kind: 'audit_package',
        format: 'pdf',
        fullName: null,
        year: 2026,
        madeBy: 'Кадровик',
        madeAt: '2026-11-25T04:00:00.000Z',
      },
    ],
  },
)
export type PaperExport = Static<typeof PaperExport>
