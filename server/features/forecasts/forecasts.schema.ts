import { type Static, Type } from 'typebox'

import type { QueueId } from '#forecasting/kernel/units.ts'

import type { Text3 } from '../centers/centers.schema.ts'
import { HistoryDecision } from '../imports/decisions.schema.ts'

const Id = Type.String({ format: 'uuid' })
const QueueIdSchema = Type.Unsafe<QueueId>(Id)
const Instant = Type.String({ format: 'date-time' })
const Day = Type.String({ format: 'date' })
const EXAMPLE_QUEUE_ID = '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a21'

export const ForecastParams = Type.Object({ forecastId: Id })
export const OverrideParams = Type.Object({ forecastId: Id, overrideId: Id })

/** Half-open: a point that starts at `to` is not included. */
export const PointsQuery = Type.Object({ queueId: QueueIdSchema, from: Instant, to: Instant })

export const NewForecast = Type.Object(
  {
    fromDate: Type.Optional(
      Type.String({
        format: 'date',
        description: 'The day after the last one of the history, when left out',
      }),
    ),
    weeks: Type.Integer({ minimum: 1, maximum: 13 }),
  },
  { additionalProperties: false, examples: [{ fromDate: '2026-11-23', weeks: 6 }] },
)
export type NewForecast = Static<typeof NewForecast>

/** How well the engine would have told the last weeks, beside a planner's usual rule of thumb. */
export const QueueAccuracy = Type.Object({
  queueId: QueueIdSchema,
  weeksTested: Type.Integer({ description: 'Weeks forecast from what was known before each' }),
  wape: Type.Number({
    description: 'Sum of absolute errors by interval over the sum of what came, 0..',
  }),
  wapeDaily: Type.Number({ description: 'The same by day' }),
  wapeMean4: Type.Number({
    description: 'By interval, of the mean of the last four same weekdays',
  }),
  coverage80: Type.Union([Type.Number(), Type.Null()], {
    description: 'Share of intervals that came to lie inside the 80 % band',
  }),
})
export type QueueAccuracy = Static<typeof QueueAccuracy>

export const Forecast = Type.Object(
  {
    id: Id,
    version: Type.Integer(),
    fromDate: Day,
    toDate: Type.String({ format: 'date', description: 'The first day after the forecast' }),
    engineVersion: Type.String(),
    dataHash: Type.String(),
    outliers: Type.Record(Type.String(), Type.Array(Day), {
      description: 'Days taken for outliers, by queue id',
    }),
    accuracy: Type.Array(QueueAccuracy, {
      description: 'Queues whose history is long enough to be tested',
    }),
    decisions: Type.Array(HistoryDecision, {
      description: 'What a planner had decided about the history: inputs of the version',
    }),
    borrowed: Type.Array(
      Type.Object({
        queueId: QueueIdSchema,
        likeQueueId: QueueIdSchema,
        ownWeeks: Type.Number(),
        borrowedWeeks: Type.Number({ description: 'Weeks of the like queue that were put before' }),
        factor: Type.Number({ description: 'Its contacts were multiplied by this' }),
      }),
      { description: 'Young queues, and whose shape was lent to them' },
    ),
    stale: Type.Boolean({
      description: 'True when the history, the calendar or a decision has changed since',
    }),
    madeBy: Type.String(),
    madeAt: Instant,
  },
  {
    $id: 'Forecast',
    examples: [
      {
        id: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a61',
        version: 3,
        fromDate: '2026-11-23',
        toDate: '2027-01-04',
        engineVersion: '1',
        dataHash: '9f86d081884c7d65',
        outliers: { [EXAMPLE_QUEUE_ID]: ['2026-03-22'] },
        accuracy: [
          {
            queueId: EXAMPLE_QUEUE_ID,
            weeksTested: 4,
            wape: 0.14,
            wapeDaily: 0.06,
            wapeMean4: 0.17,
            coverage80: 0.81,
          },
        ],
        decisions: [],
        borrowed: [],
        stale: false,
        madeBy: 'Планировщик',
        madeAt: '2026-11-23T04:00:00.000Z',
      },
    ],
  },
)
export type Forecast = Static<typeof Forecast>

