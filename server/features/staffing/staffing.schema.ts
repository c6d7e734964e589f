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

export const ExplanationQuery = Type.Object({
  queueId: Type.Unsafe<QueueId>(Id),
  at: Type.String({ format: 'date-time', description: 'Any instant within the interval' }),
})

const Goal = Type.Union([Type.Literal('interval'), Type.Literal('period')], {
  description:
    'interval: every promise holds in every interval; period: the mean wait and the lost share hold over each week together, as the order counts them, with fewer hours',
})

const Confidence = Type.Union([Type.Literal(0.5), Type.Literal(0.75), Type.Literal(0.9)], {
  description:
    'How sure the agents are to keep every promise, by the doubt of the forecast, instead of what the queues say',
})

const QueueFirstTries = Type.Object({
  share: Type.Number({ description: 'First tries among the offered of the last 13 weeks' }),
  redialShare: Type.Number({ description: 'Of those who give up, who try again' }),
})

const FirstTries = Type.Record(Type.String(), QueueFirstTries, {
  description: 'By queue code, for queues that know who tries again',
})

export const NewRequirement = Type.Object(
  {
    forecastId: Id,
    goal: Type.Optional(Goal),
    confidence: Type.Optional(Confidence),
    firstTries: Type.Optional(
      Type.Boolean({
        description:
          'True: for first tries and the redials that these agents leave, not for those that an earlier lack of people made',
      }),
    ),
  },
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
    goal: Goal,
    agentHours: Type.Union([Type.Number(), Type.Null()], {
      description: 'Hours of operators at work on the queues, all intervals; null in old versions',
    }),
    everyIntervalAgentHours: Type.Union([Type.Number(), Type.Null()], {
      description:
        'What promises kept in every interval need: more than agentHours by what the goal of a period saves',
    }),
    confidence: Type.Union([Confidence, Type.Null()], {
      description: 'Asked for instead of what the queues say; null: as the queues say',
    }),
    firstTries: Type.Union([FirstTries, Type.Null()], {
      description: 'Null: for contacts as they are offered',
    }),
    staleBecause: Type.Array(StaleReason, {
      description: 'Empty while it still stands',
    }),
    madeBy: Type.String(),
    madeAt: Instant,
  },
  {
    $id: 'Requirement',
    examples: [
      {
        id: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a71',
        version: 2,
        forecastId: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a61',
        forecastVersion: 3,
        fromDate: '2026-11-23',
        toDate: '2027-01-04',
        engineVersion: '1',
        goal: 'interval',
        agentHours: 8012.5,
        everyIntervalAgentHours: 8012.5,
        confidence: null,
        firstTries: null,
        staleBecause: ['overrides'],
        madeBy: 'Планировщик',
        madeAt: '2026-11-23T04:05:00.000Z',
      },
    ],
  },
)
export type Requirement = Static<typeof Requirement>

const confident = (percent: number) =>
  Type.Union([Type.Integer(), Type.Null()], {
    description: `Operators that meet every target with a probability of ${percent} %; null where the forecast tells no doubt`,
  })

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
            'Which target decides: asa, service_level, abandon_share, max_occupancy, deadline, stability, period (the promise over the week) or none',
        }),
        band: Type.Union([Type.String(), Type.Null()], {
          description:
            'Where the wait lies beside the 40–60 s band: in_band, above_band, below_band_unavoidable, below_band_avoidable, no_load',
        }),
        asaSeconds: NumberOrNull,
        serviceLevel: NumberOrNull,
        abandonShare: NumberOrNull,
        occupancy: NumberOrNull,
        contactsInHand: Type.Union([Type.Number(), Type.Null()], {
          description:
            'The load staffed to: contacts in hand if each found a free operator at once. Lags behind arrivals by about a handle time. Null where nobody is needed, and in requirements made by an older engine',
        }),
        agents50: confident(50),
        agents75: confident(75),
        agents90: confident(90),
        asaChance: Type.Union([Type.Number({ minimum: 0, maximum: 1 }), Type.Null()], {
          description:
            'Probability that the mean wait stays within its target with these agents, by the doubt of the forecast; null where no wait is promised',
        }),
      }),
    ),
  },
  {
    $id: 'RequirementPoints',
    examples: [
      {
        intervalMinutes: 30,
        points: [
          {
            startsAt: '2026-12-07T04:00:00.000Z',
            contacts: 101,
            ahtSeconds: 231,
            agents: 16,
            rostered: 20,
            binding: 'max_occupancy',
            band: 'in_band',
            asaSeconds: 42,
            serviceLevel: 0.79,
            abandonShare: 0.03,
            occupancy: 0.81,
            contactsInHand: 12.7,
            agents50: 16,
            agents75: 17,
            agents90: 18,
            asaChance: 0.68,
          },
        ],
      },
    ],
  },
)
export type RequirementPoints = Static<typeof RequirementPoints>

