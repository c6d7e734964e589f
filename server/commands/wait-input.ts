/** The contacts that a schedule is to answer, and what their waiting costs or must come to. */
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'

import type { Instance } from '#forecasting/scheduling/instance.ts'
import type { WaitGoal } from '#forecasting/scheduling/wait/solve-for-wait.ts'
import type { WaitLoad } from '#forecasting/scheduling/wait/wait-load.ts'

import { InputError } from './command.ts'
import { checkedInput } from './json-input.ts'

/** Nobody waits longer than this on average, where no patience is known: overload stays finite. */
const PATIENCE_SECONDS = 3600
const MINUTES_PER_DAY = 1440

const Positive = Type.Number({ exclusiveMinimum: 0 })

const WaitFile = Compile(
  Type.Object(
    {
      goal: Type.Optional(
        Type.Object(
          {
            asa_seconds: Type.Optional(Positive),
            lost_share: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1 })),
          },
          { additionalProperties: false, minProperties: 1 },
        ),
      ),
      wait_hour_price: Type.Optional(Positive),
      lost_price: Type.Optional(Type.Number({ minimum: 0 })),
      queues: Type.Array(
        Type.Object(
          {
            id: Type.String(),
            aht_seconds: Positive,
            patience_seconds: Type.Optional(Positive),
            shrinkage: Type.Optional(Type.Number({ minimum: 0, exclusiveMaximum: 1 })),
            contacts: Type.Array(Type.Number({ minimum: 0 })),
          },
          { additionalProperties: false },
        ),
        { minItems: 1 },
      ),
    },
    { additionalProperties: false },
  ),
)

export interface WaitInput {
  readonly loads: readonly WaitLoad[]
  /** What the horizon must come to at the least cost; without it `waitHour` prices waiting. */
  readonly goal: WaitGoal | undefined
  readonly waitHour: number
  readonly lost: number
}

/**
 * Reads the contacts of every skill of a problem.
 *
 * @throws {InputError} if the file is of another form, lacks a skill, or has another number of intervals
 */
export function readWaitInput(value: unknown, instance: Instance): WaitInput {
  const {
    goal,
    wait_hour_price,
    lost_price = 0,
    queues,
  } = checkedInput(WaitFile, value, 'the wait')
  if ((goal === undefined) === (wait_hour_price === undefined)) {
    throw new InputError('the wait: give either goal or wait_hour_price')
  }
  const count = (instance.days * MINUTES_PER_DAY) / instance.intervalMin
  const loads = instance.skills.map(({ id }): WaitLoad => {
    const queue = queues.find((one) => one.id === id)
    if (queue === undefined)
      throw new InputError(`the wait: has no queue ${id}, a skill of the problem`)
    const { contacts, aht_seconds, patience_seconds = PATIENCE_SECONDS, shrinkage = 0 } = queue
    if (contacts.length !== count) {
      throw new InputError(
        `the wait: queue ${id} must have ${count} contacts, got ${contacts.length}`,
      )
    }
    const times = { handleSeconds: aht_seconds, patienceSeconds: patience_seconds }
    return { skill: id, ...times, shrinkage, contacts }
  })
  return {
    loads,
    goal:
      goal === undefined
        ? undefined
        : {
            asaSeconds: goal.asa_seconds ?? Number.POSITIVE_INFINITY,
            lostShare: goal.lost_share ?? 1,
          },
    waitHour: wait_hour_price ?? 1,
    lost: lost_price,
  }
}
