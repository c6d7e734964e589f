import { type Static, Type } from 'typebox'

import type { OperatorId, QueueId } from '#forecasting/kernel/units.ts'
import type { Text3 } from '#server/platform/db/column-types.ts'
import { orNull } from '#server/platform/http/or-null.ts'

const Id = Type.String({ format: 'uuid' })
const DAY_MINUTES = 1440
const COUNT_MAX = 10_000
const MinutesOfDay = Type.Integer({ minimum: 0, maximum: DAY_MINUTES })
const Shapes = Type.Array(Type.String({ minLength: 1, maxLength: 60 }), {
  minItems: 1,
  maxItems: 100,
  description: 'Codes of shift shapes',
})
const limits = {
  min: Type.Optional(Type.Integer({ minimum: 0, maximum: COUNT_MAX })),
  max: Type.Optional(Type.Integer({ minimum: 0, maximum: COUNT_MAX })),
}

/** Whom a rule judges: who meets every list that is given. */
const RuleScope = Type.Object(
  {
    operatorIds: Type.Optional(
      Type.Array(Type.Unsafe<OperatorId>(Id), { minItems: 1, maxItems: 5000 }),
    ),
    contracts: Type.Optional(Type.Array(Type.String(), { minItems: 1, maxItems: 100 })),
    sites: Type.Optional(
      Type.Array(Type.String(), { minItems: 1, maxItems: 100, description: 'Codes of sites' }),
    ),
    queueIds: Type.Optional(
      Type.Array(Type.Unsafe<QueueId>(Id), {
        minItems: 1,
        maxItems: 100,
        description: 'People who may be given one of these queues',
      }),
    ),
  },
  { additionalProperties: false, description: 'Everybody without any list' },
)

const ruleOf = <Kind extends string, Fields extends Parameters<typeof Type.Object>[0]>(
  kind: Kind,
  fields: Fields,
  description: string,
) =>
  Type.Object(
    { kind: Type.Literal(kind), for: RuleScope, ...fields },
    { additionalProperties: false, description },
  )

/** What a rule asks for: one of nine kinds, as `docs/planner-rules.md` has them. */
export const RuleDefinition = Type.Union([
  ruleOf(
    'shifts_of_kind',
    {
      shapes: Shapes,
      per: Type.Union([Type.Literal('week'), Type.Literal('period')]),
      ...limits,
    },
    'How many shifts of these shapes a person works',
  ),
  ruleOf('working_days_in_a_row', limits, 'How many days in a row a person works'),
  ruleOf('days_off_in_a_row', limits, 'How many days in a row a person is off'),
  ruleOf('weekends_worked', limits, 'On how many weekends a person works'),
  ruleOf(
    'forbidden_succession',
    { first: Shapes, next: Shapes },
    'Shapes that may not follow others on the next day',
  ),
  ruleOf(
    'start_spread',
    { maxMin: MinutesOfDay },
    "By how many minutes a person's starts may differ within a week",
  ),
  ruleOf(
    'rotation',
    {
      cycle: Type.Array(Shapes, { minItems: 1, maxItems: 12 }),
      offsetWeeks: Type.Integer({ minimum: 0, maximum: 11 }),
    },
    'Shapes by week in turn',
  ),
  ruleOf(
    'works_with',
    { otherId: Type.Unsafe<OperatorId>(Id), minOverlapMin: MinutesOfDay },
    'Whenever a person works, another one works beside them',
  ),
  ruleOf(
    'people_on_shift',
    {
      fromMin: MinutesOfDay,
      toMin: MinutesOfDay,
      minOverlapMin: Type.Integer({ minimum: 1, maximum: DAY_MINUTES }),
      weekdays: Type.Optional(
        Type.Array(Type.Integer({ minimum: 0, maximum: 6 }), {
          minItems: 1,
          maxItems: 7,
          description: 'Monday is 0; every day when absent',
        }),
      ),
      place: Type.Optional(
        Type.Literal('office', {
          description: 'Counts those alone who work at the office that day; everybody when absent',
        }),
      ),
      ...limits,
    },
    'How many of these people are on shift in a window of every day',
  ),
])
export type RuleDefinition = Static<typeof RuleDefinition>

