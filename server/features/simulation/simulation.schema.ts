import { type Static, Type } from 'typebox'

import type { QueueId } from '#forecasting/kernel/units.ts'

import { StaleReason } from '../staffing/staffing.schema.ts'
import { INTERVALS, SIMULATION } from './simulation-examples.ts'

const Id = Type.String({ format: 'uuid' })
const Instant = Type.String({ format: 'date-time' })
const NumberOrNull = Type.Union([Type.Number(), Type.Null()])
const QueueIdText = Type.Unsafe<QueueId>(Id)

export const SimulationParams = Type.Object({ scheduleId: Id })
export const IntervalsParams = Type.Object({ scheduleId: Id, simulationId: Id })
export const IntervalsQuery = Type.Object({
  queueId: Type.Optional(
    Type.Unsafe<QueueId>(
      Type.String({ format: 'uuid', description: 'Absent: the queues that are judged together' }),
    ),
  ),
})

export const NewSimulation = Type.Object(
  {
    runs: Type.Optional(
      Type.Integer({ minimum: 20, maximum: 1000, default: 200, description: 'Simulated weeks' }),
    ),
    seed: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647, default: 1 })),
  },
  { additionalProperties: false, examples: [{ runs: 200 }] },
)
export type NewSimulation = Static<typeof NewSimulation>

const Spread = Type.Object(
  { mean: NumberOrNull, p10: NumberOrNull, p50: NumberOrNull, p90: NumberOrNull },
  {
    description:
      'The mean over all contacts, and what 10, 50 and 90 of a hundred runs stay below; null where nobody came',
  },
)

const Chance = Type.Union([Type.Number({ minimum: 0, maximum: 1 }), Type.Null()], {
  description: 'Share of the runs that keep every promise; null where nothing is promised',
})

const figures = {
  offered: Spread,
  asaSeconds: Spread,
  serviceLevel: Spread,
  abandonShare: Spread,
  occupancy: Spread,
}

const JudgedSpan = Type.Object({
  fromDate: Type.String({ format: 'date' }),
  ...figures,
  keptChance: Chance,
})

const Line = Type.Object({
  queueIds: Type.Array(QueueIdText),
  promises: Type.Array(
    Type.Object({
      queueId: QueueIdText,
      asaSeconds: NumberOrNull,
      abandonShare: NumberOrNull,
      serviceLevel: NumberOrNull,
    }),
    { description: 'What each queue of the line is judged by; null where it promises nothing' },
  ),
  days: Type.Array(JudgedSpan),
  weeks: Type.Array(JudgedSpan),
})

const HalfYear = Type.Object(
  {
    fromDate: Type.String({ format: 'date' }),
    toDate: Type.String({ format: 'date', description: 'The first day after it' }),
    soFar: Type.Object({
      answered: Type.Number(),
      asaSeconds: NumberOrNull,
      abandonShare: NumberOrNull,
      untilDate: Type.String({ format: 'date', description: 'The first day not known yet' }),
    }),
    keptChance: Type.Number({ minimum: 0, maximum: 1 }),
    asaSeconds: Spread,
    abandonShare: Spread,
  },
  {
    description:
      'What the half-year so far and weeks like the simulated one come to together, by the KPIs of the order',
  },
)

export const Simulation = Type.Object(
  {
    id: Id,
    scheduleId: Id,
    revision: Type.Integer({ description: 'Of the schedule, when it was simulated' }),
    staleBecause: Type.Array(Type.Union([Type.Literal('schedule'), StaleReason]), {
      description: 'Empty while it still stands; schedule: a shift was changed since',
    }),
    runs: Type.Integer(),
    seed: Type.Integer(),
    engineVersion: Type.String(),
    dataHash: Type.String(),
    lines: Type.Array(Line, {
      description:
        'First the queues that the order judges together (the telephone), then every queue',
    }),
    halfYear: Type.Union([HalfYear, Type.Null()]),
    endlessPatience: Type.Array(QueueIdText, {
      description: 'Queues whose patience is not set: nobody gives up there, as in Erlang C',
    }),
    madeBy: Type.String(),
    madeAt: Instant,
  },
  { $id: 'Simulation', examples: [SIMULATION] },
)
export type Simulation = Static<typeof Simulation>

const Columns = Type.Object({
  mean: Type.Array(NumberOrNull),
  p10: Type.Array(NumberOrNull),
  p50: Type.Array(NumberOrNull),
  p90: Type.Array(NumberOrNull),
})

export const SimulationIntervals = Type.Object(
  {
    intervalMinutes: Type.Integer(),
    startsAt: Type.Array(Instant),
    offered: Columns,
    asaSeconds: Columns,
    serviceLevel: Columns,
    abandonShare: Columns,
    occupancy: Columns,
  },
  { $id: 'SimulationIntervals', examples: [INTERVALS] },
)
export type SimulationIntervals = Static<typeof SimulationIntervals>
