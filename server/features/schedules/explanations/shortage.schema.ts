import { type Static, Type } from 'typebox'

import type { OperatorId } from '#forecasting/kernel/units.ts'

import { OPERATOR_ID } from '../schedule-examples.ts'
import { Id, Instant } from '../schedules.schema.ts'
import { CostTerm } from './explanations.schema.ts'

/** Which interval of which queue is asked about. */
export const ShortageQuery = Type.Object({
  queueId: Type.String({ format: 'uuid' }),
  at: Type.String({ format: 'date-time', description: 'Any instant of the interval' }),
})

const Person = Type.Object({
  operatorId: Type.Unsafe<OperatorId>(Id),
  kind: Type.Union(
    [
      Type.Literal('on_duty'),
      Type.Literal('on_break'),
      Type.Literal('in_training'),
      Type.Literal('possible'),
      Type.Literal('barred'),
      Type.Literal('locked'),
      Type.Literal('no_shape'),
    ],
    {
      description:
        'Works then, rests then, is taught then, could come, may not, is locked as they are that day, or has no shift that reaches it',
    },
  ),
  offer: Type.Union(
    [
      Type.Object({
        shape: Type.String(),
        startsAt: Instant,
        replacesShiftId: Type.Union([Id, Type.Null()], {
          description: 'The shift of that day that it would take the place of',
        }),
        cost: Type.Number({
          description: 'What the whole plan would cost more, in agent-hours; less when negative',
        }),
        terms: Type.Array(CostTerm, {
          description: 'What the cost is the sum of; empty but for the cheapest few',
        }),
      }),
      Type.Null(),
    ],
    { description: 'A legal shift that would cover the interval' },
  ),
  rules: Type.Array(
    Type.Object({
      article: Type.Union([Type.String(), Type.Null()]),
      text: Type.String({ description: "In the caller's language" }),
    }),
    { description: 'What every shift that would cover it breaks' },
  ),
})

/** Why an interval is short: for everybody who may be given the queue, why they are not there. */
export const Shortage = Type.Object(
  {
    startsAt: Instant,
    endsAt: Instant,
    required: Type.Number(),
    short: Type.Number({ description: 'Agents missing, people shared over their queues' }),
    people: Type.Array(Person, { description: 'Those first who could come at the least cost' }),
  },
  {
    $id: 'Shortage',
    examples: [
      {
        startsAt: '2026-12-07T04:00:00.000Z',
        endsAt: '2026-12-07T04:30:00.000Z',
        required: 4,
        short: 1,
        people: [
          {
            operatorId: OPERATOR_ID,
            kind: 'possible',
            offer: {
              shape: 'D9',
              startsAt: '2026-12-07T04:00:00.000Z',
              replacesShiftId: null,
              cost: -0.5,
              terms: [{ term: 'underCrit', change: -0.5 }],
            },
            rules: [],
          },
        ],
      },
    ],
  },
)
export type Shortage = Static<typeof Shortage>
