import { type Static, Type } from 'typebox'

import type { OperatorId } from '#forecasting/kernel/units.ts'

import { EXCEPTION, OPERATOR_ID } from './adherence-examples.ts'

const closed = { additionalProperties: false }
const Id = Type.String({ format: 'uuid' })
const PersonId = Type.Unsafe<OperatorId>(Id)
const Instant = Type.String({ format: 'date-time' })
const Note = Type.String({ maxLength: 500 })

const ExceptionKind = Type.Enum([
  'supervisor',
  'client',
  'technical',
  'meeting',
  'training',
  'health',
  'transport',
  'other',
])

const STATUSES = ['requested', 'approved', 'refused', 'withdrawn'] as const
export type ExceptionStatus = (typeof STATUSES)[number]

const span = { from: Instant, to: Instant, kind: ExceptionKind, note: Type.Optional(Note) }
const SPAN = {
  from: '2026-11-25T09:00:00+05:00',
  to: '2026-11-25T09:20:00+05:00',
  kind: 'technical',
  note: 'Telephone replaced',
}

/** For some people, a team, or everybody; of a time that is past or to come. */
export const ExceptionOrder = Type.Object(
  {
    ...span,
    operatorIds: Type.Union([Type.Array(PersonId, { minItems: 1, maxItems: 1000 }), Type.Null()], {
      description: 'Null for everybody, or for the team',
    }),
    team: Type.Optional(
      Type.String({ minLength: 1, maxLength: 60, description: 'Code: whoever is in it that day' }),
    ),
  },
  { ...closed, examples: [{ operatorIds: [OPERATOR_ID], ...SPAN }] },
)
export type ExceptionOrder = Static<typeof ExceptionOrder>

export const ExceptionRequest = Type.Object(span, { ...closed, examples: [SPAN] })

export const AdherenceException = Type.Object(
  {
    id: Id,
    operatorId: Type.Union([PersonId, Type.Null()]),
    operatorName: Type.Union([Type.String(), Type.Null()], { description: 'Null for everybody' }),
    team: Type.Union(
      [Type.Object({ kk: Type.String(), ru: Type.String(), en: Type.String() }), Type.Null()],
      { description: 'Whose members were explained together' },
    ),
    from: Instant,
    to: Instant,
    kind: ExceptionKind,
    note: Type.String(),
    status: Type.Enum([...STATUSES]),
    requestedBy: Type.String(),
    requestedAt: Instant,
    decidedBy: Type.Union([Type.String(), Type.Null()]),
    decidedAt: Type.Union([Instant, Type.Null()]),
    reply: Type.String({ description: 'What the supervisor answered' }),
  },
  { $id: 'AdherenceException', examples: [EXCEPTION] },
)
export type AdherenceException = Static<typeof AdherenceException>

export const ExceptionParams = Type.Object({ exceptionId: Id })

export const ExceptionDecision = Type.Object(
  {
    exceptionIds: Type.Array(Id, { minItems: 1, maxItems: 1000, uniqueItems: true }),
    status: Type.Enum(['approved', 'refused', 'withdrawn']),
    reply: Type.Optional(Note),
  },
  {
    ...closed,
    examples: [
      { exceptionIds: [EXCEPTION.id], status: 'refused', reply: 'You were seen in the hall' },
    ],
  },
)

const window = { from: Instant, to: Instant }
export const ExceptionQuery = Type.Object(
  {
    ...window,
    operatorId: Type.Optional(PersonId),
    status: Type.Optional(Type.Enum([...STATUSES])),
  },
  closed,
)
export const MyExceptionQuery = Type.Object(window, closed)
