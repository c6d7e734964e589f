/** The file of the command `simulate`: its fields, their ranges, and what it means to the engine. */
import { type Static, Type } from 'typebox'
import { Compile } from 'typebox/compile'

import { shiftLevels } from '#forecasting/simulation/shift-levels.ts'
import type {
  SimulatedCentre,
  SimulatedGroup,
  SimulatedQueue,
} from '#forecasting/simulation/simulated-centre.ts'
import { chatSpeeds, soloSeconds } from '#forecasting/staffing/chat-speeds.ts'

import { InputError } from './command.ts'
import { checkedInput } from './json-input.ts'

const closed = { additionalProperties: false }
const Seconds = Type.Number({ minimum: 0, maximum: 1e7 })
const Share = Type.Number({ minimum: 0, maximum: 1 })
const Id = Type.String({ minLength: 1, maxLength: 200 })
const Contacts = Type.Number({ minimum: 0, maximum: 1e6 })
const Agents = Type.Integer({ minimum: 0, maximum: 10_000 })
const byInterval = <Figure extends typeof Contacts | typeof Agents>(figure: Figure) =>
  Type.Array(figure, { minItems: 1, maxItems: 10_000 })

const QueueSchema = Type.Object(
  {
    id: Id,
    kind: Type.Optional(Type.Enum(['call', 'chat', 'deferred'])),
    contacts: byInterval(Contacts),
    aht_seconds: Type.Union([Seconds, byInterval(Seconds)]),
    aht_cv: Type.Optional(Type.Number({ minimum: 0, maximum: 10 })),
    patience_seconds: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1e7 })),
    redial_share: Type.Optional(Share),
    redial_seconds: Type.Optional(Seconds),
    within_seconds: Type.Optional(Seconds),
    deadline_seconds: Type.Optional(Seconds),
    concurrency: Type.Optional(Type.Integer({ minimum: 1, maximum: 6 })),
    chat_speeds: Type.Optional(
      Type.Array(Type.Number({ minimum: 1, maximum: 6 }), { minItems: 1, maxItems: 6 }),
    ),
    priority: Type.Optional(Type.Integer({ minimum: -100, maximum: 100 })),
    targets: Type.Optional(
      Type.Object(
        { asa_seconds: Type.Optional(Seconds), abandon_share: Type.Optional(Share) },
        closed,
      ),
    ),
  },
  closed,
)
type QueueInput = Static<typeof QueueSchema>

const Span = { start_seconds: Type.Number(), end_seconds: Type.Number() }
const ShiftSchema = Type.Object(
  {
    ...Span,
    people: Type.Optional(Agents),
    breaks: Type.Optional(Type.Array(Type.Object(Span, closed))),
  },
  closed,
)

const GroupSchema = Type.Object(
  {
    id: Id,
    queues: Type.Array(Id, { minItems: 1 }),
    agents: Type.Optional(Type.Union([Agents, byInterval(Agents)])),
    shifts: Type.Optional(Type.Array(ShiftSchema)),
    reserve: Type.Optional(Agents),
  },
  closed,
)
type GroupInput = Static<typeof GroupSchema>

export const SimulateInput = Type.Object(
  {
    interval_seconds: Type.Number({ exclusiveMinimum: 0, maximum: 86_400 }),
    runs: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
    seed: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_147_483_647 })),
    /** Relative deviation of the level of a whole run. */
    volume_cv: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
    queues: Type.Array(QueueSchema, { minItems: 1, maxItems: 500 }),
    groups: Type.Array(GroupSchema, { minItems: 1, maxItems: 2000 }),
  },
  closed,
)
export type SimulateInput = Static<typeof SimulateInput>

const validator = Compile(SimulateInput)

