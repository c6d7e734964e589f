/**
 * What is to happen, by time: a binary heap in typed arrays, so that an event costs no memory.
 *
 * Most events end one contact and begin the next. Taking the first event therefore leaves a hole,
 * and the event that follows falls into it: one sift in place of two.
 */
export class EventHeap {
  private times: Float64Array
  private codes: Int32Array
  private versions: Int32Array
  private size = 0
  private isHoled = false

  /** @param capacity events to make room for at first; it grows as needed */
  constructor(capacity: number) {
    this.times = new Float64Array(capacity + 1)
    this.codes = new Int32Array(capacity + 1)
    this.versions = new Int32Array(capacity + 1)
    this.times[0] = Infinity
  }

  /** Time of the next event; Infinity when there is none. */
  nextTime(): number {
    if (this.isHoled) this.closeHole()
    return this.times[0] as number
  }

  /** What the next event is; of no meaning when there is none. */
  nextCode(): number {
    return this.codes[0] as number
  }

  /** The version that the next event was pushed with. */
  nextVersion(): number {
    return this.versions[0] as number
  }

  /** Takes the next event. Ask for its code and version first. */
  drop(): void {
    this.isHoled = true
  }

  push(time: number, code: number, version: number): void {
    if (this.isHoled) {
      this.isHoled = false
      this.siftDown(time, code, version)
      return
    }
    if (this.size === this.times.length - 1) this.grow()
    let at = this.size++
    while (at > 0) {
      const parent = (at - 1) >> 1
      if ((this.times[parent] as number) <= time) break
      this.move(parent, at)
      at = parent
    }
    this.put(at, time, code, version)
    // The place behind the last one is infinitely late, so that a parent may lack one child.
    this.times[this.size] = Infinity
  }

  private closeHole(): void {
    this.isHoled = false
    const last = --this.size
    const time = this.times[last] as number
    const code = this.codes[last] as number
    const version = this.versions[last] as number
    this.times[last] = Infinity
    if (last > 0) this.siftDown(time, code, version)
  }

  /** From the root, which is free. */
  private siftDown(time: number, code: number, version: number): void {
    const { times, size } = this
    let at = 0
    for (let child = 1; child < size; child = 2 * at + 1) {
      if ((times[child + 1] as number) < (times[child] as number)) child++
      if ((times[child] as number) >= time) break
      this.move(child, at)
      at = child
    }
    this.put(at, time, code, version)
  }

  private move(from: number, to: number): void {
    this.times[to] = this.times[from] as number
    this.codes[to] = this.codes[from] as number
    this.versions[to] = this.versions[from] as number
  }

  private put(at: number, time: number, code: number, version: number): void {
    this.times[at] = time
    this.codes[at] = code
    this.versions[at] = version
  }

  private grow(): void {
    const capacity = 2 * this.times.length
    const times = new Float64Array(capacity).fill(Infinity)
    times.set(this.times)
    const codes = new Int32Array(capacity)
    codes.set(this.codes)
    const versions = new Int32Array(capacity)
    versions.set(this.versions)
    Object.assign(this, { times, codes, versions })
  }
}
