import { type Static, Type } from 'typebox'

import type { QueueId } from '#forecasting/kernel/units.ts'

import { Id, Instant } from '../schedules.schema.ts'

const Found = Type.Object({
  who: Type.String({ description: 'The person, the shape or the queue' }),
  dates: Type.Array(Type.String({ format: 'date' })),
  article: Type.Union([Type.String(), Type.Null()]),
  text: Type.String({ description: "In the caller's language" }),
})

/** What is known of an order for a schedule before anything is searched. */
export const ScheduleDiagnosis = Type.Object(
  {
    blockers: Type.Array(Found, { description: 'With these no schedule exists' }),
    warnings: Type.Array(Found, { description: 'What no schedule can mend' }),
  },
  {
    $id: 'ScheduleDiagnosis',
    examples: [
      {
        blockers: [],
        warnings: [
          {
            who: 'voice-kk',
            dates: [],
            article: '76',
            text: 'Не меньше 4 чел.-ч останутся без людей, как ни ставь смены',
          },
        ],
      },
    ],
  },
)
export type ScheduleDiagnosis = Static<typeof ScheduleDiagnosis>

/** A part of the price that something would change. */
export const CostTerm = Type.Object({
  term: Type.String({ description: 'A term of the price: `underCrit`, `pay`, `prefDayOff` …' }),
  change: Type.Number({ description: 'In agent-hours; less when negative' }),
})

/** Why somebody works a shift. */
export const ShiftReason = Type.Object(
  {
    worth: Type.Number({
      description: 'By how much the plan would cost more without it, in agent-hours',
    }),
    terms: Type.Array(CostTerm),
    shortWithout: Type.Array(
      Type.Object({
        queueId: Type.Unsafe<QueueId>(Id),
        hours: Type.Number({ description: 'Agent-hours that would be missing more' }),
        startsAt: Instant,
        endsAt: Instant,
      }),
      { description: 'Where people would be missing without it: the span, and how much' },
    ),
  },
  {
    $id: 'ShiftReason',
    examples: [
      {
        worth: 12.4,
        terms: [
          { term: 'underCrit', change: 18.2 },
          { term: 'pay', change: -8 },
        ],
        shortWithout: [
          {
            queueId: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a21',
            hours: 5.5,
            startsAt: '2026-12-07T04:00:00.000Z',
            endsAt: '2026-12-07T09:30:00.000Z',
          },
        ],
      },
    ],
  },
)
export type ShiftReason = Static<typeof ShiftReason>
