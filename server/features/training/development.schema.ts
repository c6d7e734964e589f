import { type Static, Type } from 'typebox'

import type { OperatorId } from '#forecasting/kernel/units.ts'
import { orNull } from '#server/platform/http/or-null.ts'
import { ref } from '#server/platform/http/ref.ts'

const Id = Type.String({ format: 'uuid' })
const OperatorIdText = Type.Unsafe<OperatorId>(Type.String({ format: 'uuid' }))
const DateText = Type.String({ format: 'date' })
const literals = <Value extends string>(values: readonly Value[]) =>
  Type.Unsafe<Value>(Type.String({ enum: [...values] }))
const Level = Type.Integer({ minimum: 0, maximum: 5 })

const WAYS = ['course', 'mentoring', 'self_study'] as const
const EXAMPLE_ID = '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0f21'
const EXAMPLE = {
  operatorId: EXAMPLE_ID,
  competenceCode: '19.6',
  targetLevel: 3,
  way: 'course' as const,
  courseCode: 'conflicts',
  mentorId: null,
  dueOn: '2026-12-20',
}

const planned = {
  operatorId: OperatorIdText,
  competenceCode: Type.String({ minLength: 1 }),
  targetLevel: Type.Integer({ minimum: 1, maximum: 5 }),
  way: literals(WAYS),
  courseCode: orNull(Type.String({ minLength: 1, description: 'Given when the way is a course' })),
  mentorId: orNull(OperatorIdText),
  dueOn: DateText,
}

export const DevelopmentStep = Type.Object(
  {
    id: Id,
    ...planned,
    fullName: Type.String(),
    mentorName: orNull(Type.String()),
    status: literals(['planned', 'done', 'cancelled'] as const),
    outcome: Type.String(),
    madeBy: Type.String(),
    endedOn: orNull(DateText),
  },
  {
    $id: 'DevelopmentStep',
    examples: [
      {
        id: EXAMPLE_ID,
        ...EXAMPLE,
        fullName: 'Ахметова Айгуль',
        mentorName: null,
        status: 'planned',
        outcome: '',
        madeBy: 'Кадровик',
        endedOn: null,
      },
    ],
  },
)
export type DevelopmentStep = Static<typeof DevelopmentStep>

export const NewStep = Type.Object(planned, { additionalProperties: false, examples: [EXAMPLE] })
export type NewStep = Static<typeof NewStep>

export const StepEnd = Type.Object(
  {
    status: literals(['done', 'cancelled'] as const),
    outcome: Type.String({ minLength: 1, maxLength: 2000 }),
  },
  {
    additionalProperties: false,
    examples: [{ status: 'done', outcome: 'Пять разборов с наставником' }],
  },
)
export type StepEnd = Static<typeof StepEnd>

export const StepParams = Type.Object({ stepId: Id })
export const StepFilter = Type.Object({ operatorId: Type.Optional(OperatorIdText) })

const SOURCES = ['profile', 'queue'] as const

export const TrainingNeed = Type.Object(
  {
    operatorId: Id,
    fullName: Type.String(),
    personnelNumber: Type.String(),
    competenceCode: Type.String(),
    level: orNull(
      Type.Integer({ minimum: 0, maximum: 5, description: 'That holds today; null: none does' }),
    ),
    requiredLevel: Level,
    askedBy: Type.Array(Type.Object({ kind: literals(SOURCES), code: Type.String() }), {
      description: 'The profile of the position, or a queue that somebody nearly can take',
    }),
    step: orNull(
      Type.Object({
        id: Id,
        way: literals(WAYS),
        courseCode: orNull(Type.String()),
        dueOn: DateText,
        status: literals(['planned', 'done'] as const),
      }),
    ),
  },
  {
    $id: 'TrainingNeed',
    examples: [
      {
        operatorId: EXAMPLE_ID,
        fullName: 'Ахметова Айгуль',
        personnelNumber: '1042',
        competenceCode: '19.6',
        level: 2,
        requiredLevel: 3,
        askedBy: [{ kind: 'profile', code: 'operator-1' }],
        step: null,
      },
    ],
  },
)
export type TrainingNeed = Static<typeof TrainingNeed>

export const NeedList = Type.Object(
  { today: DateText, needs: Type.Array(ref(TrainingNeed)) },
  { examples: [{ today: '2026-12-07', needs: [] }] },
)
