import { type Static, Type } from 'typebox'

import type { OperatorId } from '#forecasting/kernel/units.ts'
import { orNull } from '#server/platform/http/or-null.ts'
import { ref } from '#server/platform/http/ref.ts'

import { ASSESSMENT_CYCLES } from './assessment-cycle.ts'

const Id = Type.String({ format: 'uuid' })
const OperatorIdText = Type.Unsafe<OperatorId>(Type.String({ format: 'uuid' }))
const DateText = Type.String({ format: 'date' })
const Level = Type.Integer({ minimum: 0, maximum: 5 })
const literals = <Value extends string>(values: readonly Value[]) =>
  Type.Unsafe<Value>(Type.String({ enum: [...values] }))

const METHODS = ['observation', 'test', 'contact_evaluation', 'self', 'all_round'] as const
const STATUSES = ['draft', 'signed', 'agreed', 'disputed', 'resolved'] as const

const Result = Type.Object({
  code: Type.String({ minLength: 1, description: 'Of the competence' }),
  level: Level,
  evidence: Type.String({ maxLength: 2000 }),
})
const EXAMPLE_ID = '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0d01'
const RESULT = { code: '19.2', level: 3, evidence: 'Разговор 14.11, 10:32' }
const EXAMPLE = {
  id: EXAMPLE_ID,
  operatorId: EXAMPLE_ID,
  fullName: 'Ахметова Айгуль',
  signsIn: true,
  method: 'observation' as const,
  status: 'signed' as const,
  assessedOn: '2026-11-20',
  assessorName: 'Старший смены',
  evidence: 'Прослушано 10 разговоров',
  objection: null,
  decision: null,
  decidedBy: null,
  results: [RESULT],
}

export const Assessment = Type.Object(
  {
    id: Id,
    operatorId: Id,
    fullName: Type.String(),
    signsIn: Type.Boolean({
      description: 'The person answers themselves; else HR, with the sheet',
    }),
    method: literals(METHODS),
    status: literals(STATUSES),
    assessedOn: DateText,
    assessorName: Type.String(),
    evidence: Type.String(),
    objection: orNull(Type.String()),
    decision: orNull(Type.String()),
    decidedBy: orNull(Type.String()),
    results: Type.Array(Result),
  },
  { $id: 'Assessment', examples: [EXAMPLE] },
)
export type Assessment = Static<typeof Assessment>

const body = {
  method: literals(METHODS),
  assessedOn: DateText,
  evidence: Type.String({ maxLength: 4000 }),
  results: Type.Array(Result, { minItems: 1, maxItems: 200 }),
}

export const NewAssessment = Type.Object(
  { operatorId: OperatorIdText, ...body },
  {
    additionalProperties: false,
    examples: [
      {
        operatorId: EXAMPLE_ID,
        method: 'observation',
        assessedOn: '2026-11-20',
        evidence: 'Прослушано 10 разговоров',
        results: [RESULT],
      },
    ],
  },
)
export type NewAssessment = Static<typeof NewAssessment>

export const SelfAssessment = Type.Object(
  { evidence: body.evidence, results: body.results },
  {
    additionalProperties: false,
    examples: [{ evidence: 'Хочу больше практики', results: [{ ...RESULT, evidence: '' }] }],
  },
)
export type SelfAssessment = Static<typeof SelfAssessment>

export const AssessmentChange = Type.Object(body, {
  additionalProperties: false,
  examples: [
    {
      method: 'test',
      assessedOn: '2026-11-20',
      evidence: 'Тест № 3, 92 %',
      results: [RESULT],
    },
  ],
})
export type AssessmentChange = Static<typeof AssessmentChange>

export const AssessmentParams = Type.Object({ assessmentId: Id })
export const AssessmentFilter = Type.Object({
  operatorId: Type.Optional(OperatorIdText),
  code: Type.Optional(Type.String({ description: 'Of a competence that was judged' })),
  open: Type.Optional(
    Type.Boolean({ description: 'True: those that still wait for somebody, and no others' }),
  ),
})

export const Answer = Type.Object(
  {
    agrees: Type.Boolean(),
    objection: Type.Optional(Type.String({ minLength: 1, maxLength: 4000 })),
  },
  { additionalProperties: false, examples: [{ agrees: false, objection: 'Разговор не мой' }] },
)

