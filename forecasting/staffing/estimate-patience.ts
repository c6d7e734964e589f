/** What a history knows of waiting: totals over a span, of one queue. */
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
      /** Standard error relative to the estimate. */
      readonly relativeError: number
      readonly abandoned: number
    }
  | { readonly kind: 'too_few_abandonments'; readonly abandoned: number }

/** Below this the standard error is above a fifth, and Erlang A would be sized by noise. */
const ABANDONED_MIN = 25

/** Days that differ from each other tell of more doubt than counting does, once there are some. */
const DAYS_MIN = 8

/**
 * Mean patience of callers: all the time waited, divided by the number who gave up. An answered
 * caller's patience is known only to exceed their wait (it is censored), which is why the waits of
 * answered callers count above the line and their number does not count below it. It is the maximum
 * likelihood estimate when patience is exponential.
 *
 * Its error is 1/√abandoned by counting alone. Callers of one day are not alone, though: they heard the
 * same announcement and met the same crowd. So the error is also taken from how the days differ, by the
 * usual formula for a ratio of sums, and the larger of the two is told.
 *
 * Limits: callers who hang up at once (misdials, in the first seconds) make patience look shorter,
 * so leave short abandonments out of both totals; announcements of the wait bend patience away from
 * the exponential; and a wait measured for answered callers alone understates the result
 * (`patience-from-intervals.ts` mends that).
 *
 * Sources: A. Mandelbaum, S. Zeltyn, "Service engineering in action: the Palm/Erlang-A queue" (2007);
 * W. Cochran, "Sampling techniques" (1977), 6.3 for the error of a ratio.
 *
 * @param days the history in parts that do not depend on each other: local days
 * @throws {RangeError} if a total is negative or not finite
 */
export function estimatePatience(days: readonly WaitHistory[]): PatienceEstimate {
  for (const day of days) {
    for (const [name, total] of Object.entries(day)) {
      if (!(total >= 0 && Number.isFinite(total))) {
        throw new RangeError(`${name} must be finite and not negative, got ${total}`)
      }
    }
  }
  const abandoned = days.reduce((sum, day) => sum + day.abandoned, 0)
  const totalWaitSeconds = days.reduce((sum, day) => sum + day.totalWaitSeconds, 0)
  if (abandoned < ABANDONED_MIN || totalWaitSeconds === 0) {
    return { kind: 'too_few_abandonments', abandoned }
  }
  const patienceSeconds = totalWaitSeconds / abandoned
  const relativeError = Math.max(1 / Math.sqrt(abandoned), errorOfDays(days, patienceSeconds))
  return { kind: 'estimated', patienceSeconds, relativeError, abandoned }
}

/** Standard error of the ratio by how the days stray from it, relative; 0 with too few days. */
function errorOfDays(days: readonly WaitHistory[], patienceSeconds: number): number {
  const told = days.filter(({ totalWaitSeconds, abandoned }) => totalWaitSeconds + abandoned > 0)
  if (told.length < DAYS_MIN) return 0
  const strayed = told.reduce(
    (sum, day) => sum + (day.totalWaitSeconds - patienceSeconds * day.abandoned) ** 2,
    0,
  )
  const waited = told.reduce((sum, day) => sum + day.totalWaitSeconds, 0)
  return Math.sqrt((strayed * told.length) / (told.length - 1)) / waited
}
