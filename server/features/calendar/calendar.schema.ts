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

export const CalendarDay = Type.Object({
  date: Day,
  kind: Type.Union(
    [
      Type.Literal('holiday'),
      Type.Literal('substitute'),
      Type.Literal('day_off_84_5'),
      Type.Literal('moved_in'),
      Type.Literal('moved_out'),
    ],
    { description: 'moved_in: a rest day moved to this date; moved_out: one moved away from it' },
  ),
  key: Type.Union([Type.String(), Type.Null()], { description: 'The same in every year' }),
  name: Type.Union([Name, Type.Null()]),
  fiveDayWeek: Effect,
  sixDayWeek: Effect,
  source: Type.String({ description: 'The law or order that says so' }),
})
export type CalendarDay = Static<typeof CalendarDay>

export const Calendar = Type.Object(
  { days: Type.Array(CalendarDay), events: Type.Array(ref(SpecialEvent)) },
  {
    $id: 'Calendar',
    examples: [
      {
        days: [
          {
            date: '2026-12-16',
            kind: 'holiday',
            key: 'independence_day',
            name: { kk: 'Тәуелсіздік күні', ru: 'День независимости', en: 'Independence Day' },
            fiveDayWeek: 'off',
            sixDayWeek: 'off',
            source: 'Закон РК «О праздниках»',
          },
        ],
        events: [KEPT_EVENT],
      },
    ],
  },
)
