import { type Static, Type } from 'typebox'

import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'
import { orNull } from '#server/platform/http/or-null.ts'

const Id = Type.Unsafe<OperatorId>(Type.String({ format: 'uuid' }))
const DateText = Type.Unsafe<LocalDate>(Type.String({ format: 'date' }))
const Reason = Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' })

const EXAMPLE_ID = '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0f51' as OperatorId
const RULE = { months: 60, source: 'Приказ № 14 от 12.01.2026' }

export const RetentionRule = Type.Object(
  {
    months: Type.Integer({ minimum: 1, maximum: 1200, description: 'After the last day of work' }),
    source: Type.String({
      minLength: 1,
      maxLength: 500,
      pattern: '\\S',
      description: "The act that sets it: the centre's own, or the law",
    }),
  },
  { additionalProperties: false, examples: [RULE] },
)
export type RetentionRule = Static<typeof RetentionRule>

const Proposal = Type.Object({
  operatorId: Id,
  fullName: Type.String(),
  personnelNumber: Type.String(),
  leftOn: DateText,
  dueOn: DateText,
})
export type Proposal = Static<typeof Proposal>

const Decision = Type.Object({
  decision: Type.Unsafe<'anonymised' | 'kept'>(Type.String({ enum: ['anonymised', 'kept'] })),
  fullName: Type.String({ description: 'As it stands now: of somebody anonymised, no name' }),
  reason: Type.String(),
  leftOn: DateText,
  keepUntil: orNull(DateText),
  decidedBy: Type.String(),
  decidedAt: Type.String({ format: 'date-time' }),
})
export type Decision = Static<typeof Decision>

export const Retention = Type.Object(
  {
    rule: orNull(Type.Object({ months: Type.Integer(), source: Type.String() })),
    proposals: Type.Array(Proposal, {
      description: 'Whose period is over; the longest gone first',
    }),
    decisions: Type.Array(Decision, { description: 'The newest first' }),
  },
  {
    $id: 'Retention',
    examples: [
      {
        rule: RULE,
        proposals: [
          {
            operatorId: EXAMPLE_ID,
            fullName: 'Ахметова Айгуль',
            personnelNumber: '1042',
            leftOn: '2021-11-20' as LocalDate,
            dueOn: '2026-11-20' as LocalDate,
          },
        ],
        decisions: [
          {
            decision: 'kept',
            fullName: 'Ахметов Азамат',
            reason: 'Судебный спор, дело № 2-118',
            leftOn: '2021-10-01' as LocalDate,
            keepUntil: '2027-06-01' as LocalDate,
            decidedBy: 'Кадровик',
            decidedAt: '2026-11-25T04:00:00.000Z',
          },
        ],
      },
    ],
  },
)
export type Retention = Static<typeof Retention>

export const RetentionParams = Type.Object({ operatorId: Id })

export const Anonymisation = Type.Object(
  {
    personnelNumber: Type.String({
      minLength: 1,
      description: 'Written once more, for it cannot be taken back',
    }),
    reason: Reason,
  },
  {
    additionalProperties: false,
    examples: [{ personnelNumber: '1042', reason: 'Срок хранения истёк' }],
  },
)
export type Anonymisation = Static<typeof Anonymisation>

export const Keeping = Type.Object(
  { until: DateText, reason: Reason },
  {
    additionalProperties: false,
    examples: [{ until: '2027-06-01' as LocalDate, reason: 'Судебный спор, дело № 2-118' }],
  },
)
export type Keeping = Static<typeof Keeping>