/** @throws {InputError} that names the field and the rule */
export function checkedSimulation(value: unknown): SimulateInput {
  const input = checkedInput(validator, value, 'the input')
  const intervals = input.queues[0]?.contacts.length ?? 0
  for (const queue of input.queues) {
    const lengths = [queue.contacts, queue.aht_seconds].flatMap((list) =>
      Array.isArray(list) ? list.length : [],
    )
    if (lengths.some((length) => length !== intervals)) {
      throw new InputError(`queue ${queue.id}: must have ${intervals} intervals as the first queue`)
    }
  }
  for (const group of input.groups) checkGroup(group, input.queues, intervals)
  return input
}

function checkGroup(group: GroupInput, queues: readonly QueueInput[], intervals: number): void {
  const unknown = group.queues.find((id) => !queues.some((queue) => queue.id === id))
  if (unknown !== undefined) throw new InputError(`group ${group.id}: there is no queue ${unknown}`)
  if ((group.agents === undefined) === (group.shifts === undefined)) {
    throw new InputError(`group ${group.id}: must have either agents or shifts`)
  }
  if (Array.isArray(group.agents) && group.agents.length !== intervals) {
    throw new InputError(`group ${group.id}: agents: must be of ${intervals} intervals`)
  }
}

/** @throws {InputError} if a figure does not fit the others */
export function centreOf(input: SimulateInput): SimulatedCentre {
  return {
    intervalSeconds: input.interval_seconds,
    volumeCv: input.volume_cv ?? 0,
    queues: input.queues.map(queueOf),
    groups: input.groups.map((group) => groupOf(group, input)),
  }
}

function queueOf(queue: QueueInput): SimulatedQueue {
  const kind = queue.kind ?? 'call'
  const concurrency = queue.concurrency ?? 1
  const speeds = chatSpeeds(concurrency, queue.chat_speeds)
  const handleSeconds = queue.contacts.map((_, t) => {
    const seconds = Array.isArray(queue.aht_seconds) ? queue.aht_seconds[t] : queue.aht_seconds
    // A chat lasts longer than its work: the operator writes to others meanwhile.
    return kind === 'chat' ? soloSeconds(seconds ?? 0, speeds, 1) : (seconds ?? 0)
  })
  return {
    kind,
    contacts: queue.contacts,
    handleSeconds,
    handleCv: queue.aht_cv ?? 1,
    patienceSeconds: queue.patience_seconds ?? Infinity,
    redialShare: queue.redial_share ?? 0,
    redialSeconds: queue.redial_seconds ?? 600,
    thresholdSeconds: (kind === 'deferred' ? queue.deadline_seconds : queue.within_seconds) ?? 60,
    priority: queue.priority ?? 0,
  }
}

function groupOf(group: GroupInput, input: SimulateInput): SimulatedGroup {
  const queues = group.queues.map((id) => input.queues.findIndex((queue) => queue.id === id))
  const chats = queues
    .map((index) => input.queues[index])
    .filter((queue) => queue?.kind === 'chat')
    .map((queue) => chatSpeeds(queue?.concurrency ?? 1, queue?.chat_speeds))
  // Where chats of several kinds meet, nobody holds more than the most careful of them allows.
  const fewest = chats.toSorted((a, b) => a.length - b.length)[0]
  return {
    queues,
    levels: levelsOf(group, input.interval_seconds),
    reserve: group.reserve ?? 0,
    chatSpeeds: fewest ?? [1],
  }
}

function levelsOf({ id, agents, shifts }: GroupInput, seconds: number): SimulatedGroup['levels'] {
  if (typeof agents === 'number') return [{ atSeconds: 0, agents }]
  if (agents !== undefined) {
    return agents.map((count, t) => ({ atSeconds: t * seconds, agents: count }))
  }
  try {
    return shiftLevels(
      (shifts ?? []).map(({ people, breaks, ...span }) => ({
        ...spanOf(span),
        people: people ?? 1,
        breaks: (breaks ?? []).map(spanOf),
      })),
    )
  } catch (error) {
    throw new InputError(`group ${id}: ${error instanceof Error ? error.message : ''}`)
  }
}

function spanOf(span: { readonly start_seconds: number; readonly end_seconds: number }) {
  return { fromSeconds: span.start_seconds, toSeconds: span.end_seconds }
}
