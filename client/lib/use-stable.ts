import { useCallback, useEffect, useRef } from 'react'

/** A function that never changes and always does what the latest one does. For event handlers only. */
export function useStable<Arguments extends readonly unknown[]>(
  handler: (...given: Arguments) => void,
): (...given: Arguments) => void {
  const latest = useRef(handler)
  useEffect(() => {
    latest.current = handler
  })
  return useCallback((...given: Arguments) => latest.current(...given), [])
}
