import { type Static, Type } from 'typebox'

import type { QueueId } from '#forecasting/kernel/units.ts'
import { ref } from '#server/platform/http/ref.ts'

import type { Text3 } from '../centers/centers.schema.ts'

const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date' })
const Name = Type.Unsafe<Static<typeof Text3>>(Type.Ref('Text3'))
const Effect = Type.Union([Type.Literal('off'), Type.Literal('working')])

/** Half-open, in local days of the centre. */
export const CalendarQuery = Type.Object({ from: Day, to: Day })

export const EventParams = Type.Object({ eventId: Id })

const eventFields = {
  kind: Type.Union([Type.Literal('campaign'), Type.Literal('outage'), Type.Literal('other')], {
    description:
      'campaign, other: the days are forecast by what days of the same English name brought; outage: its figures teach nothing',
  }),
  name: Name,
  from: Type.String({ format: 'date-time' }),
  to: Type.String({ format: 'date-time', description: 'Half-open' }),
  queueId: Type.Union([Type.Unsafe<QueueId>(Id), Type.Null()], {
    description: 'Null for every queue of the centre',
  }),
}

const EVENT = {
  kind: 'campaign',
  name: { kk: 'Салық науқаны', ru: 'Налоговая кампания', en: 'Tax campaign' },
  from: '2026-12-07T00:00:00+05:00',
  to: '2026-12-12T00:00:00+05:00',
  queueId: null,
}
const KEPT_EVENT = { id: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a41', ...EVENT }

export const NewEvent = Type.Object(eventFields, {
  additionalProperties: false,
  examples: [EVENT],
})
export type NewEvent = Static<typeof NewEvent>

export const SpecialEvent = Type.Object(
  { id: Id, ...eventFields },
  { $id: 'SpecialEvent', examples: [KEPT_EVENT] },
)
export type SpecialEvent = Static<typeof SpecialEvent>

const DAY_KINDS = ['holiday', 'substitute', 'day_off_84_5', 'moved_in', 'moved_out'] as const
const DayKind = Type.Unsafe<(typeof DAY_KINDS)[number]>(
  Type.String({
    enum: [...DAY_KINDS],
    description: 'moved_in: a rest day moved to this date; moved_out: one moved away from it',
  }),
)
const Source = Type.String({
  minLength: 1,
  maxLength: 300,
  pattern: String.raw`\S`,
  description: 'The law or order that says so',
})

const INDEPENDENCE_DAY = {
  date: '2026-12-16',
  kind: 'holiday',
  key: 'independence_day',
  name: { kk: 'Тәуелсіздік күні', ru: 'День независимости', en: 'Independence Day' },
  fiveDayWeek: 'off',
  sixDayWeek: 'off',
  source: 'Закон РК «О праздниках»',
}

export const CalendarDay = Type.Object(
  {
    date: Day,
    kind: DayKind,
    // Null comes first: a text would be made of it otherwise.
    key: Type.Union([Type.Null(), Type.String({ maxLength: 60 })], {
      description: 'The same in every year: what the day brings is learned by it',
    }),
    name: Type.Union([Name, Type.Null()]),
    fiveDayWeek: Effect,
    sixDayWeek: Effect,
    source: Source,
  },
  { $id: 'CalendarDay', additionalProperties: false, examples: [INDEPENDENCE_DAY] },
)
export type CalendarDay = Static<typeof CalendarDay>

export const DayParams = Type.Object({ date: Day, kind: DayKind })

/** A rest day that an order moves (Labour Code, art. 85(3)). */
export const MovedDay = Type.Object(
  {
    from: Day,
    to: Day,
    sixDayWeek: Type.Boolean({ description: 'Whether six-day weeks rest on the new date too' }),
    source: Source,
  },
  {
    additionalProperties: false,
    examples: [
      {
        from: '2025-01-05',
        to: '2025-01-03',
        sixDayWeek: true,
        source: 'Приказ министра труда от 21.11.2024 № 436',
      },
    ],
  },
)
export type MovedDay = Static<typeof MovedDay>

export const Calendar = Type.Object(
  { days: Type.Array(ref(CalendarDay)), events: Type.Array(ref(SpecialEvent)) },
  {
    $id: 'Calendar',
    examples: [
      {
        days: [INDEPENDENCE_DAY],
        events: [KEPT_EVENT],
      },
    ],
  },
)
