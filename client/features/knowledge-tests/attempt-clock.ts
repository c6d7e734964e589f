/** Seconds that are left of an attempt by the server's clock, never below nothing. */
export function secondsLeft(
  attempt: { readonly endsAt: string; readonly serverNow: string },
  clock: { readonly receivedMs: number; readonly nowMs: number },
): number {
  // The reader's clock may be wrong; that it runs at the right speed is enough.
  const serverNowMs = Date.parse(attempt.serverNow) + (clock.nowMs - clock.receivedMs)
  return Math.max(0, Math.ceil((Date.parse(attempt.endsAt) - serverNowMs) / 1000))
}

/** `4:05`, `1:02:09` */
export function clockText(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor((seconds % 3600) / 60)
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`
}
