/** A centre made ready for many runs: what does not change from one run to the next. */
import { checkCentre, intervalCountOf, type SimulatedCentre } from './simulated-centre.ts'

/** A change of who is there, or (`group` -1) the end of an interval. */
interface Change {
  readonly atSeconds: number
  readonly group: number
  readonly agents: number
}

export interface CompiledCentre {
  readonly centre: SimulatedCentre
  readonly intervals: number
  /** By time; at one time the end of an interval comes first. */
  readonly changes: readonly Change[]
  /** Largest number of people in each group at any time. */
  readonly most: readonly number[]
  /** Queues of calls and chats of each group, by priority; and its deferred ones. */
  readonly live: readonly (readonly number[])[]
  readonly deferred: readonly (readonly number[])[]
  /** Whether somebody of the group may hold several contacts. */
  readonly hasDesk: readonly boolean[]
}

/** @throws {RangeError} if a figure is out of its range */
export function compileCentre(centre: SimulatedCentre): CompiledCentre {
  checkCentre(centre)
  const { queues, groups } = centre
  const kindOf = (queue: number): string | undefined => queues[queue]?.kind
  const priorityOf = (queue: number): number => queues[queue]?.priority ?? 0
  const intervals = intervalCountOf(centre)
  return {
    centre,
    intervals,
    changes: changesOf(centre, intervals),
    most: groups.map(({ levels }) =>
      levels.reduce((most, { agents }) => Math.max(most, agents), 0),
    ),
    live: groups.map((group) =>
      group.queues
        .filter((queue) => kindOf(queue) !== 'deferred')
        .toSorted((a, b) => priorityOf(a) - priorityOf(b)),
    ),
    deferred: groups.map((group) => group.queues.filter((queue) => kindOf(queue) === 'deferred')),
    hasDesk: groups.map(
      (group) =>
        group.chatSpeeds.length > 1 && group.queues.some((queue) => kindOf(queue) === 'chat'),
    ),
  }
}

function changesOf({ intervalSeconds, groups }: SimulatedCentre, intervals: number): Change[] {
  const ends = Array.from({ length: intervals }, (_, interval) => ({
    atSeconds: (interval + 1) * intervalSeconds,
    group: -1,
    agents: 0,
  }))
  const levels = groups.flatMap((group, index) =>
    group.levels.map(({ atSeconds, agents }) => ({ atSeconds, group: index, agents })),
  )
  return [...ends, ...levels].toSorted((a, b) => a.atSeconds - b.atSeconds)
}