const Outcome = Type.Object({
  agents: Type.Integer(),
  asaSeconds: Type.Union([Type.Number(), Type.Null()], {
    description: 'Null when the line grows without end, or nobody answers',
  }),
  serviceLevel: NumberOrNull,
  abandonShare: Type.Number(),
  occupancy: Type.Number({
    description: 'Share of the time spent on contacts; for chat, of the conversations possible',
  }),
  missed: Type.Union([Type.String(), Type.Null()], {
    description: 'The first target that it misses; null when it meets all',
  }),
})

export const RequirementExplanation = Type.Object(
  {
    confidence: Type.Union([Type.Number(), Type.Null()], {
      description:
        'How sure the agents are to keep every promise; null: those of the expected volume',
    }),
    firstTries: Type.Union([QueueFirstTries, Type.Null()], {
      description: 'What the offered contacts were brought down by; null: by nothing',
    }),
    startsAt: Instant,
    contacts: Type.Number(),
    ahtSeconds: NumberOrNull,
    agents: Type.Integer(),
    rostered: Type.Integer(),
    binding: Type.String(),
    band: Type.Union([Type.String(), Type.Null()]),
    model: Type.Union([Type.String(), Type.Null()], {
      description:
        'erlang_c, erlang_a where patience is known, chat where an agent holds several conversations, deferred for work with a deadline; null when nobody is needed',
    }),
    offeredErlangs: Type.Number({
      description: 'Agents that the work would keep busy without a pause',
    }),
    agentsByTarget: Type.Array(Type.Object({ target: Type.String(), agents: Type.Integer() }), {
      description: 'What each target would need if it were the only one',
    }),
    outcomes: Type.Array(Outcome, {
      description:
        'With one agent fewer, as required, and with one more; empty for deferred work, which is staffed by the run of open hours',
    }),
    shrinkagePlanned: Type.Number(),
    shrinkageUnplanned: Type.Number(),
  },
  {
    $id: 'RequirementExplanation',
    examples: [
      {
        confidence: 0.75,
        firstTries: null,
        startsAt: '2026-06-01T04:00:00.000Z',
        contacts: 10,
        ahtSeconds: 240,
        agents: 3,
        rostered: 4,
        binding: 'asa',
        band: 'below_band_unavoidable',
        model: 'erlang_c',
        offeredErlangs: 1.3333,
        agentsByTarget: [
          { target: 'asa', agents: 3 },
          { target: 'max_occupancy', agents: 2 },
        ],
        outcomes: [
          exampleOutcome(2, 192, 0.6667, 'asa'),
          exampleOutcome(3, 26.03, 0.4444, null),
          exampleOutcome(4, 4.66, 0.3333, null),
        ],
        shrinkagePlanned: 0.1,
        shrinkageUnplanned: 0.05,
      },
    ],
  },
)
export type RequirementExplanation = Static<typeof RequirementExplanation>

function exampleOutcome(
  agents: number,
  asaSeconds: number,
  occupancy: number,
  missed: string | null,
): Static<typeof Outcome> {
  return { agents, asaSeconds, serviceLevel: null, abandonShare: 0, occupancy, missed }
}