export const Resolution = Type.Object(
  {
    decision: Type.String({ minLength: 1, maxLength: 4000 }),
    results: Type.Optional(Type.Array(Result, { description: 'Changed levels; else they stay' })),
  },
  {
    additionalProperties: false,
    examples: [{ decision: 'Оценка подтверждена комиссией, протокол № 2' }],
  },
)
export type Resolution = Static<typeof Resolution>

/** When the next assessment of somebody is due, and how near that is. */
export const URGENCIES = ['overdue', 'days7', 'days30', 'days60', 'later'] as const

export const AssessmentPlan = Type.Object(
  {
    today: DateText,
    cycle: literals(ASSESSMENT_CYCLES),
    people: Type.Array(
      Type.Object({
        operatorId: Id,
        fullName: Type.String(),
        personnelNumber: Type.String(),
        siteCode: Type.String(),
        teamCode: orNull(Type.String()),
        lastOn: orNull(DateText),
        dueOn: DateText,
        urgency: literals(URGENCIES),
        missing: Type.Array(Type.String(), {
          description: 'Competences of the order that were never assessed in this employment',
        }),
      }),
    ),
    year: Type.Object({
      year: Type.Integer(),
      operators: Type.Integer(),
      assessed: Type.Integer({
        description: 'In every competence of п. 19 and 20 within the calendar year (п. 21)',
      }),
    }),
  },
  {
    $id: 'AssessmentPlan',
    examples: [
      {
        today: '2026-11-25',
        cycle: 'twelve_months',
        people: [
          {
            operatorId: EXAMPLE_ID,
            fullName: 'Ахметова Айгуль',
            personnelNumber: 'K-0001',
            siteCode: 'A',
            teamCode: null,
            lastOn: '2025-12-01',
            dueOn: '2026-12-01',
            urgency: 'days7',
            missing: [],
          },
        ],
        year: { year: 2026, operators: 64, assessed: 60 },
      },
    ],
  },
)
export type AssessmentPlan = Static<typeof AssessmentPlan>

export const CycleBody = Type.Object(
  { cycle: literals(ASSESSMENT_CYCLES) },
  { additionalProperties: false, examples: [{ cycle: 'calendar_year' }] },
)

export const CompetenceMatrix = Type.Object(
  {
    today: DateText,
    competences: Type.Array(Type.String(), { description: 'Codes, in the order of the columns' }),
    operators: Type.Array(
      Type.Object({
        id: Id,
        fullName: Type.String(),
        siteCode: Type.String(),
        teamCode: orNull(Type.String()),
      }),
    ),
    cells: Type.Array(
      Type.Object({
        operator: Type.Integer({ description: 'Index in `operators`' }),
        competence: Type.Integer({ description: 'Index in `competences`' }),
        level: Level,
        assessedOn: DateText,
        validUntil: orNull(DateText),
      }),
      { description: 'What is known; a pair that is missing was never assessed' },
    ),
  },
  {
    $id: 'CompetenceMatrix',
    examples: [
      {
        today: '2026-11-25',
        competences: ['19.1'],
        operators: [{ id: EXAMPLE_ID, fullName: 'Ахметова Айгуль', siteCode: 'A', teamCode: null }],
        cells: [
          {
            operator: 0,
            competence: 0,
            level: 3,
            assessedOn: '2026-02-10',
            validUntil: '2027-02-10',
          },
        ],
      },
    ],
  },
)
export type CompetenceMatrix = Static<typeof CompetenceMatrix>

export const Assessor = Type.Object(
  {
    userId: Id,
    name: Type.String(),
    trainedOn: orNull(DateText),
    document: orNull(Type.String()),
  },
  {
    $id: 'Assessor',
    examples: [
      {
        userId: EXAMPLE_ID,
        name: 'Старший смены',
        trainedOn: '2026-01-15',
        document: 'Удостоверение № 8',
      },
    ],
  },
)
export type Assessor = Static<typeof Assessor>

export const AssessorList = Type.Object({ assessors: Type.Array(ref(Assessor)) })
export const AssessorParams = Type.Object({ userId: Id })
export const AssessorBody = Type.Object(
  { trainedOn: DateText, document: Type.String({ minLength: 1, maxLength: 200 }) },
  {
    additionalProperties: false,
    examples: [{ trainedOn: '2026-01-15', document: 'Удостоверение № 8' }],
  },
)