const content = {
  name: Type.String({
    minLength: 1,
    maxLength: 200,
    pattern: '\\S',
    description: 'What planners call it',
  }),
  definition: RuleDefinition,
  weight: orNull(
    Type.Number({
      exclusiveMinimum: 0,
      maximum: 1000,
      description: 'The price of one unit of a breach, in hours of pay; null: it must be kept',
    }),
  ),
  validFrom: Type.String({ format: 'date', description: 'Periods that begin then or later' }),
  validTo: orNull(Type.String({ format: 'date', description: 'The last such day' })),
}

const EXAMPLE = {
  name: 'Старший в каждую ночь',
  definition: {
    kind: 'people_on_shift' as const,
    for: { contracts: ['senior'] },
    fromMin: 1320,
    toMin: 360,
    minOverlapMin: 240,
    min: 1,
  },
  weight: null,
  validFrom: '2026-12-01',
  validTo: null,
}

export const NewPlannerRule = Type.Object(content, {
  additionalProperties: false,
  examples: [EXAMPLE],
})
export type NewPlannerRule = Static<typeof NewPlannerRule>

export const PlannerRuleChange = Type.Object(
  {
    ...content,
    isOn: Type.Boolean(),
    version: Type.Integer({ description: 'The one that the change was made on' }),
  },
  { additionalProperties: false, examples: [{ ...EXAMPLE, isOn: false, version: 1 }] },
)
export type PlannerRuleChange = Static<typeof PlannerRuleChange>

export const PlannerRuleParams = Type.Object({ ruleId: Id })

const RULE = {
  ruleId: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0ac1',
  version: 1,
  ...EXAMPLE,
  isOn: true,
  madeBy: 'Планировщик',
  madeAt: '2026-11-23T04:10:00.000Z',
}

/** A version of a rule; the highest one counts that is valid on the first day of a period. */
export const PlannerRule = Type.Object(
  {
    ruleId: Id,
    version: Type.Integer(),
    ...content,
    isOn: Type.Boolean(),
    madeBy: Type.String(),
    madeAt: Type.String({ format: 'date-time' }),
  },
  { $id: 'PlannerRule', examples: [RULE] },
)
export type PlannerRule = Static<typeof PlannerRule>

/** Rules, and what a rule may name. */
export const PlannerRules = Type.Object(
  {
    rules: Type.Array(Type.Unsafe<PlannerRule>(Type.Ref('PlannerRule')), {
      description: 'The latest version of each',
    }),
    shapes: Type.Array(Type.Object({ code: Type.String(), spanMinutes: Type.Integer() })),
    contracts: Type.Array(
      Type.Object({ code: Type.String(), name: Type.Unsafe<Text3>(Type.Ref('Text3')) }),
    ),
    sites: Type.Array(
      Type.Object({
        code: Type.String(),
        name: Type.Unsafe<Text3>(Type.Ref('Text3')),
        workplaces: Type.Integer({ description: 'How many people can work there at once' }),
      }),
    ),
    operators: Type.Array(Type.Object({ id: Type.Unsafe<OperatorId>(Id), name: Type.String() }), {
      description: 'People who take contacts',
    }),
  },
  {
    $id: 'PlannerRules',
    examples: [
      {
        rules: [RULE],
        shapes: [{ code: 'D9', spanMinutes: 540 }],
        contracts: [{ code: 'senior', name: { kk: 'Аға оператор', ru: 'Старший', en: 'Senior' } }],
        sites: [
          { code: 'A', name: { kk: 'А алаңы', ru: 'Площадка А', en: 'Site A' }, workplaces: 34 },
        ],
        operators: [{ id: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a91', name: 'Оператор 17' }],
      },
    ],
  },
)
export type PlannerRules = Static<typeof PlannerRules>
