import { type Static, type TSchema, Type } from 'typebox'

import type { OperatorId, QueueId } from '#forecasting/kernel/units.ts'
import { ref } from '#server/platform/http/ref.ts'

import { Schedule, Violation } from '../../schedules/schedules.schema.ts'
import { SUGGESTION_KINDS } from './move-candidates.ts'

const closed = { additionalProperties: false }
const Id = Type.String({ format: 'uuid' })
const PersonId = Type.Unsafe<OperatorId>(Id)
const Instant = Type.String({ format: 'date-time' })
const OrNull = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])

const SHIFT_ID = '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a82'
const OPERATOR_ID = '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a41'
const BREAK_MOVE = {
  kind: 'break',
  shiftId: SHIFT_ID,
  breakStartsAt: '2026-11-25T08:00:00.000Z',
  startsAt: '2026-11-25T09:15:00.000Z',
} as const

const Move = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('break', { description: 'One break at another time' }),
      shiftId: Id,
      breakStartsAt: Instant,
      startsAt: Instant,
    },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('shape', { description: 'Longer or shorter, from the same start' }),
      shiftId: Id,
      shape: Type.String({ minLength: 1, maxLength: 60 }),
    },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('call', { description: 'Somebody is called in' }),
      operatorId: PersonId,
      shape: Type.String({ minLength: 1, maxLength: 60 }),
      startsAt: Instant,
    },
    closed,
  ),
  Type.Object(
    { kind: Type.Literal('drop', { description: 'A shift that has not begun' }), shiftId: Id },
    closed,
  ),
])
const Moves = Type.Array(Move, { minItems: 1, maxItems: 50 })

export const WhatIf = Type.Object(
  { moves: Moves },
  { ...closed, examples: [{ moves: [BREAK_MOVE] }] },
)

const Predicted = Type.Object({
  given: Type.Number(),
  asaSeconds: OrNull(Type.Number()),
  lostShare: OrNull(Type.Number()),
  isOverloaded: Type.Boolean(),
})
const Figures = Type.Object({
  missed: Type.Number({ description: 'Intervals of queues in which a promise is not kept' }),
  lost: Type.Number({ description: 'Contacts that are lost' }),
  waitHours: Type.Number({ description: 'Hours that clients spend in the line' }),
})
export type Figures = Static<typeof Figures>

const PREDICTED = { given: 7.5, asaSeconds: 74, lostShare: 0.11, isOverloaded: false }

export const WhatIfAnswer = Type.Object(
  {
    scheduleId: Id,
    revision: Type.Integer({ description: 'Send it back to keep the moves' }),
    before: Figures,
    after: Figures,
    paidMinutes: Type.Integer({ description: 'More than now; below 0 for less' }),
    broken: Type.Array(ref(Violation), {
      description: 'Rules that the moves would break, with their articles: they cannot be kept',
    }),
    queues: Type.Array(
      Type.Object({
        queueId: Type.Unsafe<QueueId>(Id),
        intervals: Type.Array(Type.Object({ from: Instant, before: Predicted, after: Predicted }), {
          description: 'Those that become another',
        }),
      }),
    ),
  },
  {
    $id: 'WhatIfAnswer',
    examples: [
      {
        scheduleId: SHIFT_ID,
        revision: 1,
        before: { missed: 3, lost: 12.4, waitHours: 5.1 },
        after: { missed: 1, lost: 8.2, waitHours: 3.6 },
        paidMinutes: 0,
        broken: [],
        queues: [
          {
            queueId: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a21',
            intervals: [
              {
                from: '2026-11-25T08:00:00.000Z',
                before: PREDICTED,
                after: { ...PREDICTED, given: 8.5, asaSeconds: 38, lostShare: 0.06 },
              },
            ],
          },
        ],
      },
    ],
  },
)
export type WhatIfAnswer = Static<typeof WhatIfAnswer>

export const Suggestions = Type.Object(
  {
    suggestions: Type.Array(
      Type.Object({
        kind: Type.Enum([...SUGGESTION_KINDS], {
          description:
            '`breaks` cost nothing, `release` lets somebody go home without harm, `overtime` is paid',
        }),
        operatorId: PersonId,
        name: Type.String(),
        move: Move,
        endsAt: OrNull(
          Type.String({ format: 'date-time', description: 'Of the shift as it would be' }),
        ),
        paidMinutes: Type.Integer(),
        change: Figures,
      }),
      { description: 'By kind, the most helpful first. Each stands alone and breaks no rule.' },
    ),
  },
  {
    $id: 'Suggestions',
    examples: [
      {
        suggestions: [
          {
            kind: 'breaks',
            operatorId: OPERATOR_ID,
            name: 'Алия Серикова',
            move: BREAK_MOVE,
            endsAt: null,
            paidMinutes: 0,
            change: { missed: -2, lost: -4.2, waitHours: -1.5 },
          },
        ],
      },
    ],
  },
)
export type Suggestions = Static<typeof Suggestions>

export const DayChange = Type.Object(
  {
    scheduleId: Id,
    revision: Type.Integer(),
    moves: Moves,
    reason: Type.String({ minLength: 3, maxLength: 500 }),
  },
  {
    ...closed,
    examples: [
      { scheduleId: SHIFT_ID, revision: 1, moves: [BREAK_MOVE], reason: 'A fifth more calls came' },
    ],
  },
)
export const DayChanged = Type.Object({ schedule: ref(Schedule) })

/** Who could be moved, and how: what the form offers. */
export const DayPeople = Type.Object(
  {
    people: Type.Array(
      Type.Object({
        operatorId: PersonId,
        name: Type.String(),
        personnelNumber: Type.String(),
        shift: OrNull(
          Type.Object({
            id: Id,
            shape: Type.String(),
            startsAt: Instant,
            endsAt: Instant,
            breaks: Type.Array(
              Type.Object({ startsAt: Instant, endsAt: Instant, kind: Type.String() }),
            ),
          }),
        ),
        shapes: Type.Array(
          Type.Object({
            code: Type.String(),
            spanMinutes: Type.Integer(),
            starts: Type.Array(Instant),
          }),
          { description: 'Lengths that the contract allows, with the starts still to come today' },
        ),
      }),
    ),
  },
  {
    $id: 'DayPeople',
    examples: [
      {
        people: [
          {
            operatorId: OPERATOR_ID,
            name: 'Алия Серикова',
            personnelNumber: '1007',
            shift: {
              id: SHIFT_ID,
              shape: 'D9',
              startsAt: '2026-11-25T04:00:00.000Z',
              endsAt: '2026-11-25T13:00:00.000Z',
              breaks: [
                {
                  startsAt: '2026-11-25T08:00:00.000Z',
                  endsAt: '2026-11-25T09:00:00.000Z',
                  kind: 'meal',
                },
              ],
            },
            shapes: [{ code: 'D9', spanMinutes: 540, starts: ['2026-11-25T10:00:00.000Z'] }],
          },
        ],
      },
    ],
  },
)
export type DayPeople = Static<typeof DayPeople>
