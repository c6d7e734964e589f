import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

import type { BatchAnswer, FeedBatch, FeedContact, FeedEvent } from '../ingest/feeds.schema.ts'

type Waiting = Omit<FeedBatch, 'sequence'>

export interface SenderOptions {
  /** Delivers one batch; rejects when it may be tried again. */
  readonly deliver: (batch: FeedBatch) => Promise<BatchAnswer>
  /** Collects what comes within this time into one batch, milliseconds. */
  readonly collectMs?: number
  readonly retryMs?: number
  readonly onTrouble: (message: string) => void
}

const COLLECT_MS = 100
const RETRY_MS = 500
const RETRY_MAX_MS = 30_000
const BATCH_EVENTS_MAX = 5000

/**
 * Sends a connector's events on, in their order, each batch until it has been taken in. The service may
 * be away for any time: the same key makes a batch that was taken in and not answered harmless, and
 * numbers without a gap prove afterwards that nothing was lost.
 */
export class BatchSender {
  readonly #options: SenderOptions
  readonly #waiting: Waiting[] = []
  readonly #name = randomUUID()
  #collected: FeedEvent[] = []
  #contacts: FeedContact[] = []
  #count = 0
  #lastSequence: number | null = null

  constructor(options: SenderOptions) {
    this.#options = options
  }

  events(events: readonly FeedEvent[]): void {
    this.#collected.push(...events)
    if (this.#collected.length >= BATCH_EVENTS_MAX) this.#close()
  }

  contacts(contacts: readonly FeedContact[]): void {
    this.#contacts.push(...contacts)
    if (this.#contacts.length >= BATCH_EVENTS_MAX) this.#close()
  }

  snapshot(events: readonly FeedEvent[]): void {
    this.#close()
    const at = new Date().toISOString()
    this.#waiting.push({ key: this.#nextKey(), snapshot: true, at, events: [...events] })
  }

  /** A batch of nothing, unless something waits anyway. */
  heartbeat(): void {
    if (this.#waiting.length > 0 || this.#collected.length + this.#contacts.length > 0) return
    this.#waiting.push({ key: this.#nextKey(), events: [] })
  }

  /** Delivers until it is told to stop; what is collected by then is still tried once. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await sleep(this.#options.collectMs ?? COLLECT_MS, undefined, { signal }).catch(
        () => undefined,
      )
      this.#close()
      for (let batch = this.#waiting[0]; batch !== undefined; batch = this.#waiting[0]) {
        if (!(await this.#deliver(batch, signal))) return
        this.#waiting.shift()
      }
    }
  }

  /** @returns false when it was told to stop before the batch was taken in */
  async #deliver(waiting: Waiting, signal: AbortSignal): Promise<boolean> {
    const { deliver, onTrouble, retryMs = RETRY_MS } = this.#options
    // The first batch of a process asks where the numbers stand, and the following count on from there.
    const batch =
      this.#lastSequence === null ? waiting : { ...waiting, sequence: this.#lastSequence + 1 }
    for (let waitMs = retryMs; ; waitMs = Math.min(2 * waitMs, RETRY_MAX_MS)) {
      try {
        const answer = await deliver(batch)
        this.#lastSequence = answer.lastSequence ?? 0
        return true
      } catch (error) {
        onTrouble(error instanceof Error ? error.message : String(error))
      }
      if (signal.aborted) return false
      await sleep(waitMs, undefined, { signal }).catch(() => undefined)
    }
  }

  #close(): void {
    if (this.#collected.length + this.#contacts.length === 0) return
    this.#waiting.push({
      key: this.#nextKey(),
      events: this.#collected,
      ...(this.#contacts.length === 0 ? {} : { contacts: this.#contacts }),
    })
    this.#collected = []
    this.#contacts = []
  }

  #nextKey(): string {
    return `${this.#name}/${++this.#count}`
  }
}
