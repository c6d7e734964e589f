import { type Static, type TSchema, Type } from 'typebox'

import type { QueueId } from '#forecasting/kernel/units.ts'

import { Override } from '../forecasts.schema.ts'

const Id = Type.String({ format: 'uuid' })
const QueueIdSchema = Type.Unsafe<QueueId>(Id)
const OrNull = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])
const Wape = (description: string) => OrNull(Type.Number({ description }))

export const AccuracyQuery = Type.Object({ queueId: QueueIdSchema })

export const AccuracyFileQuery = Type.Object({
  format: Type.Union([Type.Literal('csv'), Type.Literal('xlsx')]),
})

const scoreFields = {
  stretches: Type.Integer({ description: 'Intervals, days or weeks that were scored' }),
  actual: Type.Number({ description: 'Contacts that came in them' }),
  wapeEngine: Wape('Sum of absolute errors over what came, of the engine alone'),
  wapeFinal: Wape('The same after the changes by hand'),
  wapeNaive: Wape('The same of the last week that was known when the forecast was made'),
  biasFinal: Wape('Sum of errors over what came: above 0 the forecast was too high'),
}

const Score = Type.Object(scoreFields)

const TriedVersion = Type.Object({
  forecastId: Id,
  version: Type.Integer(),
  fromDate: Type.String({ format: 'date' }),
  isUsed: Type.Boolean({ description: 'A requirement was calculated from it' }),
  counts: Type.Boolean({
    description:
      'False when another version of the same first day stands for it: the one that was used, else the latest',
  }),
  byDay: Score,
})

const ByLag = Type.Object({
  weekAhead: Type.Integer({ description: '1 is the first week of a version' }),
  step: Type.Union([Type.Literal('interval'), Type.Literal('day'), Type.Literal('week')]),
  ...scoreFields,
  coverage80: OrNull(
    Type.Number({ description: 'Share of intervals that came to lie inside the 80 % band' }),
  ),
})

const JudgedOverride = Type.Object({
  version: Type.Integer(),
  ...Override.properties,
  engine: Type.Number({ description: 'Contacts of the span by the engine alone' }),
  final: Type.Number({ description: 'With every change by hand' }),
  actual: Type.Number(),
  helped: Type.Boolean({ description: 'The changed forecast came nearer to what came' }),
})

const DriftSignal = Type.Object({
  days: Type.Integer(),
  signal: Type.Number({
    minimum: -1,
    maximum: 1,
    description: "Trigg's tracking signal; above 0 more came than was forecast",
  }),
  limit: Type.Number({ description: 'Chance alone goes beyond it one day in a hundred' }),
  isDrifting: Type.Boolean(),
  recentBias: OrNull(
    Type.Number({ description: 'Actual less forecast over what came, of the last two weeks' }),
  ),
})

export const ForecastAccuracy = Type.Object(
  {
    versions: Type.Array(TriedVersion, {
      description: 'That have begun to come true, latest first',
    }),
    byLag: Type.Array(ByLag, { description: 'Of the versions that count, together' }),
    judgement: OrNull(
      Type.Object(scoreFields, {
        description: 'Days that were changed by hand: did the changes lessen the error?',
      }),
    ),
    overrides: Type.Array(JudgedOverride, { description: 'Whose whole span has come' }),
    drift: DriftSignal,
  },
  {
    $id: 'ForecastAccuracy',
    examples: [
      {
        versions: [
          {
            forecastId: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a61',
            version: 3,
            fromDate: '2026-11-16',
            isUsed: true,
            counts: true,
            byDay: {
              stretches: 7,
              actual: 11_204,
              wapeEngine: 0.051,
              wapeFinal: 0.047,
              wapeNaive: 0.083,
              biasFinal: -0.012,
            },
          },
        ],
        byLag: [
          {
            weekAhead: 1,
            step: 'interval',
            stretches: 336,
            actual: 11_204,
            wapeEngine: 0.12,
            wapeFinal: 0.118,
            wapeNaive: 0.165,
            biasFinal: -0.012,
            coverage80: 0.81,
          },
        ],
        judgement: null,
        overrides: [],
        drift: { days: 28, signal: 0.31, limit: 0.74, isDrifting: false, recentBias: 0.012 },
      },
    ],
  },
)
export type ForecastAccuracy = Static<typeof ForecastAccuracy>
