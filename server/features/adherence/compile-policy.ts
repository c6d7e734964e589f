import { type AdherencePolicy, NO_DATA, type Verdict } from './adherence-policy.ts'

/** Why the verdict is what it is; `unmapped` is a name that the policy does not have. */
export type Cause = 'table' | 'excused' | 'tolerated' | 'outside' | 'no_data' | 'unmapped'

/** What a policy says of one pair of activity and state. */
export interface Ruling {
  /** Null outside the shift. */
  readonly activity: string | null
  readonly state: string
  readonly verdict: Verdict
  readonly cause: Cause
  /** The state is productive, whatever was planned. */
  readonly isProductive: boolean
  /** Productive work was planned, whatever was done. */
  readonly isProductivePlan: boolean
}

/** A policy with every pair ruled beforehand: judging a moment is two lookups. */
export interface CompiledPolicy {
  readonly policy: AdherencePolicy
  readonly rulings: ReadonlyMap<string | null, ReadonlyMap<string, Ruling>>
  /** By activity, seconds. */
  readonly tolerances: ReadonlyMap<string | null, number>
  readonly toleratesAny: boolean
}

/** @throws {RangeError} if the table names an activity or a state that the policy does not have */
export function compilePolicy(policy: AdherencePolicy): CompiledPolicy {
  const strange = unknownNames(policy)
  if (strange.length > 0) throw new RangeError(`the policy's table names ${strange.join(', ')}`)
  const states = [...Object.keys(policy.states), NO_DATA]
  const rule = (activity: string | null): [string | null, ReadonlyMap<string, Ruling>] => [
    activity,
    new Map(states.map((state) => [state, rulingOf(policy, activity, state)])),
  ]
  const tolerances = Object.entries(policy.activities).map(
    ([name, { toleranceSeconds }]): [string, number] => [
      name,
      toleranceSeconds ?? policy.toleranceSeconds,
    ],
  )
  return {
    policy,
    rulings: new Map([null, ...Object.keys(policy.activities)].map(rule)),
    tolerances: new Map(tolerances),
    toleratesAny: tolerances.some(([, seconds]) => seconds > 0),
  }
}

/** The ruling on one pair; `unknown` where the policy has no such activity or state. */
export function rulingFor(
  compiled: CompiledPolicy,
  activity: string | null,
  state: string,
): Ruling {
  const ruling = compiled.rulings.get(activity)?.get(state)
  if (ruling !== undefined) return ruling
  const { kind } = (activity === null ? undefined : compiled.policy.activities[activity]) ?? {}
  return {
    activity,
    state,
    verdict: activity === null ? 'neutral' : 'unknown',
    cause: activity === null ? 'outside' : 'unmapped',
    isProductive: false,
    isProductivePlan: kind === 'work',
  }
}

/** What a policy says of every activity and state of it. */
export function verdictTable(policy: AdherencePolicy): Record<string, Record<string, Verdict>> {
  const states = [...Object.keys(policy.states), NO_DATA]
  return Object.fromEntries(
    Object.keys(policy.activities).map((activity) => [
      activity,
      Object.fromEntries(states.map((state) => [state, verdictOf(policy, activity, state)])),
    ]),
  )
}

/** Names in the table that are neither declared activities nor states. */
export function unknownNames({ activities, states, table }: AdherencePolicy): readonly string[] {
  return Object.entries(table).flatMap(([activity, row]) => [
    ...(Object.hasOwn(activities, activity) ? [] : [activity]),
    ...Object.keys(row).filter((state) => !Object.hasOwn(states, state) && state !== NO_DATA),
  ])
}

function rulingOf(policy: AdherencePolicy, activity: string | null, state: string): Ruling {
  const isProductive = policy.states[state]?.kind === 'work'
  if (activity === null) {
    const isException = isProductive && policy.outsideShift === 'exception'
    const verdict = isException ? 'out' : 'neutral'
    return { activity, state, verdict, cause: 'outside', isProductive, isProductivePlan: false }
  }
  const isProductivePlan = policy.activities[activity]?.kind === 'work'
  const verdict = verdictOf(policy, activity, state)
  const cause = verdict === 'unknown' && state === NO_DATA ? 'no_data' : 'table'
  return { activity, state, verdict, cause, isProductive, isProductivePlan }
}

function verdictOf(policy: AdherencePolicy, activity: string, state: string): Verdict {
  const own = policy.table[activity]?.[state]
  if (own === undefined && state === NO_DATA) return 'unknown'
  const planned = policy.activities[activity]?.kind
  if (policy.judged === 'productive' && planned !== 'work') return 'neutral'
  return own ?? (planned === policy.states[state]?.kind ? 'in' : 'out')
}
