/** On a busy machine the limit is of work, but nobody is kept waiting for ever. */
const WALL_SECONDS_PER_CPU_SECOND = 2.5
const WALL_SECONDS_MORE = 20
/** The rest of the time cools down and polishes what was found. */
const SEARCH_SHARE = 0.9

export interface SolverClock {
  /** Seconds that this thread has computed. */
  readonly seconds: () => number
  /** True once the search should come to an end to be done within the limit. */
  readonly isUp: () => boolean
}

/**
 * Measures the work of this thread and not the time of day, so that other programs on the machine
 * cost no quality.
 *
 * @param limitSeconds seconds of one core; undefined for no limit
 */
export function solverClock(limitSeconds: number | undefined): SolverClock {
  const begun = process.threadCpuUsage()
  const begunMs = performance.now()
  const seconds = (): number => {
    const { user, system } = process.threadCpuUsage(begun)
    return (user + system) / 1e6
  }
  const wallSeconds = (): number => (performance.now() - begunMs) / 1000
  const isUp = (): boolean =>
    limitSeconds !== undefined &&
    (seconds() > SEARCH_SHARE * limitSeconds ||
      wallSeconds() > WALL_SECONDS_PER_CPU_SECOND * limitSeconds + WALL_SECONDS_MORE)
  return { seconds, isUp }
}
