import { type Static, Type } from 'typebox'

import type { OperatorId } from '#forecasting/kernel/units.ts'
import { orNull } from '#server/platform/http/or-null.ts'
import { ref } from '#server/platform/http/ref.ts'

import { Text3 } from '../centers/centers.schema.ts'

const Id = Type.String({ format: 'uuid' })
const DateText = Type.String({ format: 'date', examples: ['2026-12-01'] })
const Code = Type.String({ pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N}_.\\-]{0,59}$' })
const literals = <Value extends string>(values: readonly Value[]) =>
  Type.Unsafe<Value>(Type.String({ enum: [...values] }))

const KINDS = ['staff', 'non_staff'] as const
const WORKPLACES = ['office', 'remote'] as const
/** Regimes of working time (Labour Code, chapters 6 and 7). */
export const REGIMES = [
  'five_day',
  'six_day',
  'part_time',
  'shift',
  'summarised',
  'sliding',
  'flexible',
] as const

export const OperatorParams = Type.Object({
  operatorId: Type.Unsafe<OperatorId>(Type.String({ format: 'uuid' })),
})

export const OperatorFilter = Type.Object({
  left: Type.Optional(Type.Boolean({ description: 'True: those who have left, too' })),
})

const personal = {
  personnelNumber: Type.String({
    minLength: 1,
    maxLength: 40,
    description: 'Identifies the person in the centre; never an IIN',
  }),
  fullName: Type.String({ minLength: 1, maxLength: 200 }),
  kind: literals(KINDS),
  takesContacts: Type.Boolean({ description: 'False: a person of the centre who is not rostered' }),
  position: orNull(Type.String({ minLength: 1, maxLength: 200 })),
  siteCode: Type.String({ minLength: 1 }),
  teamCode: orNull(Type.String({ minLength: 1 })),
  workplace: literals(WORKPLACES),
  hiredOn: DateText,
}

const PERSON = {
  personnelNumber: 'K-0001',
  fullName: 'Ахметова Айгуль',
  kind: 'staff' as const,
  takesContacts: true,
  position: 'Оператор',
  siteCode: 'A',
  teamCode: null,
  workplace: 'office' as const,
  hiredOn: '2024-03-01',
}
const EXAMPLE_ID = '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0b01'

export const Operator = Type.Object(
  {
    id: Id,
    ...personal,
    contractCode: Type.String({ description: 'The one in force on the day of asking' }),
    leftOn: orNull(DateText),
    languages: Type.Array(
      Type.Object({ code: Type.String(), level: Type.Integer({ minimum: 0, maximum: 5 }) }),
      { description: 'Competences of kind `language`, valid on the day of asking' },
    ),
  },
  {
    $id: 'Operator',
    examples: [
      {
        id: EXAMPLE_ID,
        ...PERSON,
        contractCode: 'FT40',
        leftOn: null,
        languages: [{ code: 'language.kk', level: 4 }],
      },
    ],
  },
)
export type Operator = Static<typeof Operator>

const HeldCompetence = Type.Object({
  code: Type.String(),
  level: Type.Integer({ minimum: 0, maximum: 5 }),
  assessedOn: DateText,
  validUntil: orNull(DateText),
})

/** A finding of the card that asks HR to act. */
const CARD_WARNINGS = [
  'week-over-legal-norm',
  'shifts-over-legal-length',
  'personal-data-consent-missing',
] as const
export type CardWarning = (typeof CARD_WARNINGS)[number]

export const OperatorCard = Type.Object(
  {
    person: ref(Operator),
    userId: orNull(Id),
    contracts: Type.Array(Type.Object({ fromDate: DateText, contractCode: Type.String() }), {
      description: 'The first is that of the hiring',
    }),
    earlierEmployments: Type.Array(Type.Object({ hiredOn: DateText, leftOn: DateText })),
    competences: Type.Array(HeldCompetence),
    absences: Type.Array(
      Type.Object({ kind: Type.String(), fromDate: DateText, toDate: DateText }),
      { description: 'Of the last year and to come; the last day is a day away' },
    ),
  },
  {
    $id: 'OperatorCard',
    examples: [
      {
        person: {
          id: EXAMPLE_ID,
          ...PERSON,
          contractCode: 'FT40',
          leftOn: null,
          languages: [],
        },
        userId: null,
        contracts: [{ fromDate: '2024-03-01', contractCode: 'FT40' }],
        earlierEmployments: [],
        competences: [
          { code: '19.1', level: 3, assessedOn: '2026-02-10', validUntil: '2027-02-09' },
        ],
        absences: [{ kind: 'annual', fromDate: '2026-07-01', toDate: '2026-07-14' }],
      },
    ],
  },
)
export type OperatorCard = Static<typeof OperatorCard>

