import { type Static, type TSchema, Type } from 'typebox'

import type { QueueId } from '#forecasting/kernel/units.ts'

const Instant = Type.String({ format: 'date-time' })
const Count = Type.Number({ minimum: 0 })
const OrNull = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])

export const HoursQuery = Type.Object(
  {
    date: Type.Optional(
      Type.String({ format: 'date', description: 'A day of the centre’s clock; today without it' }),
    ),
  },
  { additionalProperties: false },
)

const Band = {
  contacts: Count,
  low: Type.Number({ minimum: 0, description: '10 % quantile' }),
  high: Type.Number({ minimum: 0, description: '90 % quantile' }),
  ahtSeconds: OrNull(Count),
}

const Came = Type.Object({
  offered: Count,
  answered: Type.Number({ minimum: 0, description: 'Whether or not the conversation has ended' }),
  abandoned: Count,
  waiting: Type.Number({ minimum: 0, description: 'Still without an answer' }),
  answeredInTarget: Count,
  asaSeconds: OrNull(Type.Number({ minimum: 0, description: 'Mean wait of the answered' })),
  ahtSeconds: OrNull(
    Type.Number({
      minimum: 0,
      description: 'Of conversations that have ended; corrected as long ones do',
    }),
  ),
})

const Predicted = Type.Object({
  required: Type.Number({ minimum: 0, description: 'Agents that meet the targets' }),
  given: Type.Number({
    minimum: 0,
    description: 'Agents of those planned, shared by the queues’ needs as their competences allow',
  }),
  asaSeconds: OrNull(Type.Number({ minimum: 0, description: 'Mean wait of the answered' })),
  lostShare: OrNull(Type.Number({ minimum: 0, maximum: 1 })),
  isOverloaded: Type.Boolean({ description: 'More work comes than the agents can do' }),
})

const Staff = Type.Object({
  required: Type.Number({ minimum: 0, description: 'Agents that the schedule was made for' }),
  scheduled: Type.Number({
    minimum: 0,
    description: 'People whose plan is to work, shared by the queues’ needs',
  }),
  working: OrNull(
    Type.Number({
      minimum: 0,
      description:
        'People in a productive state, averaged over what has passed and shared alike; null before it begins',
    }),
  ),
})

const HourInterval = Type.Object({
  from: Instant,
  to: Instant,
  isOpen: Type.Boolean(),
  forecast: Type.Object(Band),
  came: Type.Union([Came, Type.Null()], {
    description: 'Null before it begins, and where no feed counts the queue or it was silent',
  }),
  isLeftOut: Type.Boolean({
    description:
      'What came says nothing of the rest of the day: an outage of the calendar, or a planner’s decision about the history',
  }),
  expected: Type.Union([Type.Object(Band), Type.Null()], {
    description: 'The forecast, corrected by the hours that were seen; null once it is over',
  }),
  predicted: Type.Union([Predicted, Type.Null()], {
    description: 'Null for what is over, and on a day without a published schedule',
  }),
  staff: Type.Union([Staff, Type.Null()], {
    description: 'Null on a day without a published schedule',
  }),
})

const HourQueue = Type.Object({
  queueId: Type.Unsafe<QueueId>(Type.String({ format: 'uuid' })),
  code: Type.String(),
  channel: Type.String(),
  asaTargetSeconds: OrNull(Count),
  lostShareTarget: Type.Number({
    minimum: 0,
    maximum: 1,
    description:
      'The queue’s own; 0.1 where it has none, so that waits are not kept by losing clients',
  }),
  isCounted: Type.Boolean({ description: 'A feed tells of its contacts' }),
  volumeFactor: Type.Number({ description: 'What is expected now over the forecast, of the rest' }),
  handleFactor: Type.Number({ description: 'The same of the handle time' }),
  intervals: Type.Array(HourInterval),
})

const FORECAST = { contacts: 42, low: 34, high: 51, ahtSeconds: 240 }
export const TodayHours = Type.Object(
  {
    at: Instant,
    date: Type.String({ format: 'date' }),
    dayEndsAt: Type.String({
      format: 'date-time',
      description:
        'Midnight after the day. Of today, intervals after it follow as far as they lie within eight hours, with the forecast of their own day',
    }),
    queues: Type.Array(HourQueue),
    unknownQueues: Type.Array(Type.Object({ name: Type.String(), contacts: Count }), {
      description: 'Names that a feed says and that are no queue of ours',
    }),
    missing: Type.Integer({
      minimum: 0,
      description: 'People missing from work now, who are taken to be missing for an hour',
    }),
  },
  {
    $id: 'TodayHours',
    examples: [
      {
        at: '2026-11-25T07:10:00.000Z',
        date: '2026-11-25',
        dayEndsAt: '2026-11-25T19:00:00.000Z',
        queues: [
          {
            queueId: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a21',
            code: 'voice-kk',
            channel: 'voice',
            asaTargetSeconds: 60,
            lostShareTarget: 0.1,
            isCounted: true,
            volumeFactor: 1.08,
            handleFactor: 0.99,
            intervals: [
              {
                from: '2026-11-25T06:30:00.000Z',
                to: '2026-11-25T07:00:00.000Z',
                isOpen: true,
                forecast: FORECAST,
                came: {
                  offered: 46,
                  answered: 43,
                  abandoned: 3,
                  waiting: 0,
                  answeredInTarget: 39,
                  asaSeconds: 31,
                  ahtSeconds: 238,
                },
                isLeftOut: false,
                expected: null,
                predicted: null,
                staff: { required: 8, scheduled: 8.5, working: 7.9 },
              },
              {
                from: '2026-11-25T07:00:00.000Z',
                to: '2026-11-25T07:30:00.000Z',
                isOpen: true,
                forecast: FORECAST,
                came: null,
                isLeftOut: false,
                expected: { contacts: 45.4, low: 37, high: 54, ahtSeconds: 238 },
                predicted: {
                  required: 9,
                  given: 7.5,
                  asaSeconds: 74,
                  lostShare: 0.11,
                  isOverloaded: false,
                },
                staff: { required: 9, scheduled: 8.5, working: 7.4 },
              },
            ],
          },
        ],
        unknownQueues: [],
        missing: 2,
      },
    ],
  },
)
export type TodayHours = Static<typeof TodayHours>
