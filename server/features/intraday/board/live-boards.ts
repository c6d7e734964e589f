import { setTimeout as sleep } from 'node:timers/promises'

import type { CenterId } from '#forecasting/kernel/units.ts'
import type { OpenDatabase } from '#server/platform/db/scope.ts'

import type { Board, BoardChange } from './board.schema.ts'
import { LiveBoard } from './live-board.ts'

const LOOK_EVERY_MS = 250
/** However often it is nudged, a board leaves the database alone for this long. */
const LOOK_PAUSE_MS = 100

/** What a look saw; `change` is all of it for somebody who begins to watch. */
export interface Seen {
  readonly board: Board
  readonly change: BoardChange
  /** The change as JSON, written once for everybody who watches. */
  readonly changeText: () => string
}
type Listener = (seen: Seen) => void

interface Watched {
  readonly board: LiveBoard
  readonly listeners: Set<Listener>
  latest: Seen | undefined
  isStopped: boolean
  /** Ends the pause before the next look. */
  wake: () => void
}

/**
 * One live board for each centre that somebody watches, however many do: the database is asked once
 * for all of them. It is the database that is watched, so what another process took in shows too.
 */
export class LiveBoards {
  readonly #db: OpenDatabase
  readonly #onError: (error: unknown) => void
  readonly #watched = new Map<CenterId, Watched>()

  constructor(db: OpenDatabase, onError: (error: unknown) => void) {
    this.#db = db
    this.#onError = onError
  }

  /** The board as it is now; of the watched one when there is one. */
  async now(centerId: CenterId): Promise<Board> {
    const latest = this.#watched.get(centerId)?.latest
    if (latest !== undefined) return latest.board
    const { board } = await new LiveBoard(this.#db, centerId).look(Date.now())
    return board
  }

  /** Something was taken in or explained in this process: look at once. */
  nudge(centerId: CenterId, options: { readonly plans?: boolean } = {}): void {
    const watched = this.#watched.get(centerId)
    if (options.plans === true) watched?.board.forgetPlans()
    watched?.wake()
  }

  /** Calls the listener with what is known, then with every look, until it is taken back. */
  watch(centerId: CenterId, listener: Listener): () => void {
    const watched = this.#watched.get(centerId) ?? this.#begin(centerId)
    watched.listeners.add(listener)
    if (watched.latest !== undefined) listener(watched.latest)
    return () => {
      watched.listeners.delete(listener)
      if (watched.listeners.size === 0) this.#end(centerId, watched)
    }
  }

  close(): void {
    for (const [centerId, watched] of this.#watched) this.#end(centerId, watched)
  }

  #begin(centerId: CenterId): Watched {
    const watched: Watched = {
      board: new LiveBoard(this.#db, centerId),
      listeners: new Set(),
      latest: undefined,
      isStopped: false,
      wake: () => undefined,
    }
    this.#watched.set(centerId, watched)
    void this.#run(watched)
    return watched
  }

  #end(centerId: CenterId, watched: Watched): void {
    watched.isStopped = true
    watched.wake()
    this.#watched.delete(centerId)
  }

  async #run(watched: Watched): Promise<void> {
    while (!watched.isStopped) {
      try {
        const seen = seenOf(await watched.board.look(Date.now()))
        watched.latest = seen
        for (const listener of watched.listeners) listener(seen)
      } catch (error) {
        // The database may be away for a moment; the next look sees everything that happened meanwhile.
        this.#onError(error)
      }
      const pause = new AbortController()
      watched.wake = () => pause.abort()
      await sleep(LOOK_PAUSE_MS)
      await sleep(LOOK_EVERY_MS, undefined, { signal: pause.signal }).catch(() => undefined)
    }
  }
}

function seenOf(look: Pick<Seen, 'board' | 'change'>): Seen {
  let text: string | undefined
  return { ...look, changeText: () => (text ??= JSON.stringify(look.change)) }
}
