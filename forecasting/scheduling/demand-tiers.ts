import type { Instance } from './instance.ts'

/** A part of the demand of one skill that has one price per agent-hour of shortage. */
export interface DemandTier {
  readonly skill: number
  readonly kind: 'critical' | 'rest'
  readonly price: number
  /** Agents of the tier by interval. */
  readonly agents: readonly number[]
}

/**
 * The tiers of every skill, dearest first: people are given to the dearest demand first. They are the
 * instance's own steps, or else the first `critShare` of each skill's demand and the rest.
 */
export function demandTiers({ skills, demand, weights, demandSteps }: Instance): DemandTier[] {
  const { critShare, underCrit, underRest } = weights
  const tiers = skills.flatMap(({ id, underWeight }, skill): DemandTier[] => {
    if (demandSteps !== undefined) {
      const own = demandSteps.filter((step) => step.skill === id)
      return own.map(({ price, agents }) => ({ skill, kind: 'rest', price, agents }))
    }
    const required = demand[id] ?? []
    const shareOf = (share: number): number[] => required.map((agents) => share * agents)
    return [
      { skill, kind: 'critical', price: underWeight * underCrit, agents: shareOf(critShare) },
      { skill, kind: 'rest', price: underWeight * underRest, agents: shareOf(1 - critShare) },
    ]
  })
  return tiers.toSorted((a, b) => (a.price === b.price ? a.skill - b.skill : b.price - a.price))
}
