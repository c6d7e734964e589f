import type { Proposal } from './proposal.ts'

/** Prices what a change of one person's shifts does to those on duty, and places the breaks of the new ones. */
export interface CoverageChange {
  /**
   * @param proposal whose new shifts begin where it says; receives the offsets of their breaks
   * @returns the exact change of the cost of shortage and idleness
   */
  readonly priceOf: (proposal: Proposal) => number
}
