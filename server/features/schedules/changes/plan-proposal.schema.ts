import { type Static, Type } from 'typebox'

import type { OperatorId, QueueId } from '#forecasting/kernel/units.ts'
import { orNull } from '#server/platform/http/or-null.ts'
import { ref } from '#server/platform/http/ref.ts'

import { GRID, OPERATOR_ID, SHIFT } from '../schedule-examples.ts'
import { Id, Instant, ScheduleGrid, ShiftBreak, WorkPlace } from '../schedules.schema.ts'

const PROPOSAL_KINDS = ['none', 'breaks', 'starts', 'person', 'shifts', 'all', 'part'] as const
const ABSENCE_KINDS = ['annual', 'sick', 'study', 'maternity', 'unpaid', 'other'] as const
const Before = { before: Type.Number(), after: Type.Number() }
const IsoDate = Type.String({ format: 'date' })

/** A shift where it is wanted, breaks and all. */
const PlacedShift = Type.Object({
  shape: Type.String({ description: "The shift shape's code" }),
  startsAt: Instant,
  breaks: Type.Array(ShiftBreak, { maxItems: 20 }),
  workPlace: Type.Optional(
    orNull(WorkPlace, { description: 'Null: by the record; absent: as it was set before' }),
  ),
})

/** What happens to one person on one day. */
const ProposedChange = Type.Object({
  operatorId: Type.Unsafe<OperatorId>(Id),
  kind: Type.Union(
    [
      Type.Literal('added'),
      Type.Literal('dropped'),
      Type.Literal('changed'),
      Type.Literal('breaks'),
    ],
    { description: '`breaks`: the shift stays and only its breaks move' },
  ),
  shiftId: Type.Union([Id, Type.Null()], {
    description: 'The shift that is dropped or changed; null when one is added',
  }),
  after: Type.Union([Type.Intersect([PlacedShift, Type.Object({ endsAt: Instant })]), Type.Null()]),
  paidMinutes: Type.Object(Before, { description: 'Of the person in the whole period' }),
  targetMinutes: Type.Integer(),
  restMinutes: Type.Union([Type.Integer(), Type.Null()], {
    description: 'The shorter rest beside the shift as it would be; null without a neighbour',
  }),
  minRestMinutes: Type.Integer({ description: 'What the contract and art. 83 ask for' }),
})
export type ProposedChange = Static<typeof ProposedChange>

