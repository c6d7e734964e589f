/** What a history knows of waiting: totals over any span, of one queue. */
export interface WaitHistory {
  /** Time spent in the queue by everybody, answered and abandoned, in seconds. */
  readonly totalWaitSeconds: number
  /** Contacts that hung up while waiting. */
  readonly abandoned: number
}

export type PatienceEstimate =
  | {
      readonly kind: 'estimated'
      readonly patienceSeconds: number
      /** Standard error relative to the estimate: 1/√abandoned. */
      readonly relativeError: number
    }
  | { readonly kind: 'too_few_abandonments'; readonly abandoned: number }

/** Below this the standard error is above a fifth, and Erlang A would be sized by noise. */
const ABANDONED_MIN = 25

/**
 * Mean patience of callers: all the time waited, divided by the number who gave up. An answered
 * caller's patience is known only to exceed their wait (it is censored), which is why the waits of
 * answered callers count above the line and their number does not count below it. It is the maximum
 * likelihood estimate when patience is exponential.
 *
 * Limits: callers who hang up at once (misdials, in the first seconds) make patience look shorter,
 * so leave short abandonments out of both totals; announcements of the wait bend patience away from
 * the exponential; and a wait measured for answered callers alone understates the result.
 *
 * Source: A. Mandelbaum, S. Zeltyn, "Service engineering in action: the Palm/Erlang-A queue" (2007).
 *
 * @throws {RangeError} if a total is negative or not finite
 */
export function estimatePatience({ totalWaitSeconds, abandoned }: WaitHistory): PatienceEstimate {
  for (const [name, total] of Object.entries({ totalWaitSeconds, abandoned })) {
    if (!(total >= 0 && Number.isFinite(total))) {
      throw new RangeError(`${name} must be finite and not negative, got ${total}`)
    }
  }
  if (abandoned < ABANDONED_MIN || totalWaitSeconds === 0) {
    return { kind: 'too_few_abandonments', abandoned }
  }
  return {
    kind: 'estimated',
    patienceSeconds: totalWaitSeconds / abandoned,
    relativeError: 1 / Math.sqrt(abandoned),
  }
}
