import { type Static, Type } from 'typebox'

import { orNull } from '#server/platform/http/or-null.ts'
import { ref } from '#server/platform/http/ref.ts'

import { Text3 } from '../centers/centers.schema.ts'
import { FIGURE_UNITS } from './figures.ts'
import { KEPT_WAYS, RULE_GROUPS } from './rule-keeping.ts'

const oneOf = <Choice extends string>(choices: readonly Choice[], description: string) =>
  Type.Unsafe<Choice>(
    Type.Union(
      choices.map((choice) => Type.Literal(choice)),
      { description },
    ),
  )

const Figures = Type.Record(Type.String({ maxLength: 60 }), Type.Integer({ minimum: 0 }), {
  description: 'By name; minutes unless the figure is a count',
})

const RuleFigure = Type.Object({
  name: Type.String(),
  label: ref(Text3),
  unit: oneOf(FIGURE_UNITS, 'All but counts are in minutes; clock: from midnight on'),
  bound: orNull(
    Type.Object({
      least: Type.Integer(),
      most: Type.Integer(),
      step: Type.Integer(),
      article: orNull(Type.String({ description: 'That sets one of them' })),
    }),
  ),
})

const RuleVersion = Type.Object({
  version: Type.Integer(),
  validFrom: orNull(Type.String({ format: 'date', description: 'Null: always' })),
  figures: Figures,
  reason: Type.String(),
  madeBy: Type.String({ description: 'Empty: it came with the centre' }),
  madeAt: Type.String({ format: 'date-time' }),
})

const FIGURES_EXAMPLE = { minRestMinutes: 2880 }

/** A rule of the Labour Code or of the house, with what it says today and every version of it. */
export const LabourRule = Type.Object(
  {
    code: Type.String(),
    group: oneOf(RULE_GROUPS, 'Where it stands among the others'),
    isHouseRule: Type.Boolean({ description: 'The centre may change its figures' }),
    article: orNull(Type.String({ description: 'Of the Labour Code' })),
    says: ref(Text3),
    unless: orNull(ref(Text3)),
    kept: Type.Array(oneOf(KEPT_WAYS, 'How Kezek keeps it')),
    checks: Type.Array(Type.String(), { description: 'Names that come with a breach' }),
    how: orNull(ref(Text3)),
    figures: Type.Array(RuleFigure),
    version: Type.Integer({ description: 'The one that counts today' }),
    versions: Type.Array(RuleVersion, { description: 'The latest first' }),
  },
  {
    $id: 'LabourRule',
    examples: [
      {
        code: 'house_weekly_rest',
        group: 'house',
        isHouseRule: true,
        article: null,
        says: {
          kk: 'Әр күнтізбелік аптада үздіксіз 42 сағ тынығу болады',
          ru: 'В каждой календарной неделе — 42 ч отдыха подряд',
          en: 'Each calendar week holds 42 h of rest in one stretch',
        },
        unless: null,
        kept: ['search', 'breach'],
        checks: ['R08'],
        how: {
          kk: 'шарттар бұдан кем талап етпейді',
          ru: 'договоры требуют не меньше',
          en: 'contracts ask for at least this much',
        },
        figures: [
          {
            name: 'minRestMinutes',
            label: { kk: 'Апталық тынығу', ru: 'Еженедельный отдых', en: 'Weekly rest' },
            unit: 'hours',
            bound: { least: 1440, most: 7200, step: 15, article: '84' },
          },
        ],
        version: 1,
        versions: [
          {
            version: 1,
            validFrom: null,
            figures: { minRestMinutes: 2520 },
            reason: '',
            madeBy: '',
            madeAt: '2026-11-23T04:10:00.000Z',
          },
        ],
      },
    ],
  },
)
export type LabourRule = Static<typeof LabourRule>

export const LabourRules = Type.Object(
  { rules: Type.Array(ref(LabourRule)) },
  { $id: 'LabourRules' },
)
export type LabourRules = Static<typeof LabourRules>

export const LabourRuleParams = Type.Object({ code: Type.String({ maxLength: 60 }) })

export const HouseRuleChange = Type.Object(
  {
    figures: Figures,
    validFrom: Type.String({
      format: 'date',
      description: 'Periods that begin then or later; not before today',
    }),
    reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
    version: Type.Integer({ description: 'The latest when the change was made' }),
  },
  {
    additionalProperties: false,
    examples: [
      {
        figures: FIGURES_EXAMPLE,
        validFrom: '2026-12-07',
        reason: 'Приказ о внутреннем распорядке № 14',
        version: 1,
      },
    ],
  },
)
export type HouseRuleChange = Static<typeof HouseRuleChange>
