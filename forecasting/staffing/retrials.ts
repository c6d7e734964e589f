/**
 * Repeat callers. Who gives up and calls again is counted twice by a history: fewer agents make more
 * calls, and a forecast of calls made while too few were there asks for too many.
 *
 * Sources: the fixed point a = a₀/(1 − r·P(abandon; a)) of A. Mandelbaum, W. Massey, M. Reiman, B.
 * Rider, A. Stolyar, "Queue lengths and waiting times for multiserver queues with abandonment and
 * retrials", Telecommunication Systems 21 (2002); estimation by S. Ding, G. Koole, R. van der Mei,
 * "On the estimation of the true demand in call centers with redials and reconnects" (2015).
 */

/** Where the load settles: it gains a factor of r·P a turn, so that fifty turns reach any digit. */
const TURNS_MAX = 200
const SETTLED = 1e-12

/**
 * The load that first tries grow to when a share of those who give up try again.
 *
 * @param firstErlangs load of first tries; 0 or more
 * @param redialShare of those who gave up, in `[0, 1)`
 * @param abandonShareAt share that gives up at a load
 * @throws {RangeError} if `redialShare` is out of its range
 */
export function loadWithRetrials(
  firstErlangs: number,
  redialShare: number,
  abandonShareAt: (erlangs: number) => number,
): number {
  checkShare('redialShare', redialShare)
  let load = firstErlangs
  for (let turn = 0; turn < TURNS_MAX; turn++) {
    const next = firstErlangs / (1 - redialShare * abandonShareAt(load))
    if (Math.abs(next - load) <= SETTLED * next) return next
    load = next
  }
  return load
}

/** Contacts of one interval: every try, and those of them that gave up. */
export interface TriedInterval {
  readonly offered: number
  readonly abandoned: number
}

/**
 * First tries in a history of tries: each interval less the redials that the ones before have sent
 * it. Redials come after an exponential pause.
 *
 * @param redialShare of those who gave up, in `[0, 1)`
 * @returns contacts, 0 or more, interval by interval
 * @throws {RangeError} if `redialShare` is out of its range
 */
export function firstTries(
  intervals: readonly TriedInterval[],
  {
    redialShare,
    redialSeconds,
    intervalSeconds,
  }: {
    readonly redialShare: number
    readonly redialSeconds: number
    readonly intervalSeconds: number
  },
): number[] {
  checkShare('redialShare', redialShare)
  const passed = redialSeconds > 0 ? intervalSeconds / redialSeconds : Infinity
  const leaves = -Math.expm1(-passed)
  // Of those who give up during an interval, this share tries again within it.
  const atOnce = passed === Infinity ? 1 : 1 - leaves / passed
  let pending = 0
  return intervals.map(({ offered, abandoned }) => {
    const willTry = redialShare * abandoned
    const redials = pending * leaves + willTry * atOnce
    pending += willTry - redials
    return Math.max(0, offered - redials)
  })
}

/** A share with its 95 % band. */
export interface RedialEstimate {
  readonly share: number
  readonly low: number
  readonly high: number
}

/**
 * Share of those who gave up that try again, from counting how many calls that were given up were
 * followed by another of the same caller. The band is Wilson's, which holds for shares near 0 too.
 *
 * Source: E. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22
 * (1927).
 *
 * @returns undefined with fewer than 25 abandonments: the standard error would be a tenth and more
 * @throws {RangeError} unless 0 ≤ followed ≤ abandoned
 */
export function estimateRedialShare({
  abandoned,
  followed,
}: {
  readonly abandoned: number
  readonly followed: number
}): RedialEstimate | undefined {
  if (!(followed >= 0 && followed <= abandoned)) {
    throw new RangeError(`followed must be in 0..${abandoned}, got ${followed}`)
  }
  if (abandoned < ABANDONED_MIN) return undefined
  const share = followed / abandoned
  const weight = Z_95 ** 2 / abandoned
  const centre = (share + weight / 2) / (1 + weight)
  const half = Math.sqrt(share * (1 - share) * weight + weight ** 2 / 4) / (1 + weight)
  return { share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}

const Z_95 = 1.959964
const ABANDONED_MIN = 25

function checkShare(name: string, share: number): void {
  if (!(share >= 0 && share < 1)) throw new RangeError(`${name} must be in [0, 1), got ${share}`)
}
