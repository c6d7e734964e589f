import { type ReactElement, useSyncExternalStore } from 'react'

import { clockText } from './board.ts'

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
let secondMs = Date.now()

/** One clock for all timers of the page: they change together, once a second. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    secondMs = Date.now()
    for (const tell of listeners) tell()
  }, 1000)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

interface TickingProps {
  /** When the event happened, by the server's clock. */
  readonly since: string
  readonly aheadMs: number
}

/** Time that has passed since an event. */
export function Ticking({ since, aheadMs }: TickingProps): ReactElement {
  const nowMs = useSyncExternalStore(subscribe, () => secondMs)
  return <time dateTime={since}>{clockText(nowMs - aheadMs - Date.parse(since))}</time>
}
