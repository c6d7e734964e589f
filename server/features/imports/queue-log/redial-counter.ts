/** Who tries again later than this does so for another reason, or for nobody can say which. */
const FOLLOWED_MS = 3_600_000

/** How many who gave up in a queue tried it again. */
export interface RedialCounts {
  readonly queue: string
  /** Gave up with a number that is known, an hour or more before the log ends, or tried again. */
  readonly abandoned: number
  /** Of them, those who called the queue again within the hour. */
  readonly followed: number
  /** From giving up to the next try, all together. */
  readonly pauseSeconds: number
  /** When the first and the last of them gave up. */
  readonly firstMs: number
  readonly lastMs: number
}

type Counts = { -readonly [Name in keyof RedialCounts]: RedialCounts[Name] }

/**
 * Counts redials while a log is read. Of a caller nothing is held but a mark (`caller-mark.ts`), and
 * that for an hour of the log at most; what is left in the end are counts.
 */
export class RedialCounter {
  readonly #counts = new Map<string, Counts>()
  /** When a caller gave up, in the order in which they did. */
  readonly #waiting = new Map<string, { readonly queue: string; readonly gaveUpMs: number }>()

  /** Somebody enters a queue: perhaps again. */
  enter(visit: {
    readonly queue: string
    readonly caller: number
    readonly enteredMs: number
  }): void {
    this.#expire(visit.enteredMs)
    if (visit.caller === 0) return
    const key = `${visit.caller}|${visit.queue}`
    const before = this.#waiting.get(key)
    if (before === undefined) return
    this.#waiting.delete(key)
    const counts = this.#count(before.queue, before.gaveUpMs)
    counts.followed++
    counts.pauseSeconds += Math.max(0, visit.enteredMs - before.gaveUpMs) / 1000
  }

  /** Somebody gives up. */
  giveUp(visit: {
    readonly queue: string
    readonly caller: number
    readonly endedMs: number
  }): void {
    const { queue, caller, endedMs } = visit
    if (caller === 0) return
    const key = `${caller}|${queue}`
    const before = this.#waiting.get(key)
    // Two calls of one number at once: the first was not followed by a later one.
    if (before !== undefined) this.#count(queue, before.gaveUpMs)
    this.#waiting.delete(key)
    this.#waiting.set(key, { queue, gaveUpMs: endedMs })
  }

  /** Whoever gave up within the log's last hour is left out: it does not show what they did next. */
  get result(): RedialCounts[] {
    return [...this.#counts.values()].map((counts) => ({ ...counts }))
  }

  #expire(nowMs: number): void {
    for (const [key, { queue, gaveUpMs }] of this.#waiting) {
      if (nowMs - gaveUpMs <= FOLLOWED_MS) return
      this.#waiting.delete(key)
      this.#count(queue, gaveUpMs)
    }
  }

  #count(queue: string, gaveUpMs: number): Counts {
    let counts = this.#counts.get(queue)
    if (counts === undefined) {
      const none = { abandoned: 0, followed: 0, pauseSeconds: 0 }
      counts = { queue, ...none, firstMs: gaveUpMs, lastMs: gaveUpMs }
      this.#counts.set(queue, counts)
    }
    counts.abandoned++
    counts.firstMs = Math.min(counts.firstMs, gaveUpMs)
    counts.lastMs = Math.max(counts.lastMs, gaveUpMs)
    return counts
  }
}
