import { type Static, Type } from 'typebox'

import type { QueueId } from '#forecasting/kernel/units.ts'
import { HISTORY_FINDINGS, type HistoryFinding } from '#forecasting/volume/history-decisions.ts'

const Id = Type.String({ format: 'uuid' })
const QueueIdText = Type.Unsafe<QueueId>(Id)
const Instant = Type.String({ format: 'date-time' })
const Finding = Type.Unsafe<HistoryFinding>(
  Type.Union(HISTORY_FINDINGS.map((kind) => Type.Literal(kind))),
)
const EXAMPLE_QUEUE_ID = '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a21'

export const QualityQuery = Type.Object({ queueId: QueueIdText })
export const DecisionParams = Type.Object({ decisionId: Id })

const decisionFields = {
  queueId: QueueIdText,
  from: Instant,
  to: Type.String({ format: 'date-time', description: 'The first instant after the span' }),
  finding: Finding,
  action: Type.Union(
    [Type.Literal('keep'), Type.Literal('drop'), Type.Literal('replace'), Type.Literal('usual')],
    {
      description:
        'keep: as true as any other; drop: teaches nothing; replace: `contacts` came; usual: as in the weeks around. Of a shift, keep: it lasts; drop: it will pass.',
    },
  ),
  reason: Type.String({ pattern: String.raw`\S`, minLength: 1, maxLength: 500 }),
}

const DECISION = {
  queueId: EXAMPLE_QUEUE_ID,
  from: '2026-11-11T08:00:00+05:00',
  to: '2026-11-11T10:00:00+05:00',
  finding: 'gap',
  action: 'usual',
  reason: 'The exchange was updated; calls came as always',
}

export const NewDecision = Type.Object(
  {
    ...decisionFields,
    contacts: Type.Optional(
      Type.Number({ minimum: 0, description: 'Of the whole span; with `replace`, and only then' }),
    ),
  },
  { additionalProperties: false, examples: [DECISION] },
)
export type NewDecision = Static<typeof NewDecision>

export const HistoryDecision = Type.Object({
  id: Id,
  ...decisionFields,
  contacts: Type.Union([Type.Number(), Type.Null()], {
    description: 'Of the whole span; null unless `replace`',
  }),
  active: Type.Boolean(),
  madeBy: Type.String(),
  madeAt: Instant,
})
export type HistoryDecision = Static<typeof HistoryDecision>

export const DecisionChange = Type.Object(
  { active: Type.Boolean() },
  { additionalProperties: false, examples: [{ active: false }] },
)

const FoundSpan = Type.Object({
  finding: Finding,
  from: Instant,
  to: Instant,
  came: Type.Number({ description: 'Contacts of the span, as the history tells them' }),
  usual: Type.Number({ description: 'Contacts of the same hours in the weeks around' }),
  factor: Type.Union([Type.Number(), Type.Null()], {
    description: 'Of a shift: new volume over old',
  }),
  decisionId: Type.Union([Id, Type.Null()], {
    description: 'The latest active decision about exactly this span',
  }),
})
export type FoundSpan = Static<typeof FoundSpan>

export const HistoryQuality = Type.Object(
  {
    findings: Type.Array(FoundSpan, { description: 'Latest first; at most 300' }),
    decisions: Type.Array(HistoryDecision, { description: 'Active or not, in order of making' }),
  },
  {
    $id: 'HistoryQuality',
    examples: [
      {
        findings: [
          {
            finding: 'gap',
            from: '2026-11-11T03:00:00.000Z',
            to: '2026-11-11T05:00:00.000Z',
            came: 0,
            usual: 212.5,
            factor: null,
            decisionId: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a71',
          },
        ],
        decisions: [
          {
            id: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a71',
            ...DECISION,
            contacts: null,
            active: true,
            madeBy: 'Планировщик',
            madeAt: '2026-11-23T04:00:00.000Z',
          },
        ],
      },
    ],
  },
)
export type HistoryQuality = Static<typeof HistoryQuality>
