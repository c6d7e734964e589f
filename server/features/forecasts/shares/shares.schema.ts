import { type Static, Type } from 'typebox'

import type { QueueId } from '#forecasting/kernel/units.ts'
import { orNull } from '#server/platform/http/or-null.ts'

const QueueIdSchema = Type.Unsafe<QueueId>(Type.String({ format: 'uuid' }))
const Day = Type.String({ format: 'date' })

export const SharesQuery = Type.Object({ queueId: QueueIdSchema })

const Band = Type.Object({
  mean: Type.Number(),
  low: Type.Number({ description: 'Lower edge of the 80 % band' }),
  high: Type.Number(),
  low95: Type.Number({ description: 'Lower edge of the 95 % band' }),
  high95: Type.Number(),
})

const TraitShares = Type.Object(
  {
    kind: Type.Union([
      Type.Literal('estimated'),
      Type.Literal('one_language'),
      Type.Literal('too_few_days'),
      Type.Literal('not_told'),
    ]),
    toldShare: orNull(
      Type.Number({ description: '0..1, of the contacts of the days learned from' }),
    ),
    learnedFrom: orNull(Type.Object({ from: Day, to: Day, days: Type.Integer() })),
    names: Type.Array(orNull(Type.String()), {
      description:
        'The largest first: codes of languages, or topics as files write them. Null: all smaller ones together',
    }),
    days: Type.Array(
      Type.Object({
        date: Day,
        parts: Type.Array(Type.Object({ share: Band, contacts: Band }), {
          description: 'In the order of `names`; shares sum to 1',
        }),
      }),
    ),
  },
  { description: 'Estimated, or why not' },
)
export type TraitShares = Static<typeof TraitShares>

export const ForecastShares = Type.Object(
  { language: TraitShares, topic: TraitShares },
  {
    $id: 'ForecastShares',
    examples: [
      {
        language: {
          kind: 'estimated',
          toldShare: 0.97,
          learnedFrom: { from: '2026-05-25', to: '2026-11-22', days: 182 },
          names: ['kk', 'ru'],
          days: [
            {
              date: '2026-12-07',
              parts: [
                {
                  share: { mean: 0.58, low: 0.55, high: 0.61, low95: 0.53, high95: 0.63 },
                  contacts: { mean: 998, low: 912, high: 1092, low95: 870, high95: 1145 },
                },
                {
                  share: { mean: 0.42, low: 0.39, high: 0.45, low95: 0.37, high95: 0.47 },
                  contacts: { mean: 722, low: 648, high: 805, low95: 612, high95: 852 },
                },
              ],
            },
          ],
        },
        topic: { kind: 'not_told', toldShare: null, learnedFrom: null, names: [], days: [] },
      },
    ],
  },
)
export type ForecastShares = Static<typeof ForecastShares>
