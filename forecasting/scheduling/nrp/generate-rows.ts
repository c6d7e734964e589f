import type { RestrictedMaster } from './restricted-master.ts'

/** How far the prices are held back at those that proved the best bound: they swing less so. */
const HELD_BACK = 0.5
const ROUNDS_MAX = 400
const EPSILON = 1e-6

/**
 * Adds rows until none pays, or until the bound proves that nothing below `cutoff` can be found.
 *
 * Source: column generation with smoothed prices, P. Wentges, "Weighted Dantzig–Wolfe decomposition
 * for linear mixed-integer programming", International Transactions in Operational Research 4 (1997).
 *
 * @returns the best lower bound proven
 */
export function generateRows(
  master: RestrictedMaster,
  options: {
    readonly cutoff: number
    /** Share of the bound by which the linear program's value may be above it to be near enough. */
    readonly gap: () => number
    readonly isSpent: () => boolean
  },
): number {
  const { cutoff, gap, isSpent } = options
  let best = Number.NEGATIVE_INFINITY
  let center: Float64Array | undefined
  for (let round = 0; round < ROUNDS_MAX; round++) {
    master.solve()
    const duals = master.coverDuals.slice()
    const prices = center === undefined ? duals : between(center, duals)
    let { bound, added } = master.price(prices)
    if (added === 0 && center !== undefined) {
      ;({ bound, added } = master.price(duals))
      center = duals
    }
    if (bound > best) {
      best = bound
      center = prices
    }
    const isProven = best > cutoff + EPSILON
    if (added === 0 || isProven || master.objective - best < gap() * Math.abs(best)) break
    if (isSpent()) break
  }
  master.solve()
  return best
}

function between(center: Float64Array, duals: Float64Array): Float64Array {
  return duals.map((dual, want) => HELD_BACK * (center[want] as number) + (1 - HELD_BACK) * dual)
}
