import type { Random } from './random.ts'

/**
 * Draws the number of successes in `trials`, each with the same probability, one trial at a time:
 * exact, and quick enough for the counts of an interval.
 */
export function drawBinomial(random: Random, trials: number, probability: number): number {
  let successes = 0
  for (let trial = 0; trial < trials; trial += 1) if (random() < probability) successes += 1
  return successes
}
