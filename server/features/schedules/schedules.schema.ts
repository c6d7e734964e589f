import { type Static, Type } from 'typebox'

import type { OperatorId, QueueId } from '#forecasting/kernel/units.ts'
import type { Text3 } from '#server/platform/db/column-types.ts'
import { orNull } from '#server/platform/http/or-null.ts'

import { GRID, SCHEDULE, SHIFT, VIOLATION } from './schedule-examples.ts'

export const Id = Type.String({ format: 'uuid' })
export const Instant = Type.String({ format: 'date-time' })

export const ScheduleParams = Type.Object({ scheduleId: Id })
export const ShiftParams = Type.Object({ scheduleId: Id, shiftId: Id })

export const NewSchedule = Type.Object(
  {
    requirementId: Id,
    fromDate: Type.String({ format: 'date', description: 'A Monday' }),
    days: Type.Unsafe<number>(
      Type.Union([7, 14, 21, 28, 35, 42].map((days) => Type.Literal(days))),
    ),
    seed: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647, default: 1 })),
    timeLimitSeconds: Type.Optional(Type.Integer({ minimum: 1, maximum: 900, default: 60 })),
    leaveSpareHours: Type.Optional(
      Type.Boolean({
        description:
          'True: hours that contracts owe and the promised wait does not need stay unplanned, free for leave and training',
      }),
    ),
    keepLockedOf: Type.Optional(
      Type.String({
        format: 'uuid',
        description: 'A schedule whose locked shifts stay where they are, and locked',
      }),
    ),
  },
  {
    additionalProperties: false,
    examples: [
      { requirementId: '00000000-0000-4000-8000-000000000000', fromDate: '2026-12-07', days: 7 },
    ],
  },
)
export type NewSchedule = Static<typeof NewSchedule>

export const ChangeKind = Type.Enum(['swap', 'leave', 'moves', 'edit', 'undo'], {
  description:
    'swap and leave: asked for by people; moves: of the day; edit: by a planner; undo: of an earlier change',
})

const Wait = {
  asaSeconds: orNull(
    Type.Number({ description: 'Mean wait of those answered; null when nobody is' }),
  ),
  lostShare: Type.Number({ minimum: 0, maximum: 1 }),
}

/** What callers meet over the weeks together, by simulation, when the schedule was generated. */
const PromisedWait = Type.Object({
  goal: Type.Object({ asaSeconds: Type.Number(), lostShare: Type.Number() }),
  isMet: Type.Boolean({ description: 'False: the plan that comes nearest to the promise' }),
  isOutdated: Type.Boolean({ description: 'Shifts have been changed since it was measured' }),
  ...Wait,
  paidHours: Type.Number({ description: 'Of everybody, in the period' }),
  owedHours: Type.Number({ description: 'What contracts owe these people in the period' }),
  queues: Type.Array(Type.Object({ code: Type.String(), ...Wait })),
})
/** As it is kept: whether it still holds is seen when it is read. */
export type MeasuredWait = Omit<Static<typeof PromisedWait>, 'isOutdated'>

export const Schedule = Type.Object(
  {
    id: Id,
    version: Type.Integer(),
    revision: Type.Integer({ description: 'Grows with every change; send it back to change more' }),
    requirementId: Id,
    fromDate: Type.String({ format: 'date' }),
    days: Type.Integer(),
    status: Type.Union([
      Type.Literal('draft'),
      Type.Literal('published'),
      Type.Literal('superseded'),
    ]),
    seed: Type.Integer(),
    engineVersion: Type.String(),
    summary: Type.Record(Type.String(), Type.Unknown(), {
      description: 'What the engine said of its result: objective, iterations, warnings',
    }),
    wait: orNull(PromisedWait),
    leaveSpareHours: Type.Boolean({
      description: 'Hours that contracts owe and the promised wait does not need stay unplanned',
    }),
    changedFrom: orNull(
      Type.String({
        format: 'uuid',
        description: 'The version that this one changes; null: made anew',
      }),
    ),
    change: orNull(ChangeKind),
    reason: orNull(Type.String({ description: 'Why, in the words of whoever changed it' })),
    undoes: orNull(Type.Integer({ description: 'Version whose change it takes back' })),
    madeBy: Type.String(),
    madeAt: Instant,
    publishedBy: orNull(Type.String()),
    publishedAt: orNull(Instant),
  },
  { $id: 'Schedule', examples: [SCHEDULE] },
)
export type Schedule = Static<typeof Schedule>

export const ShiftBreak = Type.Object({
  startsAt: Instant,
  endsAt: Instant,
  kind: Type.Unsafe<'meal' | 'rest' | 'personal' | 'gap'>(
    Type.Union(
      ['meal', 'rest', 'personal', 'gap'].map((kind) => Type.Literal(kind)),
      {
        description:
          'Personal: a paid break that the law gives one person (art. 82); gap: between the parts of a split shift (art. 72)',
      },
    ),
  ),
  paid: Type.Boolean(),
})

export const WorkPlace = Type.Enum(['office', 'home'])

