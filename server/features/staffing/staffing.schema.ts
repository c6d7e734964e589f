import { type Static, Type } from 'typebox'

import type { QueueId } from '#forecasting/kernel/units.ts'

const Id = Type.String({ format: 'uuid' })
const Instant = Type.String({ format: 'date-time' })
const NumberOrNull = Type.Union([Type.Number(), Type.Null()])

export const RequirementParams = Type.Object({ requirementId: Id })

export const RequirementQuery = Type.Object({
  queueId: Type.Unsafe<QueueId>(Id),
  from: Instant,
  to: Instant,
})

export const NewRequirement = Type.Object(
  { forecastId: Id },
  {
    additionalProperties: false,
    examples: [{ forecastId: '00000000-0000-4000-8000-000000000000' }],
  },
)
export type NewRequirement = Static<typeof NewRequirement>

export const StaleReason = Type.Union(
  [
    Type.Literal('history'),
    Type.Literal('overrides'),
    Type.Literal('newer_forecast'),
    Type.Literal('settings'),
  ],
  {
    description:
      "history: the forecast itself is stale; overrides: the planner's overrides were changed since; newer_forecast: a later version covers a part of the same days; settings: targets, hours or shrinkage were changed",
  },
)
export type StaleReason = Static<typeof StaleReason>

export const Requirement = Type.Object(
  {
    id: Id,
    version: Type.Integer(),
    forecastId: Id,
    forecastVersion: Type.Integer(),
    fromDate: Type.String({ format: 'date' }),
    toDate: Type.String({ format: 'date' }),
    engineVersion: Type.String(),
    staleBecause: Type.Array(StaleReason, {
      description: 'Empty while it still stands',
    }),
    madeBy: Type.String(),
    madeAt: Instant,
  },
  { $id: 'Requirement' },
)
export type Requirement = Static<typeof Requirement>

export const RequirementPoints = Type.Object(
  {
    intervalMinutes: Type.Integer(),
    points: Type.Array(
      Type.Object({
        startsAt: Instant,
        contacts: Type.Number(),
        ahtSeconds: NumberOrNull,
        agents: Type.Integer({ description: 'At work on the queue' }),
        rostered: Type.Integer({ description: 'In the schedule, shrinkage included' }),
        binding: Type.String({
          description:
            'Which target decides: asa, service_level, abandon_share, max_occupancy, deadline, stability or none',
        }),
        band: Type.Union([Type.String(), Type.Null()], {
          description:
            'Where the wait lies beside the 40–60 s band: in_band, above_band, below_band_unavoidable, below_band_avoidable, no_load',
        }),
        asaSeconds: NumberOrNull,
        serviceLevel: NumberOrNull,
        abandonShare: NumberOrNull,
        occupancy: NumberOrNull,
      }),
    ),
  },
  { $id: 'RequirementPoints' },
)
export type RequirementPoints = Static<typeof RequirementPoints>
