/** One request of the command `staff`: its fields, their ranges, and what it means to the engine. */
import { type Static, Type } from 'typebox'
import { Compile } from 'typebox/compile'

import {
  AGENTS_MAX,
  OFFERED_ERLANGS_MAX,
  PATIENCE_SECONDS_MAX,
} from '#forecasting/staffing/queue-arguments.ts'
import type { ServiceLevelDefinition } from '#forecasting/staffing/queue-metrics.ts'
import type { QueueLoad } from '#forecasting/staffing/required-agents.ts'
import type { StaffingTargets } from '#forecasting/staffing/staffing-targets.ts'

import { InputError } from './command.ts'
import { checkedInput } from './json-input.ts'

const DEFINITIONS = {
  excluding_short_abandons: 'excludingShortAbandons',
  of_offered: 'ofOffered',
  of_answered: 'ofAnswered',
  answered_or_abandoned: 'answeredOrAbandoned',
} as const satisfies Readonly<Record<string, ServiceLevelDefinition>>

/** A shorter contact or a longer wait is a mistake of units, and costs time without end. */
const SECONDS_MIN = 0.1
const SECONDS_MAX = PATIENCE_SECONDS_MAX
const YEAR_SECONDS = 366 * 86_400

const Seconds = Type.Number({ minimum: SECONDS_MIN, maximum: SECONDS_MAX })
const WaitSeconds = Type.Number({ minimum: 0, maximum: SECONDS_MAX })
const Share = Type.Number({ minimum: 0, maximum: 1 })
const closed = { additionalProperties: false }

const StaffItemSchema = Type.Object(
  {
    id: Type.Union([Type.String({ maxLength: 200 }), Type.Number()]),
    contacts: Type.Number({ minimum: 0, maximum: 1e9 }),
    interval_seconds: Type.Number({ minimum: SECONDS_MIN, maximum: YEAR_SECONDS }),
    aht_seconds: Seconds,
    patience_seconds: Type.Optional(Seconds),
    model: Type.Enum(['erlang_c', 'erlang_a']),
    targets: Type.Object(
      {
        asa_seconds: Type.Optional(WaitSeconds),
        service_level: Type.Optional(
          Type.Object(
            {
              share: Share,
              within_seconds: WaitSeconds,
              definition: Type.Optional(
                Type.Enum(Object.keys(DEFINITIONS) as (keyof typeof DEFINITIONS)[]),
              ),
            },
            closed,
          ),
        ),
        abandon_share: Type.Optional(Share),
        max_occupancy: Type.Optional(Type.Number({ minimum: 0.01, maximum: 1 })),
      },
      closed,
    ),
    shrinkage: Type.Optional(Type.Number({ minimum: 0, maximum: 0.99 })),
    agents: Type.Optional(Type.Integer({ minimum: 0, maximum: AGENTS_MAX })),
  },
  closed,
)
export type StaffItem = Static<typeof StaffItemSchema>

// Compiled: the interpreted check took most of the time of a file of 100,000 requests.
const validator = Compile(StaffItemSchema)

/** @throws {InputError} that names the item, the field and the rule */
export function checkedItem(value: unknown, index: number): StaffItem {
  const where = `item ${nameOf(value, index)}`
  const item = checkedInput(validator, value, where)
  if (item.model === 'erlang_a' && item.patience_seconds === undefined) {
    throw new InputError(`${where}: patience_seconds: is required with erlang_a`)
  }
  const { offeredErlangs } = loadOf(item)
  if (offeredErlangs > OFFERED_ERLANGS_MAX) {
    throw new InputError(
      `${where}: contacts × aht_seconds / interval_seconds: must be <= ${OFFERED_ERLANGS_MAX} Erlangs, is ${offeredErlangs}`,
    )
  }
  return item
}

export function loadOf(item: StaffItem): QueueLoad {
  return {
    offeredErlangs: (item.contacts * item.aht_seconds) / item.interval_seconds,
    handleSeconds: item.aht_seconds,
    ...(item.model === 'erlang_a' && item.patience_seconds !== undefined
      ? { patienceSeconds: item.patience_seconds }
      : {}),
  }
}

export function targetsOf({ targets }: StaffItem): StaffingTargets {
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

/** By its id, or by its place in the list, counted from 1, where it has none. */
function nameOf(value: unknown, index: number): string {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined
  return typeof id === 'string' || typeof id === 'number'
    ? JSON.stringify(id)
    : `number ${index + 1}`
}
