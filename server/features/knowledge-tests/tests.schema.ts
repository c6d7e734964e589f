import { type Static, Type } from 'typebox'

import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Text3 } from '#server/platform/db/column-types.ts'
import { orNull } from '#server/platform/http/or-null.ts'
import { ref } from '#server/platform/http/ref.ts'

const Id = Type.String({ format: 'uuid' })
const OperatorIdText = Type.Unsafe<OperatorId>(Type.String({ format: 'uuid' }))
const DateText = Type.String({ format: 'date' })
const Instant = Type.String({ format: 'date-time' })
const Name = Type.Unsafe<Text3>(Type.Ref('Text3'))
const literals = <Value extends string>(values: readonly Value[]) =>
  Type.Unsafe<Value>(Type.String({ enum: [...values] }))

const EXAMPLE_ID = '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0f51'
const SETTINGS = { questionCount: 20, minutes: 30, passShare: 0.8, level: 3, attempts: 2 }
const TEXT = { kk: 'Иесіне', ru: 'Их владельцу', en: 'To their owner' }

const settings = {
  questionCount: Type.Integer({ minimum: 1, maximum: 200, description: 'Drawn for an attempt' }),
  minutes: Type.Integer({ minimum: 1, maximum: 240 }),
  passShare: Type.Number({ exclusiveMinimum: 0, maximum: 1, description: 'Of the questions' }),
  level: Type.Integer({ minimum: 1, maximum: 5, description: 'What passing it is evidence of' }),
  attempts: Type.Integer({ minimum: 1, maximum: 10 }),
}

export const KnowledgeTest = Type.Object(
  {
    competenceCode: Type.String(),
    version: Type.Integer({ description: 'Attempts keep what they were begun under' }),
    ...settings,
    bankSize: Type.Integer({ description: 'Questions that may be drawn' }),
    open: Type.Integer({ description: 'People who have still to pass it' }),
  },
  {
    $id: 'KnowledgeTest',
    examples: [{ competenceCode: '19.7', version: 1, ...SETTINGS, bankSize: 60, open: 4 }],
  },
)
export type KnowledgeTest = Static<typeof KnowledgeTest>

export const TestSettings = Type.Object(settings, {
  additionalProperties: false,
  examples: [SETTINGS],
})
export type TestSettings = Static<typeof TestSettings>

export const TestParams = Type.Object({ competenceCode: Type.String({ minLength: 1 }) })

const AttemptResult = Type.Object({
  id: Id,
  number: Type.Integer(),
  startedAt: Instant,
  finishedAt: orNull(Instant),
  rightCount: orNull(Type.Integer()),
  questionCount: Type.Integer(),
  passed: orNull(Type.Boolean()),
})
const RESULT = {
  id: EXAMPLE_ID,
  number: 1,
  startedAt: '2026-11-25T04:00:00.000Z',
  finishedAt: '2026-11-25T04:20:00.000Z',
  rightCount: 18,
  questionCount: 20,
  passed: true,
}
const ASSIGNMENT = {
  id: EXAMPLE_ID,
  competenceCode: '19.7',
  dueOn: '2026-12-10',
  attempts: 2,
  outcome: 'passed' as const,
  results: [RESULT],
}
const assigned = {
  id: Id,
  competenceCode: Type.String(),
  dueOn: DateText,
  attempts: Type.Integer({ description: 'That may be made' }),
  outcome: orNull(literals(['passed', 'failed', 'withdrawn'] as const)),
  results: Type.Array(AttemptResult),
}

export const TestAssignment = Type.Object(
  {
    ...assigned,
    operatorId: Id,
    fullName: Type.String(),
    assignedBy: Type.String(),
    assessmentId: orNull(
      Type.String({ format: 'uuid', description: 'The draft that it is evidence of' }),
    ),
  },
  {
    $id: 'TestAssignment',
    examples: [
      {
        ...ASSIGNMENT,
        operatorId: EXAMPLE_ID,
        fullName: 'Ахметова Айгуль',
        assignedBy: 'Кадровик',
        assessmentId: EXAMPLE_ID,
      },
    ],
  },
)
export type TestAssignment = Static<typeof TestAssignment>

