/**
 * The ranges every queue formula shares. Outside them the argument is a caller's mistake, usually
 * of units, and is answered with a RangeError that names it.
 */

/** Ten times the largest load the formulas are verified at. */
export const OFFERED_ERLANGS_MAX = 10_000_000
export const AGENTS_MAX = 1_000_000_000
/** Nobody waits 115 days; the cost of a line grows with the root of patience. */
export const PATIENCE_SECONDS_MAX = 10_000_000

/** @throws {RangeError} unless `agents` is a whole number in range */
export function checkAgents(agents: number): void {
  if (!Number.isInteger(agents) || agents < 0 || agents > AGENTS_MAX) {
    throw new RangeError(`agents must be a whole number in 0..${AGENTS_MAX}, got ${agents}`)
  }
}

/** @throws {RangeError} unless `offeredErlangs` is in range */
export function checkOfferedErlangs(offeredErlangs: number): void {
  if (!(offeredErlangs >= 0 && offeredErlangs <= OFFERED_ERLANGS_MAX)) {
    throw new RangeError(
      `offeredErlangs must be in 0..${OFFERED_ERLANGS_MAX}, got ${offeredErlangs}`,
    )
  }
}

/** @throws {RangeError} unless `seconds` is positive and finite */
export function checkPositiveSeconds(name: string, seconds: number): void {
  if (!(seconds > 0 && Number.isFinite(seconds))) {
    throw new RangeError(`${name} must be positive and finite, got ${seconds}`)
  }
}

/** @throws {RangeError} unless `patienceSeconds` is in range */
export function checkPatience(patienceSeconds: number): void {
  if (!(patienceSeconds > 0 && patienceSeconds <= PATIENCE_SECONDS_MAX)) {
    throw new RangeError(
      `patienceSeconds must be more than 0 and at most ${PATIENCE_SECONDS_MAX}, got ${patienceSeconds}`,
    )
  }
}

/** @throws {RangeError} unless `thresholdSeconds` is 0 or more */
export function checkThreshold(thresholdSeconds: number): void {
  if (!(thresholdSeconds >= 0)) {
    throw new RangeError(`thresholdSeconds must not be negative, got ${thresholdSeconds}`)
  }
}
