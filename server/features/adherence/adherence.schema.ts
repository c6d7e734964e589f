import { type Static, type TSchema, Type } from 'typebox'

import type { OperatorId } from '#forecasting/kernel/units.ts'

import {
  NEW_POLICY,
  PERSON_DAY,
  POLICY,
  POLICY_VERSION,
  PREVIEW,
  REPORT,
} from './adherence-examples.ts'
import { FORMULAS, KINDS, VERDICTS } from './adherence-policy.ts'
import type { AdherenceException } from './exceptions.schema.ts'

const closed = { additionalProperties: false }
const Id = Type.String({ format: 'uuid' })
const PersonId = Type.Unsafe<OperatorId>(Id)
const Day = Type.String({ format: 'date' })
const Instant = Type.String({ format: 'date-time' })
const OrNull = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])
const Seconds = Type.Number({ minimum: 0 })
const Ratio = OrNull(Type.Number({ minimum: 0 }))
const Name = Type.String({ minLength: 1, maxLength: 60, pattern: '^[a-z0-9_]+$' })
const Tolerance = Type.Number({ minimum: 0, maximum: 86_400 })

export const Policy = Type.Object(
  {
    formula: Type.Enum([...FORMULAS]),
    outsideShift: Type.Enum(['ignore', 'exception']),
    conformanceCredit: Type.Enum(['within_shift', 'everywhere']),
    judged: Type.Enum(['all', 'productive']),
    toleranceSeconds: Tolerance,
    activities: Type.Record(
      Name,
      Type.Object(
        { kind: Type.Enum([...KINDS]), toleranceSeconds: Type.Optional(Tolerance) },
        closed,
      ),
    ),
    states: Type.Record(Name, Type.Object({ kind: Type.Enum([...KINDS]) }, closed)),
    table: Type.Record(Name, Type.Record(Name, Type.Enum([...VERDICTS]))),
  },
  { $id: 'AdherencePolicy', ...closed, examples: [POLICY] },
)

const Verdicts = Type.Record(Type.String(), Type.Record(Type.String(), Type.Enum([...VERDICTS])), {
  description: 'Of every activity and state: the table, and where it is silent the kinds',
})

export const PolicyVersion = Type.Object(
  {
    version: Type.Integer({ minimum: 0, description: '0 is what the service begins with' }),
    validFrom: OrNull(Instant),
    policy: Type.Unsafe<Static<typeof Policy>>(Type.Ref('AdherencePolicy')),
    note: Type.String(),
    madeBy: OrNull(Type.String()),
    verdicts: Verdicts,
  },
  { $id: 'AdherencePolicyVersion', examples: [POLICY_VERSION] },
)
export type PolicyVersion = Static<typeof PolicyVersion>

export const NewPolicy = Type.Object(
  {
    policy: Type.Unsafe<Static<typeof Policy>>(Type.Ref('AdherencePolicy')),
    validFrom: Type.Optional(Instant),
    note: Type.Optional(Type.String({ maxLength: 500 })),
  },
  { ...closed, examples: [NEW_POLICY] },
)

/** A policy to be tried on days that are past. */
export const PolicyTrial = Type.Object(
  {
    policy: Type.Unsafe<Static<typeof Policy>>(Type.Ref('AdherencePolicy')),
    from: Day,
    to: Type.String({ format: 'date', description: 'The first day outside' }),
  },
  { ...closed, examples: [{ policy: POLICY, from: '2026-11-25', to: '2026-11-26' }] },
)

export const AdherenceQuery = Type.Object(
  {
    from: Day,
    to: Type.String({ format: 'date', description: 'The first day outside' }),
    operatorId: Type.Optional(PersonId),
    policyVersion: Type.Optional(
      Type.Integer({ minimum: 0, description: 'Judge by this version, not by the one of the day' }),
    ),
  },
  closed,
)

