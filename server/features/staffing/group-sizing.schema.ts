import { type Static, Type } from 'typebox'

import type { QueueId } from '#forecasting/kernel/units.ts'

const Id = Type.String({ format: 'uuid' })
const QueueIdText = Type.Unsafe<QueueId>(Id)
const At = Type.String({ format: 'date-time', description: 'Any instant within the interval' })

export const NewGroupSizing = Type.Object(
  {
    at: At,
    competenceCost: Type.Optional(
      Type.Number({
        minimum: 0,
        maximum: 5,
        default: 0.1,
        description: 'What each further competence of a person adds to the price of one',
      }),
    ),
    seed: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647, default: 1 })),
  },
  { additionalProperties: false, examples: [{ at: '2026-12-07T05:00:00.000Z' }] },
)
export type NewGroupSizing = Static<typeof NewGroupSizing>

export const GroupQuery = Type.Object({ at: At })

const QUEUE_ID = '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a21'

export const GroupRequirement = Type.Object(
  {
    id: Id,
    requirementId: Id,
    startsAt: Type.String({ format: 'date-time' }),
    seed: Type.Integer(),
    isFinished: Type.Boolean({ description: 'False when somebody stopped the search' }),
    agents: Type.Integer({ description: 'At work, all groups together' }),
    dedicatedAgents: Type.Integer({ description: 'What the queues need one by one' }),
    groups: Type.Array(
      Type.Object({
        queueIds: Type.Array(QueueIdText),
        agents: Type.Integer(),
        rostered: Type.Integer({ description: 'In the schedule, shrinkage included' }),
        people: Type.Integer({ description: 'Who have exactly these competences, at work or not' }),
      }),
    ),
    queues: Type.Array(
      Type.Object({
        queueId: QueueIdText,
        dedicatedAgents: Type.Integer(),
        asaSeconds: Type.Number({ description: 'Simulated, with these groups' }),
        abandonShare: Type.Number(),
        serviceLevel: Type.Union([Type.Number(), Type.Null()]),
      }),
    ),
    madeBy: Type.String(),
    madeAt: Type.String({ format: 'date-time' }),
  },
  {
    $id: 'GroupRequirement',
    examples: [
      {
        id: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0ac1',
        requirementId: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a71',
        startsAt: '2026-12-07T05:00:00.000Z',
        seed: 1,
        isFinished: true,
        agents: 24,
        dedicatedAgents: 27,
        groups: [{ queueIds: [QUEUE_ID], agents: 24, rostered: 27, people: 31 }],
        queues: [
          {
            queueId: QUEUE_ID,
            dedicatedAgents: 27,
            asaSeconds: 22,
            abandonShare: 0.04,
            serviceLevel: null,
          },
        ],
        madeBy: 'Планировщик',
        madeAt: '2026-11-24T05:20:00.000Z',
      },
    ],
  },
)
export type GroupRequirement = Static<typeof GroupRequirement>