export const ForecastPoints = Type.Object(
  {
    intervalMinutes: Type.Integer(),
    points: Type.Array(
      Type.Object({
        startsAt: Instant,
        volume: Type.Number({ description: 'Expected contacts, by the engine alone' }),
        adjusted: Type.Number({ description: 'The same after the active overrides' }),
        low: Type.Number({ description: 'Lower edge of the 80 % band, after the overrides' }),
        high: Type.Number({ description: 'Upper edge of the 80 % band, after the overrides' }),
        quantiles: Type.Array(Type.Number(), {
          description: 'At 0.025 0.05 0.1 0.25 0.5 0.75 0.9 0.95 0.975, after the overrides',
        }),
        ahtSeconds: Type.Union([Type.Number(), Type.Null()]),
        ahtQuantiles: Type.Union([Type.Array(Type.Number()), Type.Null()], {
          description:
            'Of the mean handle time, at the levels of `quantiles`; null where too little is known',
        }),
        actual: Type.Union([Type.Number(), Type.Null()], {
          description: 'What came, once it is known',
        }),
      }),
    ),
  },
  {
    $id: 'ForecastPoints',
    examples: [
      {
        intervalMinutes: 30,
        points: [
          {
            startsAt: '2026-12-07T04:00:00.000Z',
            volume: 84.2,
            adjusted: 101,
            low: 86,
            high: 117,
            quantiles: [78, 82, 86, 93, 101, 109, 117, 122, 126],
            ahtSeconds: 231,
            ahtQuantiles: [196, 201, 208, 219, 231, 244, 256, 265, 272],
            actual: null,
          },
        ],
      },
    ],
  },
)
export type ForecastPoints = Static<typeof ForecastPoints>

const overrideFields = {
  queueId: QueueIdSchema,
  from: Instant,
  to: Instant,
  kind: Type.Union([Type.Literal('set'), Type.Literal('add'), Type.Literal('scale')], {
    description:
      'set: the total of the span; add: to the total of the span; scale: a factor. The shape stays.',
  }),
  value: Type.Number({ description: 'Contacts, or a factor; below 0 only for add' }),
  reason: Type.String({ pattern: String.raw`\S`, minLength: 1, maxLength: 500 }),
}

const OVERRIDE = {
  queueId: EXAMPLE_QUEUE_ID,
  from: '2026-12-07T09:00:00+05:00',
  to: '2026-12-07T12:00:00+05:00',
  kind: 'scale',
  value: 1.2,
  reason: 'Campaign on television',
}

const EventId = Type.String({
  format: 'uuid',
  description:
    'An event of the calendar that the override hangs on: it holds while the event does, and moves with it',
})

export const NewOverride = Type.Object(
  { ...overrideFields, eventId: Type.Optional(EventId) },
  {
    additionalProperties: false,
    description: 'With an event, `from` and `to` are the span of the event now.',
    examples: [OVERRIDE],
  },
)
export type NewOverride = Static<typeof NewOverride>

export const Override = Type.Object(
  {
    id: Id,
    ...overrideFields,
    event: Type.Union(
      [
        Type.Object({
          id: EventId,
          name: Type.Unsafe<Static<typeof Text3>>(Type.Ref('Text3')),
        }),
        Type.Null(),
      ],
      { description: 'What it hangs on; `from` and `to` are then where the event is now' },
    ),
    active: Type.Boolean(),
    madeBy: Type.String(),
    madeAt: Instant,
  },
  {
    $id: 'Override',
    examples: [
      {
        id: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a62',
        ...OVERRIDE,
        event: null,
        active: true,
        madeBy: 'Планировщик',
        madeAt: '2026-11-23T04:00:00.000Z',
      },
    ],
  },
)
export type Override = Static<typeof Override>

export const OverrideChange = Type.Object(
  { active: Type.Boolean() },
  { additionalProperties: false, examples: [{ active: false }] },
)
