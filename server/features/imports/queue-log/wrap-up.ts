import type { ArrivalCell } from './arrival-intervals.ts'

/**
 * After-call work, which Asterisk does not log. Where the queue's `wrapuptime` is given, the work
 * after a call is taken to last until the member's next event, and at most that long: an inference,
 * and an upper bound, made only when a person asks for it.
 */
export class WrapUp {
  readonly #limitSeconds: number
  /** Members whose last call has ended and of whom nothing was heard since. */
  readonly #pending = new Map<string, { readonly cell: ArrivalCell; readonly endedMs: number }>()

  constructor(limitSeconds: number) {
    this.#limitSeconds = limitSeconds
  }

  /** A member's call has ended. */
  start(agent: string, endedMs: number, cell: ArrivalCell): void {
    this.#pending.set(agent, { cell, endedMs })
  }

  /** Something was heard of a member. */
  heardOf(agent: string, timeMs: number): void {
    const pending = this.#pending.get(agent)
    if (pending === undefined) return
    this.#pending.delete(agent)
    this.#credit(pending.cell, Math.max(0, (timeMs - pending.endedMs) / 1000))
  }

  /** The log has ended: the last calls have had their full time. */
  end(): void {
    for (const { cell } of this.#pending.values()) this.#credit(cell, this.#limitSeconds)
    this.#pending.clear()
  }

  #credit(cell: ArrivalCell, seconds: number): void {
    cell.wrapSeconds += Math.min(seconds, this.#limitSeconds)
  }
}