/** Changes of a schedule that are kept together or not at all, with what they bring. */
export const PlanProposal = Type.Object(
  {
    kind: Type.Unsafe<(typeof PROPOSAL_KINDS)[number]>(
      Type.Union(
        PROPOSAL_KINDS.map((kind) => Type.Literal(kind)),
        { description: 'How far it goes: see `proposeRepairs`; `part` is a part made anew' },
      ),
    ),
    changes: Type.Array(ProposedChange),
    cost: Type.Number({
      description: 'Of the whole plan, in agent-hours, as the search weighs it; lower is better',
    }),
    shortHours: Type.Object(Before, { description: 'Agent-hours missing in the whole schedule' }),
    paidHours: Type.Object(Before, { description: 'Of everybody in the whole schedule' }),
    coverage: Type.Object(
      {
        firstInterval: Type.Integer({ description: "Index into the grid's intervals" }),
        scheduled: Type.Array(Type.Number()),
        shortage: Type.Array(Type.Number()),
        queues: Type.Array(
          Type.Object({ queueId: Type.Unsafe<QueueId>(Id), shortage: Type.Array(Type.Number()) }),
        ),
      },
      { description: 'As it would be on the days that the changes touch' },
    ),
  },
  {
    $id: 'PlanProposal',
    examples: [
      {
        kind: 'person',
        changes: [
          {
            operatorId: OPERATOR_ID,
            kind: 'added',
            shiftId: null,
            after: {
              shape: SHIFT.shape,
              startsAt: SHIFT.startsAt,
              endsAt: SHIFT.endsAt,
              breaks: SHIFT.breaks,
            },
            paidMinutes: { before: 1920, after: 2400 },
            targetMinutes: 2400,
            restMinutes: 900,
            minRestMinutes: 720,
          },
        ],
        cost: 812.4,
        shortHours: { before: 3.5, after: 4 },
        paidHours: { before: 2480, after: 2480 },
        coverage: {
          firstInterval: 48,
          scheduled: [19],
          shortage: [1],
          queues: [{ queueId: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a21', shortage: [1] }],
        },
      },
    ],
  },
)
export type PlanProposal = Static<typeof PlanProposal>

/** Somebody is away, from the first to the last day. */
const Absence = Type.Object(
  {
    operatorId: Type.Unsafe<OperatorId>(Id),
    kind: Type.Unsafe<(typeof ABSENCE_KINDS)[number]>(
      Type.Union(ABSENCE_KINDS.map((kind) => Type.Literal(kind))),
    ),
    fromDate: IsoDate,
    toDate: Type.String({ format: 'date', description: 'The last day away' }),
  },
  { additionalProperties: false },
)

/** What has happened since the schedule was made; without either, what stands against a rule now. */
export const RepairWish = Type.Object(
  {
    absence: Type.Optional(Absence),
    requirementId: Type.Optional(
      Type.String({ format: 'uuid', description: 'Another requirement to be met' }),
    ),
  },
  {
    additionalProperties: false,
    examples: [
      {
        absence: {
          operatorId: OPERATOR_ID,
          kind: 'sick',
          fromDate: '2026-12-07',
          toDate: '2026-12-08',
        },
      },
    ],
  },
)
export type RepairWish = Static<typeof RepairWish>

/** Ways to mend a schedule, best first. */
export const Repair = Type.Object(
  {
    revision: Type.Integer({ description: 'Send it back with the option that is kept' }),
    lostShiftIds: Type.Array(Id, { description: 'Shifts that are against a rule now' }),
    options: Type.Array(ref(PlanProposal), {
      description: '`none` gives up what is lost and does nothing more',
    }),
  },
  { $id: 'Repair', examples: [{ revision: 2, lostShiftIds: [SHIFT.id], options: [] }] },
)
export type Repair = Static<typeof Repair>

const ShiftReplacement = Type.Object(
  {
    operatorId: Type.Unsafe<OperatorId>(Id),
    shiftId: Type.Union([Id, Type.Null()], { description: 'Null for a new shift' }),
    after: Type.Union([PlacedShift, Type.Null()], { description: 'Null takes the shift away' }),
    locked: Type.Optional(Type.Boolean({ description: 'Of a new shift', default: false })),
  },
  { additionalProperties: false },
)
export type ShiftReplacement = Static<typeof ShiftReplacement>

/** Many changes as one: all of them are kept, or none. */
export const PlanChanges = Type.Object(
  {
    revision: Type.Integer({ description: "The schedule's revision that they were made on" }),
    changes: Type.Array(ShiftReplacement, { maxItems: 40_000 }),
    absence: Type.Optional(Absence),
    withdrawsAbsenceId: Type.Optional(
      Type.String({ format: 'uuid', description: 'To take a recorded absence back' }),
    ),
    requirementId: Type.Optional(Id),
    reason: Type.Optional(
      Type.String({ maxLength: 500, description: 'Why; kept with a new version' }),
    ),
  },
  {
    additionalProperties: false,
    examples: [
      { revision: 2, changes: [{ operatorId: OPERATOR_ID, shiftId: SHIFT.id, after: null }] },
    ],
  },
)
export type PlanChanges = Static<typeof PlanChanges>

export const ChangedPlan = Type.Object(
  {
    grid: ref(ScheduleGrid),
    absenceId: Type.Union([Id, Type.Null()], { description: 'Of the absence that was recorded' }),
  },
  { $id: 'ChangedPlan', examples: [{ grid: GRID, absenceId: null }] },
)
