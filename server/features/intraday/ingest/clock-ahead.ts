/** A clock that is further ahead than this is wrong. */
const AHEAD_MS = 60_000

/** Whether a feed says a time that has yet to come. */
export function isAhead(saidMs: number, nowMs: number): boolean {
  return saidMs > nowMs + AHEAD_MS
}
