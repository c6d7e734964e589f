/**
 * Staffing when the level of a day is not known: the load is a gamma multiple of its forecast. What
 * a caller lives through is weighted by calls, because more of them come on the days that go wrong.
 *
 * Source: G. Jongbloed, G. Koole, "Managing uncertainty in call centres using Poisson mixtures",
 * Applied Stochastic Models in Business and Industry 17 (2001).
 */
import type { QueueMetrics, ServiceLevels } from './queue-metrics.ts'

/** A multiple of the forecast load, and its share of the calls. */
export interface LoadLevel {
  readonly factor: number
  readonly callShare: number
}

/** Enough for twelve digits; staffing needs far fewer. */
const EXACT_NODES = 160

/**
 * Levels that stand for a gamma with mean 1, weighted by calls. Under that weight the gamma's shape
 * is greater by one; its logarithm is smooth, so that the trapezoid rule gains digits with every node.
 *
 * @param volumeCv relative deviation, above 0 and at most 1
 * @param nodes levels, 8 or more
 * @throws {RangeError} if `volumeCv` is out of its range
 */
export function loadLevels(volumeCv: number, nodes = EXACT_NODES): LoadLevel[] {
  if (!(volumeCv > 0 && volumeCv <= 1)) {
    throw new RangeError(`volumeCv must be in (0, 1], got ${volumeCv}`)
  }
  const scale = volumeCv * volumeCv
  const shape = 1 / scale + 1
  const middle = Math.log(shape * scale)
  // A gamma has a long way down and a short one up, in logarithms.
  const spread = 1 / Math.sqrt(shape)
  const from = middle - 10 * spread - 12 / shape
  const to = middle + 8 * spread
  const step = (to - from) / (nodes - 1)
  const weighted = Array.from({ length: nodes }, (_, n) => {
    const y = from + n * step
    const logWeight = shape * (y - middle) - shape * Math.expm1(y - middle)
    return { factor: Math.exp(y), weight: Math.exp(logWeight) }
  })
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0)
  return weighted.map(({ factor, weight }) => ({ factor, callShare: weight / total }))
}

/**
 * What callers live through over all levels.
 *
 * @param atFactor figures of the queue at a multiple of its forecast load
 */
export function mixLevels(
  levels: readonly LoadLevel[],
  atFactor: (factor: number) => QueueMetrics,
): QueueMetrics {
  let [wait, answered, delay, busy, service] = [0, 0, 0, 0, undefined as ServiceLevels | undefined]
  let days = 0
  for (const { factor, callShare } of levels) {
    const metrics = atFactor(factor)
    const served = callShare * (1 - metrics.abandonShare)
    wait += callShare * metrics.probabilityOfWait
    answered += served
    if (served > 0) delay += served * metrics.asaSeconds
    // Agents are paid by days, not by calls.
    busy += (callShare / factor) * metrics.occupancy
    days += callShare / factor
    if (metrics.service !== undefined) {
      service = addLevels(service, metrics.service, callShare)
    }
  }
  return {
    probabilityOfWait: wait,
    asaSeconds: answered > 0 ? delay / answered : Infinity,
    abandonShare: 1 - answered,
    occupancy: busy / days,
    service,
  }
}

/** Shares of offered calls weigh by calls; the others nearly do, and are taken to. */
function addLevels(
  sum: ServiceLevels | undefined,
  { excludingShortAbandons, ofOffered, ofAnswered, answeredOrAbandoned }: ServiceLevels,
  share: number,
): ServiceLevels {
  return {
    excludingShortAbandons: (sum?.excludingShortAbandons ?? 0) + share * excludingShortAbandons,
    ofOffered: (sum?.ofOffered ?? 0) + share * ofOffered,
    ofAnswered: (sum?.ofAnswered ?? 0) + share * ofAnswered,
    answeredOrAbandoned: (sum?.answeredOrAbandoned ?? 0) + share * answeredOrAbandoned,
  }
}
