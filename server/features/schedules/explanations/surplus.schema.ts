import { type Static, Type } from 'typebox'

import type { OperatorId } from '#forecasting/kernel/units.ts'

import { OPERATOR_ID, SHIFT } from '../schedule-examples.ts'
import { Id, Instant } from '../schedules.schema.ts'
import { CostTerm } from './explanations.schema.ts'

/** Which interval is asked about. */
export const SurplusQuery = Type.Object({
  at: Type.String({ format: 'date-time', description: 'Any instant of the interval' }),
})

/** Why more people are there than an interval needs: what stands against letting each of them go. */
export const Surplus = Type.Object(
  {
    startsAt: Instant,
    endsAt: Instant,
    required: Type.Number({ description: 'Of all queues together' }),
    scheduled: Type.Number({ description: 'Breaks and sessions of training taken out' }),
    releases: Type.Array(
      Type.Object({
        operatorId: Type.Unsafe<OperatorId>(Id),
        shiftId: Type.Union([Id, Type.Null()]),
        to: Type.Union([Type.Object({ shape: Type.String(), startsAt: Instant }), Type.Null()], {
          description: 'A legal shift of that day beside the interval; null for a day off',
        }),
        cost: Type.Number({
          description: 'What the whole plan would cost more, in agent-hours; less when negative',
        }),
        terms: Type.Array(CostTerm),
      }),
      { description: 'Those whose going costs least, the cheapest first' },
    ),
    others: Type.Integer({ minimum: 0, description: 'Who could go as well, at a higher price' }),
    bound: Type.Integer({
      minimum: 0,
      description: 'Who cannot: locked, or on a shift of the week before',
    }),
  },
  {
    $id: 'Surplus',
    examples: [
      {
        startsAt: '2026-12-07T04:00:00.000Z',
        endsAt: '2026-12-07T04:30:00.000Z',
        required: 14,
        scheduled: 15,
        releases: [
          {
            operatorId: OPERATOR_ID,
            shiftId: SHIFT.id,
            to: null,
            cost: 8.4,
            terms: [
              { term: 'shortfall', change: 16 },
              { term: 'pay', change: -8 },
            ],
          },
        ],
        others: 3,
        bound: 1,
      },
    ],
  },
)
export type Surplus = Static<typeof Surplus>
