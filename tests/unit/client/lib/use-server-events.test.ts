import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { useServerEvents } from '../../../../client/lib/use-server-events.ts'

/** The fake DOM has no EventSource: this one is driven by the test. */
class EventSourceDouble extends EventTarget {
  static opened: EventSourceDouble[] = []
  readonly url: string
  isClosed = false
  constructor(url: string) {
    super()
    this.url = url
    EventSourceDouble.opened.push(this)
  }
  close(): void {
    this.isClosed = true
  }
}

beforeEach(() => {
  EventSourceDouble.opened = []
  vi.stubGlobal('EventSource', EventSourceDouble)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('useServerEvents', () => {
  it('hands parsed data to the handler of its event', () => {
    const progress = vi.fn<(data: unknown) => void>()
    renderHook(() => useServerEvents('/jobs/1', { progress }))
    const [source] = EventSourceDouble.opened
    source?.dispatchEvent(new MessageEvent('progress', { data: '{"share":0.4}' }))
    expect(progress).toHaveBeenCalledWith({ share: 0.4 })
  })

  it('tells whether it is connected', () => {
    const { result } = renderHook(() => useServerEvents('/jobs/1', {}))
    const [source] = EventSourceDouble.opened
    expect(result.current).toBe('connecting')
    act(() => void source?.dispatchEvent(new Event('open')))
    expect(result.current).toBe('open')
    act(() => void source?.dispatchEvent(new Event('error')))
    expect(result.current).toBe('lost')
  })

  it('closes when the page goes or listens elsewhere, and listens to nothing without an address', () => {
    const { rerender, result, unmount } = renderHook(
      ({ url }: { url: string | null }) => useServerEvents(url, {}),
      { initialProps: { url: '/jobs/1' as string | null } },
    )
    rerender({ url: null })
    expect(result.current).toBe('off')
    rerender({ url: '/jobs/2' })
    unmount()
    expect(EventSourceDouble.opened.map(({ url, isClosed }) => [url, isClosed])).toEqual([
      ['/jobs/1', true],
      ['/jobs/2', true],
    ])
  })
})