export const NewOperator = Type.Object(
  {
    personnelNumber: personal.personnelNumber,
    fullName: personal.fullName,
    siteCode: personal.siteCode,
    contractCode: Type.String({ minLength: 1 }),
    hiredOn: personal.hiredOn,
    ...Type.Partial(
      Type.Object({
        kind: personal.kind,
        takesContacts: personal.takesContacts,
        position: personal.position,
        teamCode: personal.teamCode,
        workplace: personal.workplace,
      }),
    ).properties,
  },
  {
    additionalProperties: false,
    examples: [
      {
        personnelNumber: PERSON.personnelNumber,
        fullName: PERSON.fullName,
        siteCode: 'A',
        contractCode: 'FT40',
        hiredOn: PERSON.hiredOn,
      },
    ],
  },
)
export type NewOperator = Static<typeof NewOperator>

export const OperatorChange = Type.Partial(
  Type.Object({
    personnelNumber: personal.personnelNumber,
    fullName: personal.fullName,
    kind: personal.kind,
    takesContacts: personal.takesContacts,
    position: personal.position,
    siteCode: personal.siteCode,
    teamCode: personal.teamCode,
    workplace: personal.workplace,
    hiredOn: Type.String({
      format: 'date',
      description: 'After the day somebody left: they are hired again, and the span before is kept',
    }),
    leftOn: Type.Union([Type.String({ format: 'date' }), Type.Null()], {
      description: 'The last day of work',
    }),
    userId: Type.Union([Id, Type.Null()], { description: "The person's own sign-in" }),
  }),
  { minProperties: 1, additionalProperties: false, examples: [{ leftOn: '2026-12-31' }] },
)
export type OperatorChange = Static<typeof OperatorChange>

export const ContractChange = Type.Object(
  { fromDate: DateText, contractCode: Type.String({ minLength: 1 }) },
  { additionalProperties: false, examples: [{ fromDate: '2026-12-01', contractCode: 'PT20' }] },
)

export const ContractParams = Type.Object({
  ...OperatorParams.properties,
  fromDate: Type.String({ format: 'date' }),
})

export const ContractKind = Type.Object(
  {
    code: Type.String(),
    name: ref(Text3),
    regime: literals(REGIMES),
    weekTargetPaidMinutes: Type.Integer(),
    weekMaxPaidMinutes: Type.Integer(),
    longestShiftPaidMinutes: Type.Integer({ description: 'Of the shifts that it allows' }),
    people: Type.Integer({ description: 'Working under it today' }),
  },
  {
    $id: 'ContractKind',
    examples: [
      {
        code: 'FT40',
        name: { kk: 'Толық жұмыс уақыты', ru: 'Полное рабочее время', en: 'Full time' },
        regime: 'five_day',
        weekTargetPaidMinutes: 2400,
        weekMaxPaidMinutes: 2400,
        longestShiftPaidMinutes: 480,
        people: 30,
      },
    ],
  },
)
export type ContractKind = Static<typeof ContractKind>

export const Site = Type.Object(
  {
    code: Code,
    name: ref(Text3),
    workplaces: Type.Integer({ minimum: 0, maximum: 100_000 }),
    people: Type.Integer({ description: 'Working there today, those at home left out' }),
  },
  {
    $id: 'Site',
    examples: [
      {
        code: 'A',
        name: { kk: 'А алаңы', ru: 'Площадка А', en: 'Site A' },
        workplaces: 34,
        people: 38,
      },
    ],
  },
)
export type Site = Static<typeof Site>

export const SiteBody = Type.Object(
  { code: Code, name: ref(Text3), workplaces: Site.properties.workplaces },
  {
    additionalProperties: false,
    examples: [
      { code: 'A', name: { kk: 'А алаңы', ru: 'Площадка А', en: 'Site A' }, workplaces: 34 },
    ],
  },
)
export type SiteBody = Static<typeof SiteBody>

export const Team = Type.Object(
  { code: Code, name: ref(Text3), people: Type.Integer({ description: 'In it today' }) },
  {
    $id: 'Team',
    examples: [
      { code: 'first', name: { kk: 'Бірінші топ', ru: 'Первая группа', en: 'First' }, people: 12 },
    ],
  },
)
export type Team = Static<typeof Team>

export const TeamBody = Type.Object(
  { code: Code, name: ref(Text3) },
  {
    additionalProperties: false,
    examples: [{ code: 'first', name: { kk: 'Бірінші топ', ru: 'Первая группа', en: 'First' } }],
  },
)
export type TeamBody = Static<typeof TeamBody>

export const SignIn = Type.Object(
  { userId: Id, name: Type.String(), email: Type.String() },
  {
    $id: 'SignIn',
    examples: [{ userId: EXAMPLE_ID, name: 'Ахметова Айгуль', email: 'a.akhmetova@centre.kz' }],
  },
)

export const CodeParams = Type.Object({ code: Type.String({ minLength: 1 }) })
