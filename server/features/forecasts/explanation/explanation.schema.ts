import { type Static, type TSchema, Type } from 'typebox'

import type { QueueId } from '#forecasting/kernel/units.ts'
import { DAY_PARTS, type DayPart } from '#forecasting/volume/day-kernel.ts'

const QueueIdSchema = Type.Unsafe<QueueId>(Type.String({ format: 'uuid' }))
const Instant = Type.String({ format: 'date-time' })
const Day = Type.String({ format: 'date' })
const OrNull = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])

export const ExplanationQuery = Type.Object({ queueId: QueueIdSchema })

const Step = Type.Object({
  part: Type.Unsafe<DayPart>(Type.Union(DAY_PARTS.map((part) => Type.Literal(part)))),
  factor: Type.Number({ description: '1 is no effect' }),
  contacts: Type.Number({ description: 'Contacts a day that it adds or takes' }),
})

const Moved = Type.Object({
  from: Type.Number({ description: 'Contacts that the earlier version expected of the day' }),
  steps: Type.Array(Step, { description: 'from + steps + rest is the new volume' }),
  rest: Type.Number(),
})

const ExplainedDay = Type.Object({
  date: Day,
  volume: Type.Number({ description: 'Expected contacts, by the engine alone' }),
  adjusted: Type.Number({ description: 'The same after the active overrides' }),
  low: Type.Number({ description: 'Lower edge of the 80 % band of the day as a whole' }),
  high: Type.Number(),
  actual: OrNull(Type.Number({ description: 'What came, once the whole day is known' })),
  special: OrNull(
    Type.Object({
      kind: Type.Union([Type.Literal('rest'), Type.Literal('working'), Type.Literal('event')]),
      name: Type.String(),
    }),
  ),
  parts: OrNull(
    Type.Object(
      {
        base: Type.Number({ description: 'Contacts of a day to which only the trend applies' }),
        steps: Type.Array(Step),
        rest: Type.Number({ description: 'Closed intervals, an hour skipped or doubled' }),
      },
      { description: 'base + steps + rest is the volume; null on a closed day' },
    ),
  ),
  moved: OrNull(Moved),
})

const HistorySpan = Type.Object({
  from: Instant,
  to: Type.String({ format: 'date-time', description: 'Where its last interval ends' }),
  contacts: Type.Number(),
})

const EarlierVersion = Type.Object({
  forecastId: Type.String({ format: 'uuid' }),
  version: Type.Integer(),
  because: Type.Array(
    Type.Union([
      Type.Literal('history'),
      Type.Literal('calendar'),
      Type.Literal('decisions'),
      Type.Literal('engine'),
    ]),
    { description: 'What of the inputs is no longer the same' },
  ),
  added: OrNull(
    Type.Object(
      {
        days: Type.Integer(),
        came: Type.Number(),
        expected: Type.Number({ description: 'By the earlier version, of the same days' }),
      },
      { description: 'Days that the earlier version foretold and this one has learned from' },
    ),
  ),
})

export const ForecastExplanation = Type.Object(
  {
    members: Type.Record(Type.String(), Type.Number(), {
      description: 'Share of each member of the ensemble in the level of an ordinary day',
    }),
    shift: OrNull(Type.Object({ date: Day, factor: Type.Number() })),
    history: HistorySpan,
    before: OrNull(EarlierVersion),
    days: Type.Array(ExplainedDay),
  },
  {
    $id: 'ForecastExplanation',
    examples: [
      {
        members: { steady: 0.31, fixed_week: 0.27, two_way: 0.42 },
        shift: null,
        history: {
          from: '2024-11-24T19:00:00.000Z',
          to: '2026-11-22T19:00:00.000Z',
          contacts: 1_204_332,
        },
        before: {
          forecastId: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a61',
          version: 2,
          because: ['history'],
          added: { days: 7, came: 11_204, expected: 10_820.4 },
        },
        days: [
          {
            date: '2026-12-07',
            volume: 1720.5,
            adjusted: 1720.5,
            low: 1610,
            high: 1835,
            actual: null,
            special: null,
            parts: {
              base: 1650.1,
              steps: [{ part: 'weekday', factor: 1.043, contacts: 70.4 }],
              rest: 0,
            },
            moved: {
              from: 1690.5,
              steps: [{ part: 'level', factor: 1.018, contacts: 30 }],
              rest: 0,
            },
          },
        ],
      },
    ],
  },
)
export type ForecastExplanation = Static<typeof ForecastExplanation>
export type ExplainedDay = Static<typeof ExplainedDay>