const Totals = Type.Object({
  scheduledSeconds: Seconds,
  inSeconds: Seconds,
  outSeconds: Seconds,
  neutralSeconds: Seconds,
  unknownSeconds: Seconds,
  toleratedSeconds: Seconds,
  excusedSeconds: Seconds,
  deviations: Type.Integer({ minimum: 0 }),
  scheduledProductiveSeconds: Seconds,
  unknownProductiveSeconds: Seconds,
  productiveSeconds: Seconds,
  outsideSeconds: Seconds,
  outsideOutSeconds: Seconds,
})
const Figures = {
  adherence: Ratio,
  adherenceWithoutTolerance: Ratio,
  conformance: Ratio,
  totals: Totals,
}

export const AdherenceReport = Type.Object(
  {
    formula: Type.Enum([...FORMULAS]),
    policyVersions: Type.Array(Type.Integer()),
    ...Figures,
    teams: Type.Array(
      Type.Object({
        team: OrNull(Type.String({ description: 'Code; null for people of no team' })),
        ...Figures,
      }),
      { description: 'By the teams that people are in now' },
    ),
    weeks: Type.Array(Type.Object({ monday: Day, ...Figures }), {
      description: 'As much of a week as lies within the period',
    }),
    days: Type.Array(Type.Object({ date: Day, ...Figures })),
    activities: Type.Array(Type.Object({ activity: Type.String(), ...Figures })),
    people: Type.Array(
      Type.Object({
        operatorId: PersonId,
        name: Type.String(),
        personnelNumber: Type.String(),
        ...Figures,
        days: Type.Array(Type.Object({ date: Day, ...Figures })),
        activities: Type.Array(Type.Object({ activity: Type.String(), ...Figures })),
      }),
    ),
  },
  { $id: 'AdherenceReport', examples: [REPORT] },
)
export type AdherenceReport = Static<typeof AdherenceReport>

/** A period of one's own. */
export const MyPeriod = Type.Object(
  { from: AdherenceQuery.properties.from, to: AdherenceQuery.properties.to },
  closed,
)
export const MyDayParams = Type.Object({ date: Day })

const Trial = Type.Object(Figures)
export const PolicyPreview = Type.Object(
  {
    before: Trial,
    after: Trial,
    verdicts: Verdicts,
    people: Type.Array(
      Type.Object({
        operatorId: PersonId,
        name: Type.String(),
        before: Ratio,
        after: Ratio,
      }),
      { description: 'Whose adherence becomes another, the greatest change first' },
    ),
  },
  { $id: 'PolicyPreview', examples: [PREVIEW] },
)
export type PolicyPreview = Static<typeof PolicyPreview>

export const PersonDayParams = Type.Object({ operatorId: PersonId, date: Day })

const Verdict = Type.Enum([...VERDICTS])
const JudgedSpan = Type.Object({
  from: Instant,
  to: Instant,
  activity: OrNull(Type.String()),
  state: Type.String(),
  verdict: Verdict,
  cause: Type.Enum(['table', 'excused', 'tolerated', 'outside', 'no_data', 'unmapped']),
})

export const PersonDay = Type.Object(
  {
    operatorId: PersonId,
    name: Type.String(),
    date: Day,
    from: Instant,
    to: Instant,
    policyVersion: Type.Integer(),
    formula: Type.Enum([...FORMULAS]),
    schedule: Type.Array(Type.Object({ from: Instant, to: Instant, activity: Type.String() })),
    states: Type.Array(
      Type.Object({
        from: Instant,
        to: Instant,
        state: Type.String(),
        reason: OrNull(Type.String()),
      }),
    ),
    judged: Type.Array(JudgedSpan),
    exceptions: Type.Array(Type.Unsafe<AdherenceException>(Type.Ref('AdherenceException'))),
    ...Figures,
  },
  { $id: 'PersonDay', examples: [PERSON_DAY] },
)
export type PersonDay = Static<typeof PersonDay>
