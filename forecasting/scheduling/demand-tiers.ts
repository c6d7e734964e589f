import type { Instance } from './instance.ts'

/** A part of the demand of one skill that has one price per agent-hour of shortage. */
export interface DemandTier {
  readonly skill: number
  readonly kind: 'critical' | 'rest'
  readonly price: number
  /** Share of the skill's demand that lies in the tier, 0..1. */
  readonly share: number
}

/** The tiers of every skill, dearest first: people are given to the dearest demand first. */
export function demandTiers(instance: Instance): DemandTier[] {
  const { critShare, underCrit, underRest } = instance.weights
  return instance.skills
    .flatMap(({ underWeight }, skill): DemandTier[] => [
      { skill, kind: 'critical', price: underWeight * underCrit, share: critShare },
      { skill, kind: 'rest', price: underWeight * underRest, share: 1 - critShare },
    ])
    .toSorted((a, b) => (a.price === b.price ? a.skill - b.skill : b.price - a.price))
}
