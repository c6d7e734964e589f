import { useEffect, useRef, useState } from 'react'

export type ServerEventsState = 'off' | 'connecting' | 'open' | 'lost'

/** By event name; the data is parsed JSON, and the handler checks its shape. */
export type ServerEventHandlers = Readonly<Record<string, (data: unknown) => void>>

interface Heard {
  readonly url: string
  readonly state: 'open' | 'lost'
}

/**
 * Listens to server-sent events while mounted. The browser reconnects by itself after a break;
 * meanwhile the state is `lost`, so that the page can say that what it shows may be old.
 *
 * @param url null listens to nothing
 * @param handlers the latest ones are used; the set of names is taken when `url` changes
 */
export function useServerEvents(
  url: string | null,
  handlers: ServerEventHandlers,
): ServerEventsState {
  const [heard, setHeard] = useState<Heard | null>(null)
  const latest = useRef(handlers)
  useEffect(() => {
    latest.current = handlers
  })
  useEffect(() => {
    if (url === null) return undefined
    const source = new EventSource(url)
    source.addEventListener('open', () => setHeard({ url, state: 'open' }))
    source.addEventListener('error', () => setHeard({ url, state: 'lost' }))
    for (const name of Object.keys(latest.current)) {
      source.addEventListener(name, (event: MessageEvent<string>) => {
        latest.current[name]?.(JSON.parse(event.data))
      })
    }
    return () => source.close()
  }, [url])
  if (url === null) return 'off'
  return heard?.url === url ? heard.state : 'connecting'
}
