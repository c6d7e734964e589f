/** Which groups may take what: kept as people become busy and free, asked at every arrival. */
import { GroupSets } from './group-sets.ts'
import type { SimulatedCentre } from './simulated-centre.ts'

/** Sets of groups: with somebody idle, with more idle than the reserve, with a place for a chat. */
const IDLE = 0
const SPARE = 1
const CHAT = 2
/** From here on, the groups of each queue. */
const SERVES = 3

export class FreeGroups {
  private readonly sets: GroupSets
  private readonly setOfQueue: Int32Array
  private readonly reserve: Float64Array
  /** The bits that are set for each group. */
  private readonly shown: Uint8Array

  constructor({ queues, groups }: SimulatedCentre) {
    this.sets = new GroupSets(SERVES + queues.length, groups.length)
    groups.forEach((group, index) => {
      for (const queue of group.queues) this.sets.set(SERVES + queue, index, true)
    })
    this.setOfQueue = Int32Array.from(queues, ({ kind }) =>
      kind === 'call' ? IDLE : kind === 'chat' ? CHAT : SPARE,
    )
    this.reserve = Float64Array.from(groups, ({ reserve }) => reserve)
    this.shown = new Uint8Array(groups.length)
  }

  isChat(queue: number): boolean {
    return this.setOfQueue[queue] === CHAT
  }

  /** Whether so many idle people of a group may do deferred work. */
  hasSpare(group: number, idle: number): boolean {
    return idle > (this.reserve[group] as number)
  }

  /** The first group that may take a contact of the queue now; -1 if none may. */
  first(queue: number): number {
    const set = this.setOfQueue[queue] as number
    if (set === CHAT) {
      // Somebody who holds nothing is asked before somebody who holds others.
      const idle = this.sets.firstOfBoth(SERVES + queue, IDLE)
      if (idle >= 0) return idle
    }
    return this.sets.firstOfBoth(SERVES + queue, set)
  }

  /** Takes note of how many people of a group are idle, and whether one may take a chat. */
  show(group: number, idle: number, takesChat: boolean): void {
    const bits =
      (idle > 0 ? 1 << IDLE : 0) |
      (this.hasSpare(group, idle) ? 1 << SPARE : 0) |
      (takesChat ? 1 << CHAT : 0)
    if (bits === this.shown[group]) return
    this.shown[group] = bits
    for (const set of [IDLE, SPARE, CHAT]) this.sets.set(set, group, (bits & (1 << set)) !== 0)
  }
}
