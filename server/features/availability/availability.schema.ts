import { type Static, Type } from 'typebox'

import { orNull } from '#server/platform/http/or-null.ts'

import { OperatorParams } from '../operators/operators.schema.ts'

const DateText = Type.String({ format: 'date' })

/** Why somebody is away for days. */
const ABSENCE_KINDS = ['annual', 'sick', 'study', 'unpaid', 'maternity', 'other'] as const

const AbsenceKind = Type.Unsafe<(typeof ABSENCE_KINDS)[number]>(
  Type.Union(ABSENCE_KINDS.map((kind) => Type.Literal(kind))),
)

export const AbsenceParams = Type.Object({
  ...OperatorParams.properties,
  absenceId: Type.String({ format: 'uuid' }),
})

export const NewAbsenceBody = Type.Object(
  {
    kind: AbsenceKind,
    fromDate: DateText,
    toDate: Type.String({ format: 'date', description: 'The last day away' }),
  },
  {
    additionalProperties: false,
    examples: [{ kind: 'annual', fromDate: '2026-12-14', toDate: '2026-12-27' }],
  },
)
export type NewAbsenceBody = Static<typeof NewAbsenceBody>

export const WeeklyTime = Type.Object(
  {
    weekday: Type.Integer({ minimum: 0, maximum: 6, description: 'Monday is 0' }),
    fromMinutes: Type.Integer({ minimum: 0, maximum: 1439, description: 'After midnight' }),
    toMinutes: Type.Integer({ minimum: 1, maximum: 1440, description: 'After `fromMinutes`' }),
    fromDate: orNull(DateText),
    toDate: orNull(DateText),
  },
  { additionalProperties: false },
)
export type WeeklyTime = Static<typeof WeeklyTime>

const WEEKLY_EXAMPLE = {
  weekday: 1,
  fromMinutes: 780,
  toMinutes: 1440,
  fromDate: '2026-09-01',
  toDate: '2027-05-31',
}

export const WeeklyTimes = Type.Object(
  { weekly: Type.Array(WeeklyTime, { maxItems: 50 }) },
  { additionalProperties: false, examples: [{ weekly: [WEEKLY_EXAMPLE] }] },
)
export type WeeklyTimes = Static<typeof WeeklyTimes>

export const Availability = Type.Object(
  {
    absences: Type.Array(
      Type.Object({
        id: Type.String({ format: 'uuid' }),
        kind: Type.String(),
        fromDate: DateText,
        toDate: DateText,
        shifts: Type.Integer({
          description: 'Published shifts that lie in it: somebody else must be found for them',
        }),
      }),
      { description: 'Of the last year and to come' },
    ),
    weekly: Type.Array(WeeklyTime, { description: 'When they cannot come, week by week' }),
  },
  {
    $id: 'Availability',
    examples: [
      {
        absences: [
          {
            id: '7d3f0c1e-58a4-4a86-9f10-3c2b1a0d9e8f',
            kind: 'annual',
            fromDate: '2026-12-14',
            toDate: '2026-12-27',
            shifts: 0,
          },
        ],
        weekly: [WEEKLY_EXAMPLE],
      },
    ],
  },
)
export type Availability = Static<typeof Availability>
