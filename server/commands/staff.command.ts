import { readFile } from 'node:fs/promises'

import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'

import {
  evaluateQueue,
  missedTarget,
  requiredAgents,
  type StaffingAnswer,
  type StaffingTargets,
} from '#forecasting/staffing/required-agents.ts'
import { rosteredFor } from '#forecasting/staffing/shrinkage.ts'

import { type Command, InputError, parseOptions } from './command.ts'

const DEFINITIONS = {
  excluding_short_abandons: 'excludingShortAbandons',
  of_offered: 'ofOffered',
  of_answered: 'ofAnswered',
  answered_or_abandoned: 'answeredOrAbandoned',
} as const

const Share = Type.Number({ minimum: 0, maximum: 1 })
const Seconds = Type.Number({ exclusiveMinimum: 0 })

const Item = Type.Object({
  id: Type.Union([Type.String(), Type.Number()]),
  contacts: Type.Number({ minimum: 0 }),
  interval_seconds: Seconds,
  aht_seconds: Seconds,
  patience_seconds: Type.Optional(Seconds),
  model: Type.Union([Type.Literal('erlang_c'), Type.Literal('erlang_a')]),
  targets: Type.Object({
    asa_seconds: Type.Optional(Type.Number({ minimum: 0 })),
    service_level: Type.Optional(
      Type.Object({
        share: Share,
        within_seconds: Type.Number({ minimum: 0 }),
        definition: Type.Optional(
          Type.Unsafe<keyof typeof DEFINITIONS>(
            Type.Union(Object.keys(DEFINITIONS).map((name) => Type.Literal(name))),
          ),
        ),
      }),
    ),
    abandon_share: Type.Optional(Share),
    max_occupancy: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1 })),
  }),
  shrinkage: Type.Optional(Type.Number({ minimum: 0, exclusiveMaximum: 1 })),
  agents: Type.Optional(Type.Integer({ minimum: 0 })),
})
type Item = Static<typeof Item>

/** Required agents for a list of intervals and queues; no database. */
export const staffCommand: Command = {
  name: 'staff',
  summary: 'Required agents for a list of intervals and queues.',
  usage: '--input FILE',
  async run(args) {
    const options = parseOptions(args, { input: 'string' })
    const items = readItems(await readJson(options.required('input')))
    process.stdout.write(`${JSON.stringify(items.map(staffItem))}\n`)
  },
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new InputError(`${file} cannot be read`)
  })
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new InputError(`${file} is not JSON: ${error instanceof Error ? error.message : ''}`)
  }
}

function readItems(value: unknown): readonly Item[] {
  if (!Array.isArray(value)) throw new InputError('the input must be a list')
  return value.map((item: unknown, index) => {
    if (!Value.Check(Item, item)) {
      const [fault] = Value.Errors(Item, item)
      const { id = index } = (item ?? {}) as { id?: unknown }
      throw new InputError(
        `item ${JSON.stringify(id)}: ${fault?.instancePath ?? ''} ${fault?.message ?? ''}`,
      )
    }
    if (item.model === 'erlang_a' && item.patience_seconds === undefined) {
      throw new InputError(`item ${item.id}: /patience_seconds is required with erlang_a`)
    }
    return item
  })
}

function staffItem(item: Item): Record<string, unknown> {
  const load = {
    offeredErlangs: (item.contacts * item.aht_seconds) / item.interval_seconds,
    handleSeconds: item.aht_seconds,
    ...(item.model === 'erlang_a' && item.patience_seconds !== undefined
      ? { patienceSeconds: item.patience_seconds }
      : {}),
  }
  const targets = targetsOf(item)
  const answer = item.agents === undefined ? requiredAgents(load, targets) : evaluated(item.agents)
  const definition = targets.serviceLevel?.definition ?? 'excludingShortAbandons'
  const { metrics } = answer
  return {
    id: item.id,
    agents: answer.agents,
    rostered: rosteredFor(answer.agents, item.shrinkage ?? 0),
    binding: answer.binding,
    asa_seconds: metrics.asaSeconds,
    service_level: metrics.service?.[definition] ?? null,
    abandon_share: metrics.abandonShare,
    occupancy: metrics.occupancy,
    p_wait: metrics.probabilityOfWait,
  }

  function evaluated(agents: number): StaffingAnswer {
    const found = evaluateQueue(load, agents, targets.serviceLevel?.withinSeconds)
    return { agents, binding: missedTarget(found, targets) ?? 'none', metrics: found }
  }
}

function targetsOf({ targets }: Item): StaffingTargets {
  const level = targets.service_level
  return {
    ...(targets.asa_seconds === undefined ? {} : { asaSeconds: targets.asa_seconds }),
    ...(targets.abandon_share === undefined ? {} : { abandonShare: targets.abandon_share }),
    ...(targets.max_occupancy === undefined ? {} : { maxOccupancy: targets.max_occupancy }),
    ...(level === undefined
      ? {}
      : {
          serviceLevel: {
            share: level.share,
            withinSeconds: level.within_seconds,
            definition: DEFINITIONS[level.definition ?? 'excluding_short_abandons'],
          },
        }),
  }
}
