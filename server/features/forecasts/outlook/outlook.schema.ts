import { type Static, Type } from 'typebox'

import type { QueueId } from '#forecasting/kernel/units.ts'

const QueueIdSchema = Type.Unsafe<QueueId>(Type.String({ format: 'uuid' }))
const Month = Type.String({ pattern: String.raw`^\d{4}-(0[1-9]|1[0-2])$`, examples: ['2027-03'] })

const scenario = {
  queueId: QueueIdSchema,
  months: Type.Optional(Type.Integer({ minimum: 1, maximum: 36, default: 24 })),
  growthPercent: Type.Optional(
    Type.Number({
      minimum: -50,
      maximum: 100,
      description: 'Per year, in place of what was learned',
    }),
  ),
  stepMonth: Type.Optional(Month),
  stepPercent: Type.Optional(
    Type.Number({
      minimum: -90,
      maximum: 500,
      description: 'A lasting change from `stepMonth` on: 20 is a fifth more',
    }),
  ),
}

export const OutlookQuery = Type.Object(scenario)
export type OutlookQuery = Static<typeof OutlookQuery>

export const OutlookDaysQuery = Type.Object({
  ...scenario,
  month: Type.Optional({ ...Month, description: 'This one alone; all of them when left out' }),
})
export type OutlookDaysQuery = Static<typeof OutlookDaysQuery>

export const OutlookFileQuery = Type.Object({
  ...scenario,
  by: Type.Optional(Type.Union([Type.Literal('month'), Type.Literal('day')], { default: 'month' })),
  format: Type.Union([Type.Literal('csv'), Type.Literal('xlsx')]),
})

const Band = Type.Object({
  mean: Type.Number({ description: 'Expected contacts' }),
  low: Type.Number({ description: 'Lower edge of the 80 % band' }),
  high: Type.Number(),
})

const ofScenario = Type.Union([Band, Type.Null()], {
  description: 'With the growth and the change that were asked for; null without either',
})

export const DayOutlook = Type.Object(
  {
    days: Type.Array(
      Type.Object({
        date: Type.String({ format: 'date' }),
        learned: Band,
        scenario: ofScenario,
      }),
    ),
  },
  {
    $id: 'DayOutlook',
    examples: [
      {
        days: [
          { date: '2027-03-01', learned: { mean: 1302, low: 1104, high: 1518 }, scenario: null },
        ],
      },
    ],
  },
)
export type DayOutlook = Static<typeof DayOutlook>

export const MonthOutlook = Type.Object(
  {
    annualGrowth: Type.Number({ description: 'Per year, as learned: 0.1 is a tenth more' }),
    growthIs: Type.Union([Type.Literal('learned'), Type.Literal('unknown')], {
      description: 'unknown: with less than 18 months of history no growth is assumed',
    }),
    knowsSeasons: Type.Boolean({ description: 'False with less than a year of history' }),
    history: Type.Array(Type.Object({ month: Month, contacts: Type.Number() }), {
      description: 'The last two years, whole months only',
    }),
    months: Type.Array(
      Type.Object({
        month: Month,
        learned: Band,
        scenario: ofScenario,
      }),
    ),
  },
  {
    $id: 'MonthOutlook',
    examples: [
      {
        annualGrowth: 0.031,
        growthIs: 'learned',
        knowsSeasons: true,
        history: [{ month: '2026-10', contacts: 35_404 }],
        months: [
          {
            month: '2026-12',
            learned: { mean: 36_010, low: 33_100, high: 39_080 },
            scenario: { mean: 43_212, low: 39_720, high: 46_896 },
          },
        ],
      },
    ],
  },
)
export type MonthOutlook = Static<typeof MonthOutlook>