export const NewAssignments = Type.Object(
  {
    competenceCode: Type.String({ minLength: 1 }),
    operatorIds: Type.Array(OperatorIdText, { minItems: 1, maxItems: 1000, uniqueItems: true }),
    dueOn: DateText,
  },
  {
    additionalProperties: false,
    examples: [{ competenceCode: '19.7', operatorIds: [EXAMPLE_ID], dueOn: '2026-12-10' }],
  },
)
export type NewAssignments = Static<typeof NewAssignments>
export const AssignmentParams = Type.Object({ assignmentId: Id })

export const OwnTest = Type.Object(
  {
    ...assigned,
    minutes: settings.minutes,
    questionCount: settings.questionCount,
    passShare: settings.passShare,
  },
  {
    $id: 'OwnTest',
    examples: [{ ...ASSIGNMENT, minutes: 30, questionCount: 20, passShare: 0.8 }],
  },
)
export type OwnTest = Static<typeof OwnTest>

export const AttemptParams = Type.Object({ attemptId: Id })
export const AnswerParams = Type.Object({
  attemptId: Id,
  position: Type.Integer({ minimum: 0, description: 'Of the question in the attempt' }),
})
export const AnswerBody = Type.Object(
  {
    chosen: Type.Array(Type.Integer({ minimum: 0, maximum: 9 }), {
      maxItems: 10,
      uniqueItems: true,
      description: 'Positions of options as they are shown; none takes an answer back',
    }),
  },
  { additionalProperties: false, examples: [{ chosen: [1] }] },
)

export const TestAttempt = Type.Object(
  {
    id: Id,
    competenceCode: Type.String(),
    number: Type.Integer(),
    attempts: Type.Integer(),
    passShare: Type.Number(),
    endsAt: Instant,
    serverNow: Instant,
    finishedAt: orNull(Instant),
    rightCount: orNull(Type.Integer()),
    passed: orNull(Type.Boolean()),
    questions: Type.Array(
      Type.Object({
        text: Name,
        isMultiple: Type.Boolean({ description: 'Several are right, and all have to be chosen' }),
        options: Type.Array(Name, { description: 'As they are shown' }),
        chosen: Type.Array(Type.Integer()),
      }),
    ),
  },
  {
    $id: 'TestAttempt',
    examples: [
      {
        id: EXAMPLE_ID,
        competenceCode: '19.7',
        number: 1,
        attempts: 2,
        passShare: 0.8,
        endsAt: '2026-11-25T04:30:00.000Z',
        serverNow: '2026-11-25T04:05:00.000Z',
        finishedAt: null,
        rightCount: null,
        passed: null,
        questions: [{ text: TEXT, isMultiple: false, options: [TEXT, TEXT], chosen: [0] }],
      },
    ],
  },
)
export type TestAttempt = Static<typeof TestAttempt>

export const AttemptRecord = Type.Object(
  {
    id: Id,
    fullName: Type.String(),
    competenceCode: Type.String(),
    number: Type.Integer(),
    testVersion: Type.Integer(),
    seed: Type.Integer({ description: 'With the bank of that day it draws the same questions' }),
    startedAt: Instant,
    endsAt: Instant,
    finishedAt: orNull(Instant),
    passShare: Type.Number(),
    rightCount: orNull(Type.Integer()),
    passed: orNull(Type.Boolean()),
    questions: Type.Array(
      Type.Object({
        code: Type.String(),
        version: Type.Integer(),
        text: Name,
        options: Type.Array(
          Type.Object({ text: Name, right: Type.Boolean(), chosen: Type.Boolean() }),
        ),
      }),
    ),
  },
  {
    $id: 'TestAttemptRecord',
    examples: [
      {
        id: EXAMPLE_ID,
        fullName: 'Ахметова Айгуль',
        competenceCode: '19.7',
        number: 1,
        testVersion: 1,
        seed: 7,
        startedAt: '2026-11-25T04:00:00.000Z',
        endsAt: '2026-11-25T04:30:00.000Z',
        finishedAt: '2026-11-25T04:20:00.000Z',
        passShare: 0.8,
        rightCount: 18,
        passed: true,
        questions: [
          {
            code: 'law-1',
            version: 1,
            text: TEXT,
            options: [{ text: TEXT, right: true, chosen: true }],
          },
        ],
      },
    ],
  },
)
export type AttemptRecord = Static<typeof AttemptRecord>

export const TestList = Type.Object({ tests: Type.Array(ref(KnowledgeTest)) })
export const AssignmentList = Type.Object({ assignments: Type.Array(ref(TestAssignment)) })
export const OwnTestList = Type.Object({ tests: Type.Array(ref(OwnTest)) })
