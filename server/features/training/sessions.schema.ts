import { type Static, Type } from 'typebox'

import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Text3 } from '#server/platform/db/column-types.ts'
import { orNull } from '#server/platform/http/or-null.ts'

const Id = Type.String({ format: 'uuid' })
const OperatorIdText = Type.Unsafe<OperatorId>(Type.String({ format: 'uuid' }))
const Instant = Type.String({ format: 'date-time' })
const Name = Type.Unsafe<Text3>(Type.Ref('Text3'))
const literals = <Value extends string>(values: readonly Value[]) =>
  Type.Unsafe<Value>(Type.String({ enum: [...values] }))
const Share = Type.Number({ minimum: 0, maximum: 1, description: 'Of the points' })

const EXAMPLE_ID = '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0f01'
const PLACED = {
  siteCode: 'A',
  room: 'Каб. 12',
  trainer: 'Тренер центра',
  places: 12,
  startsAt: '2026-12-02T05:00:00.000Z',
}

const placed = {
  siteCode: orNull(Type.String({ minLength: 1, description: 'Null: held at a distance' })),
  room: Type.String({ maxLength: 200 }),
  trainer: Type.String({ minLength: 1, maxLength: 200 }),
  places: Type.Integer({ minimum: 1, maximum: 1000 }),
  startsAt: Instant,
}

export const TrainingSession = Type.Object(
  {
    id: Id,
    courseCode: Type.String(),
    courseName: Name,
    courseVersion: Type.Integer(),
    passShare: orNull(Share),
    ...placed,
    endsAt: Instant,
    status: literals(['planned', 'held', 'cancelled'] as const),
    shortAgentHours: orNull(
      Type.Number({
        description: 'What it was said to cost the coverage when it was placed; null: not known',
      }),
    ),
    people: Type.Array(
      Type.Object({
        operatorId: Id,
        fullName: Type.String(),
        status: literals(['enrolled', 'attended', 'missed'] as const),
        share: orNull(Share),
        passed: orNull(Type.Boolean()),
        certificateNumber: orNull(Type.String()),
      }),
    ),
  },
  {
    $id: 'TrainingSession',
    examples: [
      {
        id: EXAMPLE_ID,
        courseCode: 'conflicts',
        courseName: { kk: 'Жанжалдармен жұмыс', ru: 'Работа с конфликтами', en: 'Conflicts' },
        courseVersion: 2,
        passShare: 0.8,
        ...PLACED,
        endsAt: '2026-12-02T07:00:00.000Z',
        status: 'held',
        shortAgentHours: 0.5,
        people: [
          {
            operatorId: EXAMPLE_ID,
            fullName: 'Ахметова Айгуль',
            status: 'attended',
            share: 0.9,
            passed: true,
            certificateNumber: 'К-17',
          },
        ],
      },
    ],
  },
)
export type TrainingSession = Static<typeof TrainingSession>

export const NewSession = Type.Object(
  {
    courseCode: Type.String({ minLength: 1 }),
    ...placed,
    operatorIds: Type.Array(OperatorIdText, { maxItems: 1000, uniqueItems: true }),
    shortAgentHours: Type.Optional(
      Type.Number({ minimum: 0, description: 'Of the proposal that was taken' }),
    ),
  },
  {
    additionalProperties: false,
    examples: [{ courseCode: 'conflicts', ...PLACED, operatorIds: [EXAMPLE_ID] }],
  },
)
export type NewSession = Static<typeof NewSession>

export const SessionParams = Type.Object({ sessionId: Id })
export const SessionPersonParams = Type.Object({ sessionId: Id, operatorId: OperatorIdText })
export const SessionFilter = Type.Object({
  operatorId: Type.Optional(OperatorIdText),
})

export const Enrolment = Type.Object(
  { operatorIds: Type.Array(OperatorIdText, { minItems: 1, maxItems: 1000, uniqueItems: true }) },
  { additionalProperties: false, examples: [{ operatorIds: [EXAMPLE_ID] }] },
)

export const SessionResults = Type.Object(
  {
    issuedBy: Type.Optional(
      Type.String({ minLength: 1, maxLength: 200, description: 'Who signs the certificates' }),
    ),
    people: Type.Array(
      Type.Object({
        operatorId: OperatorIdText,
        attended: Type.Boolean(),
        share: Type.Optional(Share),
        certificateNumber: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
      }),
      { minItems: 1, maxItems: 1000 },
    ),
  },
  {
    additionalProperties: false,
    examples: [
      {
        issuedBy: 'Учебный центр',
        people: [{ operatorId: EXAMPLE_ID, attended: true, share: 0.9, certificateNumber: 'К-17' }],
      },
    ],
  },
)
export type SessionResults = Static<typeof SessionResults>

export const ProposalWish = Type.Object(
  {
    scheduleId: Id,
    courseCode: Type.String({ minLength: 1 }),
    operatorIds: Type.Array(OperatorIdText, { minItems: 1, maxItems: 300, uniqueItems: true }),
  },
  {
    additionalProperties: false,
    examples: [{ scheduleId: EXAMPLE_ID, courseCode: 'conflicts', operatorIds: [EXAMPLE_ID] }],
  },
)

export const SessionProposal = Type.Object(
  {
    startsAt: Instant,
    endsAt: Instant,
    present: Type.Array(Id, { description: 'Who is on shift throughout, outside their meal' }),
    missing: Type.Array(Id),
    shortAgentHours: Type.Number({ description: 'That go missing because of it' }),
    worstShort: Type.Number({ description: 'The most agents that go missing in one interval' }),
    waitBeforeSeconds: orNull(
      Type.Number({ description: 'Mean wait meanwhile without it; null: the line grows' }),
    ),
    waitAfterSeconds: orNull(Type.Number()),
    waitTargetSeconds: orNull(
      Type.Number({ description: 'The strictest of the queues that are touched' }),
    ),
  },
  {
    $id: 'SessionProposal',
    examples: [
      {
        startsAt: '2026-12-02T05:00:00.000Z',
        endsAt: '2026-12-02T07:00:00.000Z',
        present: [EXAMPLE_ID],
        missing: [],
        shortAgentHours: 0.5,
        worstShort: 1,
        waitBeforeSeconds: 18.2,
        waitAfterSeconds: 24.9,
        waitTargetSeconds: 60,
      },
    ],
  },
)
export type SessionProposal = Static<typeof SessionProposal>