export const Shift = Type.Object(
  {
    id: Id,
    operatorId: Type.Unsafe<OperatorId>(Id),
    shape: Type.String({ description: "The shift shape's code" }),
    startsAt: Instant,
    endsAt: Instant,
    locked: Type.Boolean(),
    origin: Type.Union([Type.Literal('engine'), Type.Literal('manual')]),
    workPlace: orNull(WorkPlace),
    breaks: Type.Array(ShiftBreak),
  },
  { $id: 'Shift', examples: [SHIFT] },
)
export type Shift = Static<typeof Shift>

export const Violation = Type.Object(
  {
    rule: Type.String({ description: 'Stable code of the rule' }),
    article: orNull(
      Type.String({ description: 'Article of the Labour Code; null for a house rule' }),
    ),
    hard: Type.Boolean(),
    operatorId: orNull(Type.Unsafe<OperatorId>(Id)),
    operatorName: orNull(Type.String()),
    shiftId: orNull(Id),
    dates: Type.Array(Type.String({ format: 'date' }), {
      description: "Days of the centre's calendar whose shifts take part",
    }),
    at: orNull(Instant),
    text: Type.String({ description: "In the caller's language" }),
  },
  { $id: 'Violation', examples: [VIOLATION] },
)
export type Violation = Static<typeof Violation>

export const ScheduleGrid = Type.Object(
  {
    schedule: Type.Unsafe<Schedule>(Type.Ref('Schedule')),
    timezone: Type.String(),
    operators: Type.Array(
      Type.Object({
        id: Type.Unsafe<OperatorId>(Id),
        personnelNumber: Type.String(),
        name: Type.String(),
        contract: Type.String(),
        site: Type.Unsafe<Text3>(Type.Ref('Text3')),
        team: orNull(Type.Unsafe<Text3>(Type.Ref('Text3'))),
        queues: Type.Array(Type.Unsafe<QueueId>(Id), {
          description: 'Queues that the operator is competent for through the whole period',
        }),
        paidMinutes: Type.Integer(),
        targetMinutes: Type.Integer(),
        accounts: Type.Array(
          Type.Object({
            fromDate: Type.String({ format: 'date' }),
            toDate: Type.String({ format: 'date', description: 'The last day' }),
            normMinutes: Type.Integer(),
            plannedMinutes: Type.Integer({
              description:
                'Of this schedule and those published beside it; earlier weeks that nobody published count as their norm',
            }),
          }),
          { description: 'Accounting periods of those who balance their hours over months' },
        ),
        shapes: Type.Array(Type.String(), { description: 'Shapes that the contract allows' }),
        leave: Type.Array(Type.String({ format: 'date' })),
        absences: Type.Array(
          Type.Object({
            kind: Type.String({
              description:
                'Of the leave or absence; `not_hired`, `left`, `competence_expired` or `not_admitted` where no shift can be given at all',
              examples: ['annual', 'sick'],
            }),
            fromDate: Type.String({ format: 'date' }),
            toDate: Type.String({ format: 'date', description: 'The last day away' }),
          }),
        ),
        remoteDays: Type.Array(
          Type.Object({ date: Type.String({ format: 'date' }), byRecord: WorkPlace }),
          {
            description:
              'Days that a record of remote work covers, and where the record has the person',
          },
        ),
        training: Type.Array(
          Type.Object({
            startsAt: Instant,
            endsAt: Instant,
            course: Type.Unsafe<Text3>(Type.Ref('Text3')),
          }),
          { description: 'Sessions of the period: the person takes no contacts meanwhile' },
        ),
      }),
    ),
    shapes: Type.Array(
      Type.Object({
        code: Type.String(),
        spanMinutes: Type.Integer(),
        paidMinutes: Type.Integer(),
        startFromMinutes: Type.Integer({ description: 'Of the day' }),
        startToMinutes: Type.Integer({ description: 'Of the day, still allowed' }),
        startStepMinutes: Type.Integer(),
      }),
    ),
    shifts: Type.Array(Type.Unsafe<Shift>(Type.Ref('Shift'))),
    coverage: Type.Object(
      {
        intervalMinutes: Type.Integer(),
        startsAt: Type.Array(Instant),
        required: Type.Array(Type.Number()),
        scheduled: Type.Array(Type.Number()),
        shortage: Type.Array(Type.Number(), {
          description: 'Agents missing when people with several competences are shared exactly',
        }),
        queues: Type.Array(
          Type.Object({
            queueId: Type.Unsafe<QueueId>(Id),
            required: Type.Array(Type.Number()),
            shortage: Type.Array(Type.Number()),
          }),
        ),
      },
      { description: 'Agents by interval, breaks taken out' },
    ),
    violations: Type.Array(Type.Unsafe<Violation>(Type.Ref('Violation'))),
  },
  { $id: 'ScheduleGrid', examples: [GRID] },
)
export type ScheduleGrid = Static<typeof ScheduleGrid>

export const Publication = Type.Object(
  {
    newerChanges: Type.Optional(
      Type.Enum(['keep', 'override'], {
        description:
          'What becomes of what was changed in what is published after the draft was made: taken into the draft, or undone, which is recorded',
      }),
    ),
    confirmShortNotice: Type.Optional(
      Type.Boolean({ description: 'Publish although fewer than 10 days are left (art. 73)' }),
    ),
  },
  { additionalProperties: false, examples: [{ confirmShortNotice: false }] },
)
