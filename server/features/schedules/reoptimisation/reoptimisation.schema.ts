import { type Static, Type } from 'typebox'

import type { OperatorId } from '#forecasting/kernel/units.ts'
import { ref } from '#server/platform/http/ref.ts'

import { PlanProposal } from '../changes/plan-proposal.schema.ts'
import { OPERATOR_ID, SCHEDULE } from '../schedule-examples.ts'
import { Id, Instant } from '../schedules.schema.ts'

const DAY_MINUTES = 1440

/** What of a schedule may change; what is left out is not limited. */
export const SchedulePart = Type.Object(
  {
    dates: Type.Optional(
      Type.Array(Type.String({ format: 'date' }), {
        minItems: 1,
        maxItems: 42,
        description: "Days of the centre's calendar, all that are still to come when absent",
      }),
    ),
    operatorIds: Type.Optional(
      Type.Array(Type.Unsafe<OperatorId>(Id), {
        minItems: 1,
        maxItems: 5000,
        description: 'A team, a site, one person; everybody when absent',
      }),
    ),
    hours: Type.Optional(
      Type.Object(
        {
          fromMinutes: Type.Integer({ minimum: 0, maximum: DAY_MINUTES - 1 }),
          toMinutes: Type.Integer({ minimum: 1, maximum: DAY_MINUTES }),
        },
        {
          additionalProperties: false,
          description:
            'Of each of the days: shifts that touch them, and people who are off that day, may ' +
            'change. An end before the start lies on the next day.',
        },
      ),
    ),
    breaksOnly: Type.Optional(
      Type.Boolean({ description: 'Shifts stay where they are, only their breaks move' }),
    ),
  },
  { additionalProperties: false },
)
export type SchedulePart = Static<typeof SchedulePart>

export const NewReoptimisation = Type.Object(
  {
    part: SchedulePart,
    seed: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647, default: 1 })),
    timeLimitSeconds: Type.Optional(Type.Integer({ minimum: 1, maximum: 300, default: 20 })),
    leaveSpareHours: Type.Optional(
      Type.Boolean({
        description:
          'Whether hours that contracts owe and nothing needs stay unplanned; when absent, as the schedule was made',
      }),
    ),
  },
  {
    additionalProperties: false,
    examples: [
      {
        part: {
          dates: ['2026-12-08'],
          hours: { fromMinutes: 600, toMinutes: 840 },
          operatorIds: [OPERATOR_ID],
        },
      },
    ],
  },
)
export type NewReoptimisation = Static<typeof NewReoptimisation>

export const Reoptimisation = Type.Object(
  {
    id: Id,
    scheduleId: Id,
    revision: Type.Integer({ description: "The schedule's, when the proposal was made" }),
    isStale: Type.Boolean({ description: 'The schedule has been changed since: it fits no more' }),
    part: SchedulePart,
    cost: Type.Object(
      { before: Type.Number(), after: Type.Number() },
      { description: 'Of the whole plan, in agent-hours, as the search weighs it' },
    ),
    proposal: ref(PlanProposal),
    madeBy: Type.String(),
    madeAt: Instant,
  },
  {
    $id: 'Reoptimisation',
    examples: [
      {
        id: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0aa1',
        scheduleId: SCHEDULE.id,
        revision: 2,
        isStale: false,
        part: { dates: ['2026-12-08'], breaksOnly: true },
        cost: { before: 812.4, after: 809.9 },
        proposal: {
          kind: 'part',
          changes: [],
          cost: 809.9,
          shortHours: { before: 3.5, after: 3 },
          paidHours: { before: 2480, after: 2480 },
          coverage: { firstInterval: 0, scheduled: [], shortage: [], queues: [] },
        },
        madeBy: 'Планировщик',
        madeAt: '2026-11-23T04:10:00.000Z',
      },
    ],
  },
)
export type Reoptimisation = Static<typeof Reoptimisation>
