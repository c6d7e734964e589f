/** A quarter: longer, and a season that has turned would be carried on. */
const WEEKS = 13
/** Fewer say nothing of steadiness. */
const WEEKS_MIN = 6
/** Trials of two weeks from every week's start overlap by half. */
const OVERLAP = 2
/** Standard errors below which an error is chance. */
const CHANCE = 3

/**
 * What trials have missed in one direction again and again: a level that follows days comes late
 * where volume grows or falls all the time. Only what is beyond chance counts, and of that the less,
 * the nearer to chance it is; a wandering level gives 0.
 *
 * Source: the positive-part rule of W. James & C. Stein, "Estimation with Quadratic Loss" (1961),
 * with the threshold raised until real series lost nothing (docs/adr/0005-day-ensemble.md).
 *
 * @param errors mean log error (actual less told) of the trials from each week's start, oldest first
 * @returns log factor to add to what is told
 */
export function steadyError(errors: readonly number[]): number {
  const recent = errors.slice(-WEEKS)
  if (recent.length < WEEKS_MIN) return 0
  const mean = recent.reduce((sum, error) => sum + error, 0) / recent.length
  const squares = recent.reduce((sum, error) => sum + (error - mean) * (error - mean), 0)
  const meanVariance = (OVERLAP * squares) / (recent.length * (recent.length - 1))
  const chance = CHANCE * CHANCE * meanVariance
  return mean * mean <= chance ? 0 : mean * (1 - chance / (mean * mean))
}
