import { type Static, Type } from 'typebox'

import type { QueueId } from '#forecasting/kernel/units.ts'
import { orNull } from '#server/platform/http/or-null.ts'

import { SCHEDULE } from '../schedule-examples.ts'
import { Id, Instant } from '../schedules.schema.ts'

const Figures = Type.Object({
  cost: Type.Number({ description: 'Of the whole plan, in hours of pay' }),
  shortHours: Type.Number({ description: 'Agent-hours that are missing' }),
  paidHours: Type.Number(),
})

const Kind = Type.Enum(
  [
    'shift_a_week',
    'day_in_a_row',
    'night_in_a_row',
    'hour_of_rest',
    'person',
    'start_window',
    'break_window',
    'planner_rule',
  ],
  {
    description:
      'What is one unit: a shift more a week, a day or a night more in a row, an hour of rest less, a person more who can take a queue, starts half an hour or breaks a quarter of an hour earlier and later, a rule of planners not kept',
  },
)

const RulePrice = Type.Object({
  kind: Kind,
  contract: orNull(Type.String({ description: 'Whose rule, or the new person’s' })),
  queueId: orNull(Type.Unsafe<QueueId>(Id)),
  rule: orNull(Type.String({ description: "Name of the planners' rule" })),
  gain: Type.Number({
    minimum: 0,
    description:
      'By how much the plan gets cheaper, in hours of pay; 0 where it is no more than chance brings',
  }),
  figures: Figures,
})

/** What it would bring to relax each rule by one unit. */
export const RulePrices = Type.Object(
  {
    id: Id,
    scheduleId: Id,
    before: Figures,
    unrelaxed: Figures,
    prices: Type.Array(RulePrice, { description: 'The most helpful first' }),
    untried: Type.Integer({ minimum: 0, description: 'Rules that there was no time for' }),
    isStale: Type.Boolean({ description: 'Shifts, people, requirement or rules changed since' }),
    madeBy: Type.String(),
    madeAt: Instant,
  },
  {
    $id: 'RulePrices',
    examples: [
      {
        id: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0ab2',
        scheduleId: SCHEDULE.id,
        before: { cost: 2574.1, shortHours: 27.5, paidHours: 1777 },
        unrelaxed: { cost: 2574.1, shortHours: 27.5, paidHours: 1777 },
        prices: [
          {
            kind: 'shift_a_week',
            contract: 'full',
            queueId: null,
            rule: null,
            gain: 97.5,
            figures: { cost: 2476.6, shortHours: 18.2, paidHours: 1873 },
          },
        ],
        untried: 0,
        isStale: false,
        madeBy: 'Планировщик',
        madeAt: '2026-11-23T04:14:00.000Z',
      },
    ],
  },
)
export type RulePrices = Static<typeof RulePrices>
