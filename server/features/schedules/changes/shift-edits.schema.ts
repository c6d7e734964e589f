import { type Static, Type } from 'typebox'

import type { OperatorId, QueueId } from '#forecasting/kernel/units.ts'
import { orNull } from '#server/platform/http/or-null.ts'
import { ref } from '#server/platform/http/ref.ts'

import { OPERATOR_ID, SHIFT, VIOLATION } from '../schedule-examples.ts'
import { Id, Instant, Shift, ShiftBreak, Violation, WorkPlace } from '../schedules.schema.ts'

const Revision = Type.Integer({
  description: "The schedule's revision that the change was made on",
})
const Breaks = Type.Array(ShiftBreak, {
  maxItems: 20,
  description: 'As they were, to take a change back; without them they are placed',
})
const workPlace = {
  workPlace: Type.Optional(
    orNull(WorkPlace, {
      description: 'Home asks for a record of remote work (art. 138); null: by the record',
    }),
  ),
}
const placement = {
  ...workPlace,
  startsAt: Type.Optional(Instant),
  shape: Type.Optional(
    Type.String({ description: 'Another shape: its length, and breaks placed anew' }),
  ),
  breaks: Type.Optional(Breaks),
}
const addition = {
  ...workPlace,
  operatorId: Type.Unsafe<OperatorId>(Id),
  shape: Type.String({ description: "The shift shape's code" }),
  startsAt: Instant,
  locked: Type.Optional(Type.Boolean({ default: false })),
  breaks: Type.Optional(Breaks),
}

export const ShiftChange = Type.Object(
  { revision: Revision, ...placement, locked: Type.Optional(Type.Boolean()) },
  {
    additionalProperties: false,
    examples: [{ revision: 1, startsAt: '2026-12-07T09:00:00+05:00' }],
  },
)

export const ShiftWorkPlace = Type.Object(
  { workPlace: orNull(WorkPlace, { description: 'Null: by the record of remote work' }) },
  { additionalProperties: false, examples: [{ workPlace: 'home' }] },
)

/** A change that is only tried. */
export const ShiftTrial = Type.Object(placement, {
  additionalProperties: false,
  examples: [{ startsAt: '2026-12-07T09:00:00+05:00' }],
})

/** A new shift that is only tried. */
export const NewShiftTrial = Type.Object(addition, {
  additionalProperties: false,
  examples: [{ operatorId: OPERATOR_ID, shape: 'D9', startsAt: '2026-12-07T09:00:00+05:00' }],
})

export const NewShift = Type.Object(
  { revision: Revision, ...addition },
  {
    additionalProperties: false,
    examples: [
      {
        revision: 1,
        operatorId: '00000000-0000-4000-8000-000000000000',
        shape: 'D9',
        startsAt: '2026-12-07T09:00:00+05:00',
      },
    ],
  },
)

/** What a change would do, before it is kept. */
export const ShiftEffect = Type.Object(
  {
    shift: ref(Shift),
    paidMinutes: Type.Integer({ description: 'Of the person in the whole schedule' }),
    coverage: Type.Object(
      {
        firstInterval: Type.Integer({ description: "Index into the grid's intervals" }),
        scheduled: Type.Array(Type.Number()),
        shortage: Type.Array(Type.Number()),
        queues: Type.Array(
          Type.Object({ queueId: Type.Unsafe<QueueId>(Id), shortage: Type.Array(Type.Number()) }),
        ),
      },
      { description: 'As it would be on the days that the change touches' },
    ),
    violations: Type.Object({
      added: Type.Array(ref(Violation)),
      removed: Type.Array(ref(Violation)),
    }),
  },
  {
    $id: 'ShiftEffect',
    examples: [
      {
        shift: SHIFT,
        paidMinutes: 2400,
        coverage: {
          firstInterval: 48,
          scheduled: [19],
          shortage: [1],
          queues: [{ queueId: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a21', shortage: [1] }],
        },
        violations: { added: [VIOLATION], removed: [] },
      },
    ],
  },
)
export type ShiftEffect = Static<typeof ShiftEffect>
