import { type Static, Type } from 'typebox'

import { ref } from '#server/platform/http/ref.ts'

import { Text3 } from '../centers/centers.schema.ts'
import { REGIMES } from '../operators/operators.schema.ts'

const QUARTER = 15
const DAY = 1440
const WEEK = 7 * DAY

const ShiftCode = Type.String({
  pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,19}$',
  description: 'Letters, digits, dots, hyphens; at most 20. It never changes',
})

export const ShiftShapeParams = Type.Object({ code: Type.String({ maxLength: 40 }) })

const quarters = (minimum: number, maximum: number, description: string) =>
  Type.Integer({ minimum, maximum, multipleOf: QUARTER, description })

const ShapeBreak = Type.Object(
  {
    kind: Type.Unsafe<'meal' | 'rest' | 'gap'>(
      Type.Union([Type.Literal('meal'), Type.Literal('rest'), Type.Literal('gap')], {
        description:
          'A meal is not paid (art. 81), a rest is (art. 82); a gap parts a split shift in two (art. 72)',
      }),
    ),
    lengthMinutes: Type.Integer({ minimum: 5, maximum: 720, multipleOf: 5 }),
    fromMinutes: quarters(0, DAY, 'Earliest start, in minutes from the start of the shift'),
    toMinutes: quarters(0, DAY, 'Latest start, in minutes from the start of the shift'),
  },
  { additionalProperties: false },
)

const SHAPE = {
  spanMinutes: quarters(QUARTER, DAY, 'From start to end, meals included'),
  startFromMinutes: quarters(0, DAY - QUARTER, 'Earliest start, in minutes after midnight'),
  startToMinutes: quarters(0, DAY - QUARTER, 'Latest start; not before the earliest'),
  startStepMinutes: quarters(QUARTER, DAY, 'Between one possible start and the next'),
  breaks: Type.Array(ShapeBreak, { maxItems: 8 }),
}

const SHAPE_EXAMPLE = {
  spanMinutes: 540,
  startFromMinutes: 360,
  startToMinutes: 1380,
  startStepMinutes: 30,
  breaks: [{ kind: 'meal', lengthMinutes: 60, fromMinutes: 180, toMinutes: 240 }],
} as const

export const ShapeChange = Type.Object(SHAPE, {
  additionalProperties: false,
  examples: [SHAPE_EXAMPLE],
})
export type ShapeChange = Static<typeof ShapeChange>

export const NewShape = Type.Object(
  { code: ShiftCode, ...SHAPE },
  { additionalProperties: false, examples: [{ code: 'F8', ...SHAPE_EXAMPLE }] },
)
export type NewShape = Static<typeof NewShape>

export const ShiftShape = Type.Object(
  {
    code: Type.String(),
    ...SHAPE,
    paidMinutes: Type.Integer({ description: 'The span without its meals' }),
    contracts: Type.Array(Type.String(), { description: 'Codes of those that allow it' }),
    isUsed: Type.Boolean({
      description: 'Shifts of it are planned: its length and breaks change no more',
    }),
  },
  {
    $id: 'ShiftShape',
    examples: [
      { code: 'F8', ...SHAPE_EXAMPLE, paidMinutes: 480, contracts: ['FT40'], isUsed: true },
    ],
  },
)
export type ShiftShape = Static<typeof ShiftShape>

const TERMS = {
  name: ref(Text3),
  regime: Type.Unsafe<(typeof REGIMES)[number]>(
    Type.Union(
      REGIMES.map((regime) => Type.Literal(regime)),
      { description: 'Of working time: it says which limits of the law count' },
    ),
  ),
  accountingMonths: Type.Unsafe<1 | 2 | 3 | 4 | 6 | 12>(
    Type.Union(
      [1, 2, 3, 4, 6, 12].map((months) => Type.Literal(months)),
      {
        description:
          'Over which the norm is kept on average (art. 75); counts where hours are not bound to the week',
      },
    ),
  ),
  splitShifts: Type.Optional(
    Type.Boolean({ description: 'Provides for shifts in two parts (art. 72)' }),
  ),
  shapes: Type.Array(Type.String({ maxLength: 40 }), {
    minItems: 1,
    maxItems: 100,
    uniqueItems: true,
    description: 'Codes of the shifts that it allows',
  }),
  dayMaxPaidMinutes: Type.Integer({ minimum: QUARTER, maximum: DAY }),
  weekTargetPaidMinutes: Type.Integer({ minimum: QUARTER, maximum: WEEK, description: 'Owed' }),
  weekMaxPaidMinutes: Type.Integer({ minimum: QUARTER, maximum: WEEK }),
  minRestMinutes: Type.Integer({ minimum: 0, maximum: 4 * DAY, description: 'Between shifts' }),
  weeklyRestMinutes: Type.Integer({
    minimum: 0,
    maximum: 5 * DAY,
    description: 'The longest rest of every week',
  }),
  maxConsecutiveDays: Type.Integer({ minimum: 1, maximum: 14 }),
  maxConsecutiveNights: Type.Integer({ minimum: 0, maximum: 14 }),
  costPerHour: Type.Number({
    minimum: 0.01,
    maximum: 1000,
    description: 'Beside that of the others; 1 is common',
  }),
  overtimeMultiplier: Type.Number({ minimum: 1, maximum: 10 }),
}

const TERMS_EXAMPLE = {
  name: { kk: 'Толық жұмыс уақыты', ru: 'Полное рабочее время', en: 'Full time' },
  regime: 'five_day',
  accountingMonths: 3,
  splitShifts: false,
  shapes: ['F8'],
  dayMaxPaidMinutes: 480,
  weekTargetPaidMinutes: 2400,
  weekMaxPaidMinutes: 2400,
  minRestMinutes: 720,
  weeklyRestMinutes: 2520,
  maxConsecutiveDays: 6,
  maxConsecutiveNights: 4,
  costPerHour: 1,
  overtimeMultiplier: 1.5,
} as const

export const TermsChange = Type.Object(TERMS, {
  additionalProperties: false,
  examples: [TERMS_EXAMPLE],
})
export type TermsChange = Static<typeof TermsChange>

export const NewTerms = Type.Object(
  { code: ShiftCode, ...TERMS },
  { additionalProperties: false, examples: [{ code: 'FT40', ...TERMS_EXAMPLE }] },
)
export type NewTerms = Static<typeof NewTerms>

export const ContractTerms = Type.Object(
  {
    code: Type.String(),
    ...TERMS,
    people: Type.Integer({ description: 'Working under it today' }),
  },
  { $id: 'ContractTerms', examples: [{ code: 'FT40', ...TERMS_EXAMPLE, people: 30 }] },
)
export type ContractTerms = Static<typeof ContractTerms>

export const WorkingTime = Type.Object(
  { shapes: Type.Array(ref(ShiftShape)), contracts: Type.Array(ref(ContractTerms)) },
  { $id: 'WorkingTime' },
)
export type WorkingTime = Static<typeof WorkingTime>
