/**
 * Load that changes with time. A contact that arrives in one interval keeps an agent busy into the
 * next, so that the load lags behind arrivals: by a handle time in the middle of a rise, and wholly
 * at the opening, when nobody is busy yet. With agents without end the number busy is known exactly;
 * staffing to it (the modified offered load) meets a wait target that staffing to arrivals misses.
 *
 * Sources: S. Eick, W. Massey, W. Whitt, "The physics of the M_t/G/∞ queue", Operations Research 41
 * (1993); O. Jennings, A. Mandelbaum, W. Massey, W. Whitt, "Server staffing to meet time-varying
 * demand", Management Science 42 (1996).
 */
import { normalShareBelow } from '../kernel/normal-distribution.ts'

export interface ArrivingWork {
  readonly contacts: number
  /** Mean handle time of the contacts that arrive in the interval; 0 or more. */
  readonly handleSeconds: number
}

export interface OfferedLoad {
  /** Mean number of contacts in hand over the interval. */
  readonly meanErlangs: number
  /** At the end of the interval. */
  readonly endErlangs: number
}

/**
 * Contacts in hand, interval by interval, if there were always a free agent; none at the start.
 *
 * @param handleCv relative deviation of a handle time: 1 exponential, else log-normal
 */
export function offeredLoad(
  work: readonly ArrivingWork[],
  {
    intervalSeconds,
    handleCv = 1,
  }: { readonly intervalSeconds: number; readonly handleCv?: number },
): OfferedLoad[] {
  return handleCv === 1
    ? exponentialLoad(work, intervalSeconds)
    : generalLoad(work, intervalSeconds, handleCv)
}

/** What is left of earlier intervals decays at its own rate: contacts of each keep their handle time. */
function exponentialLoad(work: readonly ArrivingWork[], seconds: number): OfferedLoad[] {
  const left: { mean: number; load: number }[] = []
  return work.map(({ contacts, handleSeconds }) => {
    let [meanErlangs, endErlangs] = [0, 0]
    for (const one of left) {
      const passed = seconds / one.mean
      meanErlangs += (one.load * -Math.expm1(-passed)) / passed
      one.load *= Math.exp(-passed)
      endErlangs += one.load
    }
    while ((left[0]?.load ?? Infinity) < NEGLIGIBLE) left.shift()
    if (contacts > 0 && handleSeconds > 0) {
      const passed = seconds / handleSeconds
      const level = (contacts * handleSeconds) / seconds
      const load = level * -Math.expm1(-passed)
      meanErlangs += level - load / passed
      endErlangs += load
      left.push({ mean: handleSeconds, load })
    }
    return { meanErlangs, endErlangs }
  })
}

/** In Erlangs: far below the rounding of any load. */
const NEGLIGIBLE = 1e-14

/**
 * By E[min(S, u)], the mean time that a contact has been in hand u after its arrival, and its
 * integral: differences of the two give what each interval leaves to each later one.
 */
function generalLoad(
  work: readonly ArrivingWork[],
  seconds: number,
  handleCv: number,
): OfferedLoad[] {
  const results = work.map(() => ({ meanErlangs: 0, endErlangs: 0 }))
  work.forEach(({ contacts, handleSeconds }, from) => {
    if (contacts <= 0 || handleSeconds <= 0) return
    const rate = contacts / seconds
    for (let t = from; t < work.length; t++) {
      const [a, b, c] = [t - from - 1, t - from, t - from + 1].map((gap) =>
        cappedTime(Math.max(0, gap * seconds), handleSeconds, handleCv),
      ) as [CappedTime, CappedTime, CappedTime]
      const result = results[t] as (typeof results)[number]
      result.endErlangs += rate * (c.mean - b.mean)
      result.meanErlangs += (rate * (c.integral - 2 * b.integral + a.integral)) / seconds
      if (t > from && result.endErlangs > 0 && c.mean - b.mean < NEGLIGIBLE * seconds) break
    }
  })
  return results
}

interface CappedTime {
  /** E[min(S, u)]. */
  readonly mean: number
  /** ∫₀ᵘ E[min(S, v)] dv. */
  readonly integral: number
}

function cappedTime(u: number, handleSeconds: number, handleCv: number): CappedTime {
  if (u === 0) return { mean: 0, integral: 0 }
  if (handleCv === 0) {
    const mean = Math.min(u, handleSeconds)
    return { mean, integral: (mean * mean) / 2 + handleSeconds * Math.max(0, u - handleSeconds) }
  }
  const variance = Math.log1p(handleCv * handleCv)
  const sigma = Math.sqrt(variance)
  const z = (Math.log(u / handleSeconds) + variance / 2) / sigma
  const longer = normalShareBelow(-z)
  const ofShorter = handleSeconds * normalShareBelow(z - sigma)
  const squareOfShorter =
    handleSeconds * handleSeconds * (1 + handleCv * handleCv) * normalShareBelow(z - 2 * sigma)
  return {
    mean: ofShorter + u * longer,
    integral: u * ofShorter - squareOfShorter / 2 + (u * u * longer) / 2,
  }
}
