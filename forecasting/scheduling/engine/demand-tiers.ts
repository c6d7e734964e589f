import type { Instance } from '../instance.ts'

/** A part of the demand of one skill that has one price per agent-hour of shortage. */
export interface DemandTier {
  readonly skill: number
  readonly price: number
  /** Share of the skill's demand that lies in the tier, 0..1. */
  readonly share: number
}

/** The tiers of every skill, dearest first: people are given to the dearest demand first. */
export function demandTiers(instance: Instance): DemandTier[] {
  const { critShare, underCrit, underRest } = instance.weights
  return instance.skills
    .flatMap(({ underWeight }, skill) => [
      { skill, price: underWeight * underCrit, share: critShare },
      { skill, price: underWeight * underRest, share: 1 - critShare },
    ])
    .toSorted((a, b) => b.price - a.price || a.skill - b.skill)
}
