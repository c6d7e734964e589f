import type { DemandTier } from '../demand-tiers.ts'

/** Which sets of skills decide the shortage of the dearest tiers, tier by tier. */
export interface TierSubsets {
  /** Where the entries of tier `j` begin in `subset`; one more entry marks the end. */
  readonly from: Int32Array
  /** Index of a tight subset. */
  readonly subset: Int32Array
}

/**
 * For the demand of the tiers up to `j`, a set of skills acts only through its skills that occur in
 * those tiers. Among tight subsets that act alike, the one reached by the fewest people decides: the
 * intersection of them all, which is tight too. Leaving the others out halves the pricing.
 */
export function tierSubsets(tiers: readonly DemandTier[], subsets: Int32Array): TierSubsets {
  const from = [0]
  const chosen: number[] = []
  let skillsSoFar = 0
  for (const { skill } of tiers) {
    skillsSoFar |= 1 << skill
    const smallest = new Map<number, number>()
    for (const subset of subsets) {
      const acting = subset & skillsSoFar
      if (acting !== 0) smallest.set(acting, (smallest.get(acting) ?? subset) & subset)
    }
    chosen.push(...[...smallest.values()].map((subset) => subsets.indexOf(subset)))
    from.push(chosen.length)
  }
  return { from: Int32Array.from(from), subset: Int32Array.from(chosen) }
}
