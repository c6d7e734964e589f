import { useEffect, useState } from 'react'

/**
 * The present instant, renewed while the page is open.
 *
 * @param everyMs how often it is renewed, milliseconds
 * @returns epoch milliseconds
 */
export function useNow(everyMs: number): number {
  const [nowMs, setNowMs] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return nowMs
}
