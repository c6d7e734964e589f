import { type DemandTier, demandTiers } from '../demand-tiers.ts'
import type { Instance } from '../instance.ts'
import { tightSubsets } from './skill-subsets.ts'
import type { TimeGrid } from './time-grid.ts'

/**
 * Demand and its prices, laid out for `interval-prices.ts`.
 *
 * Tiers of one price form a level. The least shortage of a level and all dearer ones together is
 * the largest excess over its entries: an entry is a tight subset of skills (`skill-subsets.ts`).
 * The cost of shortage is the sum over levels of that shortage times the level's step in price.
 */
export interface DemandTable {
  readonly skillSets: Int32Array
  readonly subsets: Int32Array
  /** 1 where a skill-set has a skill of a subset, by `skillSet × subsets + subset`. */
  readonly reaches: Uint8Array
  /** Where the entries of each level begin; one more value marks the end. */
  readonly levelFrom: Int32Array
  /** How much dearer a level is than the next, times the hours of a slot. */
  readonly levelStep: Float64Array
  /** Index of the entry's subset. */
  readonly entrySubset: Int32Array
  /** 1 where a skill-set has a skill of an entry's subset, by `skillSet × entries + entry`. */
  readonly entryReaches: Float64Array
  /**
   * People required by the entry's subset at its level, by `interval × entries + entry`. People of an
   * interval are counted in slots, so that somebody who is there for one of its two slots counts one.
   */
  readonly entryDemand: Float64Array
  /** Demand of all skills by interval, in slots. */
  readonly allDemand: Float64Array
  /** Price of one idle person in one slot. */
  readonly idlePrice: number
}

/** @param masks the skill-set of each operator as a bit mask */
export function demandTable(
  instance: Instance,
  grid: TimeGrid,
  masks: readonly number[],
): DemandTable {
  const skillSets = Int32Array.from(new Set(masks))
  const subsets = Int32Array.from(tightSubsets(instance.skills.length, masks))
  const tiers = demandTiers(instance)
  const levels = priceLevels(tiers)
  const entries = levels.flatMap(({ tierCount }) =>
    decidingSubsets(tiers.slice(0, tierCount), subsets).map((subset) => ({
      subset,
      tiers: tiers.slice(0, tierCount).filter(({ skill }) => (subset & (1 << skill)) !== 0),
    })),
  )
  const slotHours = grid.slotMinutes / 60
  const reaches = (set: number, subset: number): 0 | 1 => ((set & subset) === 0 ? 0 : 1)
  const levelFrom = [0]
  for (const { tierCount } of levels) {
    const count = decidingSubsets(tiers.slice(0, tierCount), subsets).length
    levelFrom.push((levelFrom.at(-1) ?? 0) + count)
  }
  const slotsOf = (agents: number | undefined): number => (agents ?? 0) * grid.slotsPerInterval
  const intervals = Array.from({ length: grid.intervals }, (_, interval) => interval)
  return {
    skillSets,
    subsets,
    reaches: Uint8Array.from(
      [...skillSets].flatMap((set) => [...subsets].map((s) => reaches(set, s))),
    ),
    levelFrom: Int32Array.from(levelFrom),
    levelStep: Float64Array.from(levels, ({ step }) => step * slotHours),
    entrySubset: Int32Array.from(entries, ({ subset }) => subsets.indexOf(subset)),
    entryReaches: Float64Array.from(
      [...skillSets].flatMap((set) => entries.map(({ subset }) => reaches(set, subset))),
    ),
    entryDemand: Float64Array.from(
      intervals.flatMap((interval) =>
        entries.map((entry) =>
          entry.tiers.reduce((sum, { agents }) => sum + slotsOf(agents[interval]), 0),
        ),
      ),
    ),
    allDemand: Float64Array.from(intervals, (interval) =>
      instance.skills.reduce((sum, { id }) => sum + slotsOf(instance.demand[id]?.[interval]), 0),
    ),
    idlePrice: instance.weights.idle * slotHours,
  }
}

/** How many tiers a level and the dearer ones have together, and its step in price to the next. */
interface PriceLevel {
  readonly tierCount: number
  readonly step: number
}

function priceLevels(tiers: readonly DemandTier[]): PriceLevel[] {
  return tiers
    .map(({ price }, index) => ({
      tierCount: index + 1,
      step: price - (tiers[index + 1]?.price ?? 0),
    }))
    .filter(({ step, tierCount }) => step !== 0 || tierCount === tiers.length)
}

/**
 * The subsets that can decide the shortage of some tiers. A subset acts only through its skills that
 * occur in the tiers; of the tight subsets that act alike, the one that the fewest people reach
 * decides: their intersection, which is tight too.
 */
function decidingSubsets(tiers: readonly DemandTier[], subsets: Int32Array): number[] {
  const present = tiers.reduce((mask, { skill }) => mask | (1 << skill), 0)
  const smallest = new Map<number, number>()
  for (const subset of subsets) {
    const acting = subset & present
    if (acting !== 0) smallest.set(acting, (smallest.get(acting) ?? subset) & subset)
  }
  return [...smallest.values()]
}
