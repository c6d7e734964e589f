import { type Static, Type } from 'typebox'

import { orNull } from '#server/platform/http/or-null.ts'

const Month = Type.String({ pattern: String.raw`^\d{4}-(0[1-9]|1[0-2])$` })
export const HIRING_MONTHS = 3
export const TRAINING_MONTHS = 2
const MONTHS = 12

const scenario = {
  months: Type.Optional(Type.Integer({ minimum: 1, maximum: 24, default: MONTHS })),
  growthPercent: Type.Optional(
    Type.Number({
      minimum: -50,
      maximum: 100,
      description: 'Growth of contacts per year, in place of what was learned',
    }),
  ),
  attritionPercent: Type.Optional(
    Type.Number({
      minimum: 0,
      maximum: 90,
      description: 'Share of people who leave within a year, in place of what the last year showed',
    }),
  ),
  hiringMonths: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 12, description: 'From the decision to solo work' }),
  ),
  trainingMonths: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 12,
      description: 'From the first lesson to an assessment',
    }),
  ),
}

export const HeadCountQuery = Type.Object(scenario)
export type HeadCountQuery = Static<typeof HeadCountQuery>
export const HeadCountFileQuery = Type.Object({
  ...scenario,
  format: Type.Union([Type.Literal('csv'), Type.Literal('xlsx')]),
})

const line = {
  needed: Type.Number({ description: 'Full-time equivalents' }),
  without: Type.Number({ description: 'Who would be there if nothing were done' }),
  with: Type.Number({ description: 'Who are there if the plan is kept' }),
  short: Type.Integer({ description: 'Whole people that nothing can bring in time' }),
}

export const HeadCountPlan = Type.Object(
  {
    requirementVersion: Type.Integer({
      description: 'The requirement that the need is drawn from',
    }),
    assumptions: Type.Object({
      attritionPercent: Type.Number(),
      attritionLearned: Type.Number({ description: 'Per cent: leavers of the last 12 months' }),
      growthPercent: orNull(Type.Number({ description: 'Null: as learned, queue by queue' })),
      hiringMonths: Type.Integer(),
      trainingMonths: Type.Integer(),
      flatQueues: Type.Array(Type.String(), {
        description: 'Whose history is too short for an outlook: taken to stay as they are',
      }),
    }),
    today: Type.Object({
      people: Type.Integer({ description: 'Who take contacts' }),
      fullTime: Type.Number({ description: 'The same as full-time equivalents' }),
    }),
    skills: Type.Array(
      Type.Object({
        code: Type.String({ description: 'Of the competence' }),
        level: Type.Integer({ minimum: 0, maximum: 5 }),
        queueCodes: Type.Array(Type.String(), { description: 'Which ask for it' }),
        today: Type.Number({ description: 'Full-time equivalents who hold it today' }),
      }),
    ),
    months: Type.Array(
      Type.Object({
        month: Month,
        contacts: Type.Number(),
        hoursPerPerson: Type.Number({ description: 'Norm of a full-time person' }),
        ...line,
        hire: Type.Integer({ description: 'People to begin to hire in this month' }),
        arrive: Type.Integer({ description: 'Of those hired before, who begin to work alone' }),
        skills: Type.Array(
          Type.Object({
            ...line,
            train: Type.Integer({ description: 'People of the centre to begin to train' }),
          }),
          { description: 'In the order of `skills` above' },
        ),
      }),
    ),
  },
  {
    $id: 'HeadCountPlan',
    examples: [
      {
        requirementVersion: 7,
        assumptions: {
          attritionPercent: 18,
          attritionLearned: 18,
          growthPercent: null,
          hiringMonths: 3,
          trainingMonths: 2,
          flatQueues: [],
        },
        today: { people: 64, fullTime: 61.5 },
        skills: [{ code: 'language.kk', level: 2, queueCodes: ['pensions_kk'], today: 40 }],
        months: [
          {
            month: '2026-12',
            contacts: 36_010,
            hoursPerPerson: 176,
            needed: 58.2,
            without: 60.4,
            with: 60.4,
            short: 0,
            hire: 2,
            arrive: 0,
            skills: [{ needed: 38.1, without: 39.3, with: 39.3, short: 0, train: 1 }],
          },
        ],
      },
    ],
  },
)
export type HeadCountPlan = Static<typeof HeadCountPlan>
