import type { QueueId } from '#forecasting/kernel/units.ts'

import type { HoursModel, PlannedPerson, PresentPeople } from './predict-hours.ts'
import { addFigures, type ClientFigures, clientFigures, type Promised } from './promise-gap.ts'

/** A day ahead with its people gathered by what they may take, so that a few more or fewer are quickly tried. */
export interface GroupedHours {
  readonly figures: readonly ClientFigures[]
  /** The figures of an interval with so many agents more of a group; a negative number takes them away. */
  readonly withMore: (at: number, changes: readonly PresentPeople[]) => ClientFigures
}

/** What a day ahead rests on, as far as its figures go. */
export interface HoursToWeigh {
  readonly model: HoursModel
  readonly promises: readonly Promised[]
  /** Contacts by queue and interval. */
  readonly contacts: readonly (readonly number[])[]
  readonly intervalSeconds: number
}

export function groupedHours(hours: HoursToWeigh, people: readonly PlannedPerson[]): GroupedHours {
  const { model } = hours
  const groups = model.intervals.map((_, at) => groupsOf(model.presentAt(people, at)))
  const figuresAt = (present: ReadonlyMap<string, PresentPeople>, at: number): ClientFigures => {
    const there = [...present.values()].filter(({ agents }) => agents > NEGLIGIBLE)
    return addFigures(
      model.predict(there, at).map((predicted, q) =>
        clientFigures(predicted, hours.promises[q] ?? NO_PROMISE, {
          contacts: hours.contacts[q]?.[at] ?? 0,
          intervalSeconds: hours.intervalSeconds,
        }),
      ),
    )
  }
  return {
    figures: groups.map(figuresAt),
    withMore: (at, changes) => figuresAt(groupsOf(changes, groups[at]), at),
  }
}

export function groupKey(queueIds: readonly QueueId[]): string {
  return [...queueIds].toSorted().join()
}

const NEGLIGIBLE = 1e-9
const NO_PROMISE: Promised = { asaTargetSeconds: null, lostShareTarget: 1 }

function groupsOf(
  present: readonly PresentPeople[],
  before: ReadonlyMap<string, PresentPeople> = new Map(),
): Map<string, PresentPeople> {
  const groups = new Map(before)
  for (const { queueIds, agents } of present) {
    const key = groupKey(queueIds)
    groups.set(key, { queueIds, agents: (groups.get(key)?.agents ?? 0) + agents })
  }
  return groups
}
