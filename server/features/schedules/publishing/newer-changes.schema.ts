import { type Static, Type } from 'typebox'

import type { OperatorId } from '#forecasting/kernel/units.ts'
import { orNull } from '#server/platform/http/or-null.ts'

import { OPERATOR_ID } from '../schedule-examples.ts'
import { ChangeKind, Id, Instant } from '../schedules.schema.ts'

const Span = Type.Object({ startsAt: Instant, endsAt: Instant })

const NewerChange = Type.Object({
  operatorId: Type.Unsafe<OperatorId>(Id),
  operatorName: Type.String(),
  date: Type.String({ format: 'date' }),
  now: Type.Array(Span, { description: 'As it is published; empty on a day off' }),
  draft: Type.Array(Span, { description: 'As the draft would have it' }),
  change: ChangeKind,
  reason: orNull(Type.String()),
  madeBy: Type.String(),
  version: Type.Integer({ description: 'Of the published version that changed it' }),
})
export type NewerChange = Static<typeof NewerChange>

export const NewerChanges = Type.Object(
  {
    changes: Type.Array(NewerChange, {
      description: 'Made in what is published after the draft, and not in it',
    }),
  },
  {
    $id: 'NewerChanges',
    examples: [
      {
        changes: [
          {
            operatorId: OPERATOR_ID,
            operatorName: 'Ахметова Айгерим',
            date: '2026-12-08',
            now: [],
            draft: [{ startsAt: '2026-12-08T04:00:00.000Z', endsAt: '2026-12-08T13:00:00.000Z' }],
            change: 'swap',
            reason: null,
            madeBy: 'Супервизор',
            version: 5,
          },
        ],
      },
    ],
  },
)
