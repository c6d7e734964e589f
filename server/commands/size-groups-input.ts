/** The file of the command `size-groups`: its fields, their ranges, and what it means to the engine. */
import { type Static, Type } from 'typebox'
import { Compile } from 'typebox/compile'

import type { SizingProblem } from '#forecasting/simulation/size-groups.ts'

import { InputError } from './command.ts'
import { checkedInput } from './json-input.ts'

const closed = { additionalProperties: false }
const Id = Type.String({ minLength: 1, maxLength: 200 })
const Positive = Type.Number({ exclusiveMinimum: 0, maximum: 1e6 })
const Share = Type.Number({ exclusiveMinimum: 0, maximum: 1 })

const SizeGroupsInput = Type.Object(
  {
    seed: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_147_483_647 })),
    /** Largest share of everybody's time that is spent on contacts. */
    max_occupancy: Type.Optional(Share),
    queues: Type.Array(
      Type.Object(
        {
          id: Id,
          /** Load, in Erlangs: contacts an hour × handle time in hours. */
          erlangs: Positive,
          aht_seconds: Positive,
          patience_seconds: Type.Optional(Positive),
          targets: Type.Object(
            { abandon_share: Type.Optional(Share), asa_seconds: Type.Optional(Positive) },
            { ...closed, minProperties: 1 },
          ),
        },
        closed,
      ),
      { minItems: 1, maxItems: 50 },
    ),
    groups: Type.Array(
      Type.Object(
        { id: Id, queues: Type.Array(Id, { minItems: 1 }), cost: Type.Optional(Positive) },
        closed,
      ),
      { minItems: 1, maxItems: 60 },
    ),
  },
  closed,
)
export type SizeGroupsInput = Static<typeof SizeGroupsInput>

const validator = Compile(SizeGroupsInput)

/** @throws {InputError} that names the field and the rule */
export function checkedSizing(value: unknown): SizeGroupsInput {
  const input = checkedInput(validator, value, 'the input')
  const known = new Set(input.queues.map(({ id }) => id))
  for (const { id, queues } of input.groups) {
    const unknown = queues.find((queue) => !known.has(queue))
    if (unknown !== undefined) throw new InputError(`group ${id}: there is no queue ${unknown}`)
  }
  const served = new Set(input.groups.flatMap(({ queues }) => queues))
  for (const { id, patience_seconds: patience, targets } of input.queues) {
    if (!served.has(id)) throw new InputError(`queue ${id}: no group serves it`)
    if (patience === undefined && targets.asa_seconds === undefined) {
      throw new InputError(
        `queue ${id}: without patience nobody is lost: asa_seconds must be given`,
      )
    }
  }
  return input
}

export function sizingProblem(input: SizeGroupsInput): SizingProblem {
  const indexOf = new Map(input.queues.map(({ id }, index) => [id, index]))
  return {
    queues: input.queues.map(
      ({ erlangs, aht_seconds: aht, patience_seconds: patience, targets }) => ({
        offeredErlangs: erlangs,
        handleSeconds: aht,
        patienceSeconds: patience ?? Infinity,
        abandonShare: targets.abandon_share ?? 1,
        ...(targets.asa_seconds === undefined ? {} : { asaSeconds: targets.asa_seconds }),
      }),
    ),
    // A contact asks those with the fewest competences first, whatever the order of the file.
    groups: inOrder(input).map(({ queues, cost }) => ({
      queues: queues.flatMap((id) => indexOf.get(id) ?? []),
      cost: cost ?? 1,
    })),
    ...(input.max_occupancy === undefined ? {} : { maxOccupancy: input.max_occupancy }),
  }
}

/** The groups as they are asked. */
export function inOrder({ groups }: SizeGroupsInput): SizeGroupsInput['groups'] {
  return groups.toSorted((a, b) => a.queues.length - b.queues.length)
}
