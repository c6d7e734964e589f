import { Type } from 'typebox'

import type { QueueId } from '#forecasting/kernel/units.ts'

const QueueIdText = Type.Unsafe<QueueId>(Type.String({ format: 'uuid' }))
const Instant = Type.String({ format: 'date-time' })
const InstantOrNull = Type.Union([Instant, Type.Null()])
const NumberOrNull = Type.Union([Type.Number(), Type.Null()])

export const HistoryQuery = Type.Object({
  queueId: QueueIdText,
  from: Instant,
  to: Instant,
  step: Type.Union([Type.Literal('interval'), Type.Literal('day')]),
})

export const HistoryPoints = Type.Object(
  {
    points: Type.Array(
      Type.Object({
        startsAt: Type.String({ description: 'An instant, or a local date when `step` is day' }),
        offered: Type.Number(),
        handled: NumberOrNull,
        abandoned: NumberOrNull,
        ahtSeconds: NumberOrNull,
        asaSeconds: NumberOrNull,
        abandonShare: Type.Union([Type.Number({ minimum: 0 }), Type.Null()], {
          description: 'Abandoned over offered; null where nobody came, or nobody counted',
        }),
      }),
      { description: 'A measure that the source did not know is null, never zero' },
    ),
  },
  {
    $id: 'HistoryPoints',
    examples: [
      {
        points: [
          {
            startsAt: '2026-11-23T04:00:00.000Z',
            offered: 84,
            handled: 80,
            abandoned: 4,
            ahtSeconds: 231,
            asaSeconds: 38,
            abandonShare: 0.048,
          },
        ],
      },
    ],
  },
)

export const HistorySummary = Type.Object(
  {
    queues: Type.Array(
      Type.Object({
        queueId: QueueIdText,
        code: Type.String(),
        channel: Type.String(),
        firstAt: InstantOrNull,
        lastAt: Type.Union([Instant, Type.Null()], { description: 'Where the last interval ends' }),
        intervals: Type.Integer(),
        contacts: Type.Number(),
        gaps: Type.Integer({
          description:
            'Stretches without rows where the same hours of other weeks usually have them',
        }),
        missingIntervals: Type.Integer(),
        gapSpans: Type.Array(Type.Object({ from: Instant, to: Instant }), {
          description: 'The first two hundred of these stretches, ascending, half-open',
        }),
        lastImportAt: InstantOrNull,
      }),
    ),
  },
  {
    $id: 'HistorySummary',
    examples: [
      {
        queues: [
          {
            queueId: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a21',
            code: 'voice-kk',
            channel: 'voice',
            firstAt: '2024-11-24T19:00:00.000Z',
            lastAt: '2026-11-22T19:00:00.000Z',
            intervals: 34_944,
            contacts: 1_204_332,
            gaps: 1,
            missingIntervals: 4,
            gapSpans: [{ from: '2026-11-11T03:00:00.000Z', to: '2026-11-11T05:00:00.000Z' }],
            lastImportAt: '2026-11-23T04:00:00.000Z',
          },
        ],
      },
    ],
  },
)
