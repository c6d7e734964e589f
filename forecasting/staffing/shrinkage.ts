/** Floating point must not add a person: 21 / (1 − 0.3) is 30 people, and 30.000000000000004. */
const SLACK = 1e-9

/** The least whole number that is not below a figure by more than rounding noise. */
export function wholeUp(figure: number): number {
  return Math.max(0, Math.ceil(figure - SLACK * Math.max(1, Math.abs(figure))))
}

/**
 * Planned and unplanned shrinkage together. Unplanned absence falls on the time that the plan
 * leaves, so the shares multiply: 10 % and 5 % make 14.5 %, not 15 %.
 *
 * @returns ratio in 0..1
 * @throws {RangeError} unless both are in `[0, 1)`
 */
export function combinedShrinkage(planned: number, unplanned: number): number {
  for (const share of [planned, unplanned]) {
    if (!(share >= 0 && share < 1))
      throw new RangeError(`shrinkage must be in [0, 1), got ${share}`)
  }
  return 1 - (1 - planned) * (1 - unplanned)
}

/**
 * People to roster so that `agents` of them are at work after shrinkage.
 *
 * @throws {RangeError} unless `shrinkage` is in `[0, 1)`
 */
export function rosteredFor(agents: number, shrinkage: number): number {
  if (!(shrinkage >= 0 && shrinkage < 1)) {
    throw new RangeError(`shrinkage must be in [0, 1), got ${shrinkage}`)
  }
  return wholeUp(agents / (1 - shrinkage))
}
