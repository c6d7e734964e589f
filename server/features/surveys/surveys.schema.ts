import { type Static, Type } from 'typebox'

import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { Text3 } from '#server/platform/db/column-types.ts'
import { orNull } from '#server/platform/http/or-null.ts'
import { ref } from '#server/platform/http/ref.ts'

const Id = Type.String({ format: 'uuid' })
const DateText = Type.Unsafe<LocalDate>(Type.String({ format: 'date' }))
const Text = Type.Unsafe<Text3>(Type.Ref('Text3'))
const literals = <Value extends string>(values: readonly Value[]) =>
  Type.Unsafe<Value>(Type.String({ enum: [...values] }))

/** The two of п. 15: satisfaction and engagement as a whole; the operators' experience with clients. */
export const FACTORS = ['satisfaction', 'experience'] as const
export type Factor = (typeof FACTORS)[number]
const FactorName = literals(FACTORS)

const Question = Type.Object({ factor: FactorName, text: Text }, { additionalProperties: false })
const Mark = Type.Integer({ minimum: 1, maximum: 5 })

const EXAMPLE_ID = '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0f41'
const TITLE = { kk: 'Күзгі сауалнама', ru: 'Осенний опрос', en: 'Autumn survey' }
const QUESTION = {
  factor: 'satisfaction' as const,
  text: {
    kk: 'Жұмысыма қанағаттанамын',
    ru: 'Я доволен своей работой',
    en: 'I am content with my work',
  },
}
const FACTOR_RESULT = { factor: 'satisfaction' as const, mean: 3.9, favourable: 0.71 }

const FactorResult = Type.Object({
  factor: FactorName,
  mean: Type.Number({ description: '1..5' }),
  favourable: Type.Number({ description: 'Share of marks 4 and 5' }),
})

const Results = Type.Object({
  people: Type.Integer({ description: 'Who have answered' }),
  factors: Type.Array(FactorResult),
  questions: Type.Array(
    Type.Object({
      position: Type.Integer(),
      mean: Type.Number(),
      counts: Type.Array(Type.Integer(), { description: 'Of each mark, from 1 to 5' }),
    }),
  ),
  groups: Type.Array(
    Type.Object({
      team: Type.String({ description: "Its code; '' for people in none" }),
      people: Type.Integer(),
      factors: Type.Array(FactorResult),
    }),
  ),
  hiddenPeople: Type.Integer({
    description: 'In teams that are too small to be told of, or would give such a one away',
  }),
})

const Action = Type.Object({
  id: Id,
  factor: FactorName,
  what: Type.String(),
  owner: Type.String(),
  dueOn: DateText,
  doneOn: orNull(DateText),
  outcome: Type.String(),
})

const told = {
  title: Text,
  opensOn: DateText,
  closesOn: DateText,
  groupMin: Type.Integer({ minimum: 3, maximum: 50 }),
  repeatMonths: orNull(Type.Integer({ minimum: 1, maximum: 36 })),
}

export const Survey = Type.Object(
  {
    id: Id,
    ...told,
    status: literals(['planned', 'open', 'closed'] as const),
    questions: Type.Array(
      Type.Object({ position: Type.Integer(), factor: FactorName, text: Text }),
    ),
    respondents: Type.Integer({ description: 'Who have answered' }),
    audience: Type.Integer({ description: 'Everybody who can sign in' }),
    results: orNull(Results),
    actions: Type.Array(Action),
    nextOn: orNull(DateText),
  },
  {
    $id: 'Survey',
    description: 'Results are told once it is closed, and only of enough people; null until then.',
    examples: [
      {
        id: EXAMPLE_ID,
        title: TITLE,
        opensOn: '2026-11-02' as LocalDate,
        closesOn: '2026-11-13' as LocalDate,
        groupMin: 5,
        repeatMonths: 6,
        status: 'closed',
        questions: [{ position: 1, ...QUESTION }],
        respondents: 48,
        audience: 64,
        results: {
          people: 48,
          factors: [FACTOR_RESULT],
          questions: [{ position: 1, mean: 3.9, counts: [2, 4, 8, 17, 17] }],
          groups: [{ team: 'A', people: 12, factors: [FACTOR_RESULT] }],
          hiddenPeople: 7,
        },
        actions: [
          {
            id: EXAMPLE_ID,
            factor: 'satisfaction',
            what: 'Комната отдыха на площадке Б',
            owner: 'Ахметова А.',
            dueOn: '2027-01-15' as LocalDate,
            doneOn: null,
            outcome: '',
          },
        ],
        nextOn: '2027-05-02' as LocalDate,
      },
    ],
  },
)
export type Survey = Static<typeof Survey>

export const NewSurvey = Type.Object(
  { ...told, questions: Type.Array(Question, { minItems: 2, maxItems: 40 }) },
  {
    additionalProperties: false,
    examples: [
      {
        title: TITLE,
        opensOn: '2026-11-02' as LocalDate,
        closesOn: '2026-11-13' as LocalDate,
        groupMin: 5,
        repeatMonths: 6,
        questions: [QUESTION, { ...QUESTION, factor: 'experience' }],
      },
    ],
  },
)
export type NewSurvey = Static<typeof NewSurvey>

export const NewAction = Type.Object(
  {
    factor: FactorName,
    what: Type.String({ minLength: 1, maxLength: 1000 }),
    owner: Type.String({ minLength: 1, maxLength: 200 }),
    dueOn: DateText,
  },
  {
    additionalProperties: false,
    examples: [
      {
        factor: 'satisfaction',
        what: 'Комната отдыха на площадке Б',
        owner: 'Ахметова А.',
        dueOn: '2027-01-15' as LocalDate,
      },
    ],
  },
)
export type NewAction = Static<typeof NewAction>

export const ActionEnd = Type.Object(
  { outcome: Type.String({ minLength: 1, maxLength: 1000 }) },
  { additionalProperties: false, examples: [{ outcome: 'Открыта 12 января' }] },
)

export const OwnSurvey = Type.Object(
  {
    id: Id,
    title: Text,
    closesOn: DateText,
    groupMin: Type.Integer({ description: 'Of fewer answers nothing is told to anybody' }),
    answered: Type.Boolean({
      description: 'By the caller: that is kept, what was answered is not',
    }),
    questions: Type.Array(
      Type.Object({ position: Type.Integer(), factor: FactorName, text: Text }),
    ),
  },
  {
    $id: 'OwnSurvey',
    examples: [
      {
        id: EXAMPLE_ID,
        title: TITLE,
        closesOn: '2026-11-13' as LocalDate,
        groupMin: 5,
        answered: false,
        questions: [{ position: 1, ...QUESTION }],
      },
    ],
  },
)
export type OwnSurvey = Static<typeof OwnSurvey>

export const Answers = Type.Object(
  { marks: Type.Array(Mark, { minItems: 1, maxItems: 40, description: 'In the order asked' }) },
  { additionalProperties: false, examples: [{ marks: [4, 5] }] },
)

export const SurveyParams = Type.Object({ surveyId: Id })
export const ActionParams = Type.Object({ surveyId: Id, actionId: Id })
export const SurveyList = Type.Object({ surveys: Type.Array(ref(Survey)) })
export const OwnSurveyList = Type.Object({ surveys: Type.Array(ref(OwnSurvey)) })
