import { type Static, type TSchema, Type } from 'typebox'

import type { QueueId } from '#forecasting/kernel/units.ts'

import { LEARNED_QUEUE, LEARNED_SHRINKAGE, REQUIREMENT_VALUES } from './learned-examples.ts'

const OrNull = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])
const Count = Type.Integer({ minimum: 0 })
const Seconds = Type.Number({ minimum: 0 })
const Share = Type.Number({ minimum: 0, maximum: 1 })
const Day = OrNull(Type.String({ format: 'date' }))

/** An estimate is there (`estimated`), or why there is none. */
const kindOf = (...kinds: string[]) => Type.Enum(['estimated', 'does_not_apply', ...kinds])

const StillWaiting = Type.Object({
  seconds: Seconds,
  share: Type.Number({ minimum: 0, maximum: 1, description: 'Would still be waiting' }),
  low: Share,
  high: Share,
})

const Patience = Type.Object({
  kind: kindOf('too_few_abandonments', 'no_waits'),
  source: OrNull(
    Type.Enum(['contacts', 'intervals'], {
      description: 'The waits of contacts one by one, or sums of intervals',
    }),
  ),
  seconds: OrNull(Seconds),
  low: OrNull(Seconds),
  high: OrNull(Type.Number({ description: 'The 95 % band is from `low` to `high`' })),
  abandoned: Count,
  offered: Count,
  fromDate: Day,
  toDate: Type.Union([Type.String({ format: 'date' }), Type.Null()], {
    description: 'The last day that was looked at',
  }),
  stillWaiting: Type.Array(StillWaiting, {
    description: 'By contacts alone, supposing no distribution (Kaplan and Meier)',
  }),
})

const Redials = Type.Object({
  kind: kindOf('too_few_abandonments', 'not_told'),
  share: OrNull(Share),
  low: OrNull(Share),
  high: OrNull(Share),
  pauseSeconds: OrNull(Seconds),
  abandoned: Count,
  followed: Count,
  fromDate: Day,
  toDate: Day,
})

export const LearnedQueue = Type.Object(
  { patience: Patience, redials: Redials },
  { $id: 'LearnedQueue', examples: [LEARNED_QUEUE] },
)
export type LearnedQueue = Static<typeof LearnedQueue>

const ShrinkagePart = Type.Object({
  kind: Type.Enum(['estimated', 'too_few_days']),
  share: OrNull(Share),
  low: OrNull(Share),
  high: OrNull(Share),
  days: Type.Integer({ minimum: 0, description: 'Days that tell of it' }),
  hours: Type.Number({ minimum: 0, description: 'Person-hours that the share is of' }),
  reasons: Type.Array(Type.Object({ reason: Type.String(), share: Share })),
})

export const LearnedShrinkage = Type.Object(
  {
    fromDate: Type.String({ format: 'date' }),
    toDate: Type.String({ format: 'date', description: 'The last day that was looked at' }),
    planned: Type.Unsafe<Static<typeof ShrinkagePart>>({
      ...ShrinkagePart,
      description:
        'Of the time of shifts without breaks: what was planned beside work, by activity',
    }),
    unplanned: Type.Unsafe<Static<typeof ShrinkagePart>>({
      ...ShrinkagePart,
      description:
        'Of planned work whose doing is known: what was not done, by why (`sick`, `absent`, `signed_off`, `break`, `development`, `technical`, `not_responding`, `other`)',
    }),
    weekdays: Type.Array(
      Type.Object({
        weekday: Type.Integer({ minimum: 1, maximum: 7, description: 'Monday is 1' }),
        shifts: Count,
        planned: OrNull(Share),
        unplanned: OrNull(Share),
      }),
    ),
    leave: Type.Array(
      Type.Object({
        kind: Type.String(),
        personDays: Count,
        share: Type.Number({ minimum: 0, description: 'Of the days that people were employed' }),
      }),
      { description: 'Not in the shares above: whoever is on leave is given no shift' },
    ),
  },
  { $id: 'LearnedShrinkage', examples: [LEARNED_SHRINKAGE] },
)
export type LearnedShrinkage = Static<typeof LearnedShrinkage>

const UsedValueSchema = Type.Object({
  name: Type.Enum([
    'handleSeconds',
    'patienceSeconds',
    'redialShare',
    'shrinkagePlanned',
    'shrinkageUnplanned',
  ]),
  used: OrNull(
    Type.Number({
      description: 'Seconds, or a share. Null: the requirement was made without',
    }),
  ),
  setting: OrNull(Type.Number({ description: "What the queue's settings say now" })),
  learned: OrNull(Type.Number({ description: 'By history; null where it cannot tell' })),
  low: OrNull(Type.Number()),
  high: OrNull(Type.Number({ description: 'The 95 % band is from `low` to `high`' })),
  differs: Type.Boolean({
    description: 'Outside the band, and by enough for a planner to act on',
  }),
  peopleFactor: OrNull(
    Type.Number({
      description:
        'Of a shrinkage that differs: people in the schedule with it, over those with the used one',
    }),
  ),
})
export type UsedValue = Static<typeof UsedValueSchema>

export const RequirementValuesQuery = Type.Object({
  queueId: Type.Unsafe<QueueId>(Type.String({ format: 'uuid' })),
})

export const RequirementValues = Type.Object(
  { values: Type.Array(UsedValueSchema) },
  { $id: 'RequirementValues', examples: [REQUIREMENT_VALUES] },
)
export type RequirementValues = Static<typeof RequirementValues>
