import { setTimeout as sleep } from 'node:timers/promises'

import type { FeedEvent } from '../ingest/feeds.schema.ts'
import { finesseEvents } from './finesse-users.ts'
import { type ConnectorListener, keepConnected, type Session } from './keep-connected.ts'

export interface FinesseOptions {
  /** `https://finesse.centre.kz:8445` */
  readonly address: string
  /** The team's id, whose members are followed. */
  readonly team: string
  readonly username: string
  readonly password: string
  /** How often the team is looked at, milliseconds. */
  readonly lookMs?: number
  readonly retryMs?: number
}

const LOOK_MS = 1000
const TIMEOUT_MS = 10_000

/**
 * Follows a team of Cisco Finesse by its REST interface until it is told to stop: every look says
 * everybody, so nothing can be missed between two of them but what began and ended there.
 */
export async function followFinesse(
  options: FinesseOptions,
  listener: ConnectorListener,
  signal: AbortSignal,
): Promise<void> {
  const begin = (): FinesseSession => new FinesseSession(options, listener)
  await keepConnected(begin, listener, signal, options.retryMs)
}

/** Looks from the first answer to the first failure. */
class FinesseSession implements Session {
  readonly #options: FinesseOptions
  readonly #listener: ConnectorListener
  readonly #told = new Map<string, string>()
  wasSignedIn = false

  constructor(options: FinesseOptions, listener: ConnectorListener) {
    this.#options = options
    this.#listener = listener
  }

  async run(signal: AbortSignal): Promise<string> {
    try {
      while (!signal.aborted) {
        this.#tell(finesseEvents(await this.#ask(signal), Date.now()))
        await sleep(this.#options.lookMs ?? LOOK_MS, undefined, { signal })
      }
      return 'it was told to stop'
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }

  #tell(everybody: readonly FeedEvent[]): void {
    const changed = everybody.filter((event) => this.#told.get(event.agent) !== keyOf(event))
    for (const event of changed) this.#told.set(event.agent, keyOf(event))
    if (!this.wasSignedIn) this.#listener.snapshot(everybody)
    else if (changed.length > 0) this.#listener.events(changed)
    else this.#listener.alive()
    this.wasSignedIn = true
  }

  async #ask(signal: AbortSignal): Promise<string> {
    const { address, team, username, password } = this.#options
    const url = new URL(`/finesse/api/Team/${encodeURIComponent(team)}`, address)
    url.searchParams.set('includeLoggedOutAgents', 'true')
    const credentials = Buffer.from(`${username}:${password}`).toString('base64')
    const response = await fetch(url, {
      headers: { accept: 'application/xml', authorization: `Basic ${credentials}` },
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    })
    if (!response.ok) throw new Error(`Finesse answered ${response.status}`)
    return response.text()
  }
}

/** A change of the time alone is a new stay in the same state. */
function keyOf({ state, reason, at }: FeedEvent): string {
  return [state, reason, at].join('|')
}
