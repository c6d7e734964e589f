/**
 * The operators of a group that hold several chats at once. An operator with j chats works on each
 * at speed(j)/j: a chat ends when the operator's clock, which runs at that rate, has run for the
 * chat's work. A new chat goes to whoever holds the fewest.
 */
import { CHATS_MAX } from '../staffing/chat-speeds.ts'

/** A clock has run for a chat when it is this near, in seconds: sums of rates are not exact. */
const CLOCK_SLACK = 1e-9

export class ChatDesk {
  private readonly speeds: readonly number[]
  private readonly clock: Float64Array
  private readonly clockedAt: Float64Array
  private readonly held: Uint8Array
  /** When each chat is done, on the operator's clock. */
  private readonly doneAt: Float64Array
  /** A call, or other work that takes the whole operator. */
  private readonly isExclusive: Uint8Array
  private readonly isThere: Uint8Array
  /** Tells an event that an operator's chats have changed since it was foreseen. */
  private readonly versions: Int32Array
  private level = 0
  /** Operators with at least one contact, those who should have gone included. */
  busy = 0
  /** Contacts that they hold. */
  contacts = 0
  /** Operators who are there, or have not finished. */
  present = 0

  constructor(most: number, speeds: readonly number[]) {
    this.speeds = speeds
    this.clock = new Float64Array(most)
    this.clockedAt = new Float64Array(most)
    this.held = new Uint8Array(most)
    this.doneAt = new Float64Array(most * CHATS_MAX)
    this.isExclusive = new Uint8Array(most)
    this.isThere = new Uint8Array(most)
    this.versions = new Int32Array(most)
  }

  /** Sends people home, those with the fewest contacts first, or calls them in. */
  setLevel(agents: number): void {
    while (this.level > agents) {
      this.isThere[this.leastBusy(CHATS_MAX + 1)] = 0
      this.level--
    }
    while (this.level < agents) {
      // Whoever has not quite gone comes back before somebody new.
      let away = -1
      for (let agent = 0; agent < this.isThere.length; agent++) {
        if (this.isThere[agent] === 1) continue
        if (away < 0 || (this.held[agent] as number) > (this.held[away] as number)) away = agent
      }
      this.isThere[away] = 1
      this.level++
    }
    this.countPresent()
  }

  /** Operators who hold nothing. */
  idle(): number {
    let count = 0
    for (let agent = 0; agent < this.held.length; agent++) {
      if (this.isThere[agent] === 1 && this.held[agent] === 0) count++
    }
    return count
  }

  acceptsChat(): boolean {
    return this.leastBusy(this.speeds.length) >= 0
  }

  /** Gives a contact to whoever holds the fewest; the operator's index. */
  start(now: number, work: number, isExclusive: boolean): number {
    const agent = this.leastBusy(isExclusive ? 1 : this.speeds.length)
    this.advance(agent, now)
    const place = agent * CHATS_MAX + (this.held[agent] as number)
    this.doneAt[place] = (this.clock[agent] as number) + work
    this.isExclusive[agent] = isExclusive ? 1 : 0
    if (this.held[agent] === 0) this.busy++
    this.held[agent] = (this.held[agent] as number) + 1
    this.contacts++
    this.versions[agent] = (this.versions[agent] as number) + 1
    return agent
  }

  /** Ends what is done by now; the operator may hold more. */
  finish(agent: number, now: number): void {
    this.advance(agent, now)
    const base = agent * CHATS_MAX
    const until = (this.clock[agent] as number) + CLOCK_SLACK
    let left = 0
    for (let i = 0; i < (this.held[agent] as number); i++) {
      const doneAt = this.doneAt[base + i] as number
      if (doneAt > until) this.doneAt[base + left++] = doneAt
    }
    this.contacts -= (this.held[agent] as number) - left
    this.held[agent] = left
    this.versions[agent] = (this.versions[agent] as number) + 1
    if (left > 0) return
    this.isExclusive[agent] = 0
    // Clocks that begin anew stay small, and small ones are exact.
    this.clock[agent] = 0
    this.busy--
    this.countPresent()
  }

  /** When the operator is next done with something; Infinity if nothing is held. */
  nextDone(agent: number): number {
    const held = this.held[agent] as number
    let first = Infinity
    for (let i = 0; i < held; i++) {
      first = Math.min(first, this.doneAt[agent * CHATS_MAX + i] as number)
    }
    if (first === Infinity) return Infinity
    const left = Math.max(0, first - (this.clock[agent] as number))
    return (this.clockedAt[agent] as number) + (left * held) / this.speedOf(held)
  }

  versionOf(agent: number): number {
    return this.versions[agent] as number
  }

  private advance(agent: number, now: number): void {
    const held = this.held[agent] as number
    if (held > 0) {
      const passed = now - (this.clockedAt[agent] as number)
      this.clock[agent] = (this.clock[agent] as number) + (passed * this.speedOf(held)) / held
    }
    this.clockedAt[agent] = now
  }

  private speedOf(held: number): number {
    return this.speeds[held - 1] as number
  }

  /** Of those who are there and hold fewer than `limit`; -1 if there is nobody. */
  private leastBusy(limit: number): number {
    let least = -1
    let fewest = limit
    for (let agent = 0; agent < this.held.length && fewest > 0; agent++) {
      if (this.isThere[agent] === 0) continue
      // A call fills its operator.
      const held = this.isExclusive[agent] === 1 ? CHATS_MAX : (this.held[agent] as number)
      if (held < fewest) {
        least = agent
        fewest = held
      }
    }
    return least
  }

  private countPresent(): void {
    this.present = 0
    for (let agent = 0; agent < this.held.length; agent++) {
      if (this.isThere[agent] === 1 || (this.held[agent] as number) > 0) this.present++
    }
  }
}
