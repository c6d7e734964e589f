import { type Static, Type } from 'typebox'

import { orNull } from '#server/platform/http/or-null.ts'

import { BREAK_PLACES, CONSENT_KINDS, RESTRICTION_KINDS } from './legal-limits.ts'
import { type CardWarning, OperatorParams } from './operators.schema.ts'

const Id = Type.String({ format: 'uuid' })
const DateText = Type.String({ format: 'date', examples: ['2026-12-01'] })
const Document = Type.String({ minLength: 1, maxLength: 200, description: 'Kind, number, date' })
const literals = <Value extends string>(values: readonly Value[]) =>
  Type.Unsafe<Value>(Type.String({ enum: [...values] }))

const EXAMPLE_ID = '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0b11'

const Children = Type.Integer({ minimum: 1, maximum: 10, description: 'Under one and a half' })
const Place = Type.Unsafe<(typeof BREAK_PLACES)[number]>(
  Type.String({ enum: [...BREAK_PLACES], description: 'What breaks for feeding are joined to' }),
)

const restriction = {
  kind: literals(RESTRICTION_KINDS),
  fromDate: DateText,
  toDate: orNull(DateText),
  document: Document,
}
const consent = {
  kind: literals(CONSENT_KINDS),
  document: Document,
  givenOn: DateText,
  withdrawnOn: orNull(DateText),
}

const WARNINGS: readonly CardWarning[] = [
  'week-over-legal-norm',
  'shifts-over-legal-length',
  'personal-data-consent-missing',
]

export const PersonalRecords = Type.Object(
  {
    restrictions: Type.Array(
      Type.Object({
        id: Id,
        ...restriction,
        children: orNull(Children),
        breaksJoinedTo: orNull(Place),
      }),
    ),
    consents: Type.Array(Type.Object({ id: Id, ...consent })),
    limits: Type.Object(
      {
        nightBan: Type.Boolean(),
        weekMaxPaidMinutes: orNull(Type.Integer()),
        shiftMaxPaidMinutes: orNull(Type.Integer()),
        holidayBan: Type.Boolean(),
        personalBreaks: orNull(Type.Object({ lengthMinutes: Type.Integer(), joinedTo: Place })),
      },
      { description: 'What follows from them today, and holds in every schedule' },
    ),
    warnings: Type.Array(literals(WARNINGS), {
      description:
        'Where the contract asks for more than the law allows, and a consent that is missing',
    }),
  },
  {
    $id: 'PersonalRecords',
    examples: [
      {
        restrictions: [
          {
            id: EXAMPLE_ID,
            kind: 'pregnancy',
            children: null,
            breaksJoinedTo: null,
            fromDate: '2026-10-01',
            toDate: '2027-02-15',
            document: 'Справка № 12 от 01.10.2026',
          },
        ],
        consents: [
          {
            id: EXAMPLE_ID,
            kind: 'personal_data',
            document: 'Согласие № 7 от 01.03.2024',
            givenOn: '2024-03-01',
            withdrawnOn: null,
          },
        ],
        limits: {
          nightBan: true,
          weekMaxPaidMinutes: null,
          shiftMaxPaidMinutes: 480,
          holidayBan: true,
          personalBreaks: null,
        },
        warnings: [],
      },
    ],
  },
)
export type PersonalRecords = Static<typeof PersonalRecords>

export const NewRestriction = Type.Object(
  {
    ...restriction,
    children: Type.Optional(orNull(Children)),
    breaksJoinedTo: Type.Optional(orNull(Place)),
  },
  {
    additionalProperties: false,
    description: 'Of who feeds a child also of how many, and where the breaks go (art. 82(3)–(5))',
    examples: [
      {
        kind: 'disability_2',
        fromDate: '2026-10-01',
        toDate: null,
        document: 'Справка МСЭ № 5 от 20.09.2026',
      },
    ],
  },
)
export type NewRestriction = Static<typeof NewRestriction>

export const NewConsent = Type.Object(consent, {
  additionalProperties: false,
  examples: [
    {
      kind: 'night_work',
      document: 'Согласие № 3 от 01.10.2026',
      givenOn: '2026-10-01',
      withdrawnOn: null,
    },
  ],
})
export type NewConsent = Static<typeof NewConsent>

export const RestrictionEnd = Type.Object(
  { toDate: DateText },
  { additionalProperties: false, examples: [{ toDate: '2026-12-31' }] },
)
export const ConsentEnd = Type.Object(
  { withdrawnOn: DateText },
  { additionalProperties: false, examples: [{ withdrawnOn: '2026-12-31' }] },
)

export const PersonalRecordParams = Type.Object({ ...OperatorParams.properties, recordId: Id })
