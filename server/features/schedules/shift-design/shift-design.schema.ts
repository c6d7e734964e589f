import { type Static, Type } from 'typebox'

import { Id, Instant } from '../schedules.schema.ts'

const REQUIREMENT = '00000000-0000-4000-8000-000000000000'

const Monday = Type.String({ format: 'date', description: 'A Monday' })

export const NewShiftDesign = Type.Object(
  {
    requirementId: Id,
    fromDate: Monday,
    everyStart: Type.Optional(
      Type.Boolean({
        description:
          'True: chosen among starts round the clock; otherwise among those that the centre offers',
      }),
    ),
    tolerance: Type.Optional(
      Type.Number({
        minimum: 0,
        maximum: 1,
        default: 0.05,
        description: 'Share by which the week may cost more than with all that is chosen among',
      }),
    ),
    most: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 40, default: 30, description: 'Kinds at most' }),
    ),
  },
  {
    additionalProperties: false,
    examples: [{ requirementId: REQUIREMENT, fromDate: '2026-12-07', tolerance: 0.05 }],
  },
)
export type NewShiftDesign = Static<typeof NewShiftDesign>

export const ShiftDesignQuery = Type.Object({ requirementId: Id, fromDate: Monday })
export type ShiftDesignQuery = Static<typeof ShiftDesignQuery>

const Week = Type.Object(
  {
    cost: Type.Number({ description: 'In hours of pay' }),
    shortHours: Type.Number({ description: 'Agent-hours that are missing' }),
    paidHours: Type.Number(),
  },
  { description: 'The best week of unnamed people' },
)

const KINDS = { kinds: Type.Integer(), week: Week }

const START = {
  shape: Type.String({ description: 'Code of a shape that the centre has' }),
  startMinutes: Type.Integer({ minimum: 0, maximum: 1439, description: 'After midnight' }),
}

const Kind = Type.Object({
  ...START,
  spanMinutes: Type.Integer(),
  paidMinutes: Type.Integer(),
  shiftsPerWeek: Type.Number({ description: 'Of the best week; people are not yet named' }),
  worth: Type.Number({
    minimum: 0,
    description: 'By how much the week gets dearer without this kind alone, in hours of pay',
  }),
  isOffered: Type.Boolean({ description: 'Shifts of this shape may start then already' }),
})

/** What is found and stored. */
export const FoundDesign = Type.Object({
  kinds: Type.Array(Kind, { description: 'By their start' }),
  week: Week,
  offered: Type.Object(KINDS, { description: 'With every kind that the centre offers now' }),
  possible: Type.Object(KINDS, {
    description: 'With every shape that the centre has, starting round the clock',
  }),
  steps: Type.Array(Type.Object({ kinds: Type.Integer(), cost: Type.Number(), ...START }), {
    description: 'The best week with each number of kinds, and the kind that was added last',
  }),
})
export type FoundDesign = Static<typeof FoundDesign>

/** Which kinds of shift, a shape with a start, are worth offering. */
export const ShiftDesign = Type.Object(
  {
    id: Id,
    requirementId: Id,
    fromDate: Type.String({ format: 'date' }),
    everyStart: Type.Boolean(),
    tolerance: Type.Number(),
    most: Type.Integer(),
    ...FoundDesign.properties,
    isStale: Type.Boolean({
      description: 'Requirement, people, shifts or contracts changed since',
    }),
    madeBy: Type.String(),
    madeAt: Instant,
  },
  {
    $id: 'ShiftDesign',
    examples: [
      {
        id: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0ab3',
        requirementId: REQUIREMENT,
        fromDate: '2026-12-07',
        everyStart: true,
        tolerance: 0.05,
        most: 30,
        kinds: [
          {
            shape: 'F8b',
            startMinutes: 420,
            spanMinutes: 510,
            paidMinutes: 480,
            shiftsPerWeek: 19.5,
            worth: 68.2,
            isOffered: true,
          },
        ],
        week: { cost: 2004.9, shortHours: 62.7, paidHours: 1674 },
        offered: { kinds: 219, week: { cost: 1944.9, shortHours: 51.2, paidHours: 1674 } },
        possible: { kinds: 384, week: { cost: 1909.6, shortHours: 44.3, paidHours: 1674 } },
        steps: [{ kinds: 1, cost: 7077, shape: 'F8b', startMinutes: 420 }],
        isStale: false,
        madeBy: 'Планировщик',
        madeAt: '2026-11-23T04:14:00.000Z',
      },
    ],
  },
)
export type ShiftDesign = Static<typeof ShiftDesign>
