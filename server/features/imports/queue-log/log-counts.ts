import { OUTCOMES } from './queue-visit.ts'
import type { Outcome } from './queue-visit.ts'
import type { RedialCounts } from './redial-counter.ts'

const EVENTS_LISTED = 100

/** What a log held, in counts. */
export interface LogCounts {
  readonly lines: number
  /** Visits to queues: one for every ENTERQUEUE. Their outcomes add up to them. */
  readonly visits: number
  readonly outcomes: Readonly<Record<Outcome, number>>
  /** Events of calls whose ENTERQUEUE is not in the file; they make no contact. */
  readonly eventsWithoutEntry: number
  /** Calls that entered a queue again without having left it. */
  readonly enteredTwice: number
  readonly restarts: number
  /** Visits closed because nothing more was heard of them for a day. */
  readonly expired: number
  /** Rings that an operator did not answer. */
  readonly ringsNotAnswered: number
  /** Events that are not Asterisk's own, by name; they are left out. */
  readonly ignoredEvents: readonly { readonly event: string; readonly count: number }[]
  /** By queue, how many of those who gave up tried again: counts, and nobody's number. */
  readonly redials: readonly RedialCounts[]
}

/** The same, while it is counted. */
export class LogCounter {
  lines = 0
  visits = 0
  eventsWithoutEntry = 0
  enteredTwice = 0
  restarts = 0
  expired = 0
  ringsNotAnswered = 0
  readonly outcomes: Record<Outcome, number>
  readonly #ignored = new Map<string, number>()

  constructor() {
    this.outcomes = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<
      Outcome,
      number
    >
  }

  /** A dialplan may write anything as an event, so only what looks like a name is repeated. */
  ignore(event: string): void {
    const named = /^[A-Za-z_]{1,40}$/.test(event) && this.#ignored.size < EVENTS_LISTED
    const key = named || this.#ignored.has(event) ? event : 'OTHER'
    this.#ignored.set(key, (this.#ignored.get(key) ?? 0) + 1)
  }

  get result(): Omit<LogCounts, 'redials'> {
    const { lines, visits, outcomes, eventsWithoutEntry, enteredTwice } = this
    const { restarts, expired, ringsNotAnswered } = this
    const ignoredEvents = [...this.#ignored].map(([event, count]) => ({ event, count }))
    return {
      lines,
      visits,
      outcomes,
      eventsWithoutEntry,
      enteredTwice,
      restarts,
      expired,
      ringsNotAnswered,
      ignoredEvents,
    }
  }
}
