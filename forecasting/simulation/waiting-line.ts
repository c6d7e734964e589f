/** One contact that waits. */
export interface WaitingContact {
  readonly arrivedAt: number
  /** When it gives up; Infinity if never. */
  readonly leavesAt: number
  /** Time of an operator, in seconds. */
  readonly work: number
  /** Interval of its arrival. */
  readonly interval: number
  /** Its place in the list of those who may try again; -1 if it will not. */
  readonly redial: number
}

/**
 * Contacts that wait, in the order of their arrival: a ring in typed arrays. Those who have given up
 * stay until they come to the head, which keeps a contact that waits as cheap as one that does not.
 */
export class WaitingLine {
  private arrived = new Float64Array(16)
  private leaves = new Float64Array(16)
  private works = new Float64Array(16)
  private intervals = new Int32Array(16)
  private redials = new Int32Array(16)
  private head = 0
  /** Contacts in the ring, those who have given up included. */
  length = 0

  push(contact: WaitingContact): void {
    if (this.length === this.arrived.length) this.grow()
    const at = (this.head + this.length++) & (this.arrived.length - 1)
    this.arrived[at] = contact.arrivedAt
    this.leaves[at] = contact.leavesAt
    this.works[at] = contact.work
    this.intervals[at] = contact.interval
    this.redials[at] = contact.redial
  }

  /** The figures of the first contact; of no meaning when there is none. */
  headArrivedAt(): number {
    return this.arrived[this.head] as number
  }
  headLeavesAt(): number {
    return this.leaves[this.head] as number
  }
  headWork(): number {
    return this.works[this.head] as number
  }
  headInterval(): number {
    return this.intervals[this.head] as number
  }
  headRedial(): number {
    return this.redials[this.head] as number
  }

  drop(): void {
    this.head = (this.head + 1) & (this.arrived.length - 1)
    this.length--
  }

  private grow(): void {
    const old = this.arrived.length
    const straight = <Column extends Float64Array | Int32Array>(
      from: Column,
      to: Column,
    ): Column => {
      to.set(from.subarray(this.head))
      to.set(from.subarray(0, this.head), old - this.head)
      return to
    }
    this.arrived = straight(this.arrived, new Float64Array(2 * old))
    this.leaves = straight(this.leaves, new Float64Array(2 * old))
    this.works = straight(this.works, new Float64Array(2 * old))
    this.intervals = straight(this.intervals, new Int32Array(2 * old))
    this.redials = straight(this.redials, new Int32Array(2 * old))
    this.head = 0
  }
}
