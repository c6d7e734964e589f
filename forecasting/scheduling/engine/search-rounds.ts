/** One annealing, from a temperature down to the coldest. */
export interface Round {
  readonly iterations: number
  /** Where it starts: with an empty roster, or with the best plan so far. */
  readonly start: 'empty' | 'best'
  /** Temperature at its first iteration. */
  readonly hottest: number
}

/** From a greedy start everything may still move. */
const HOTTEST = 2
/** Warm enough to leave a small team's valley, too cold to forget the good parts. */
const REHEATED = 0.9
/** A given plan is improved where it is. */
const GOING_ON = 0.3

/**
 * Teams up to this size have deep valleys: a long walk ends in one as bad as a short walk does
 * (10 people: medians 377.7 after 1 million moves, 377.0 after 4 million), so many short ones it is.
 */
const SMALL_OPERATORS = 20
const SMALL_ROUND_ITERATIONS = 300_000
/** Share of the rounds of a small team that look for a valley; the others search around the best. */
const EMPTY_SHARE = 0.4

/** How the iterations of a search are shared over rounds; at least one. */
export function searchRounds(search: {
  readonly iterations: number
  readonly operatorCount: number
  /** True when there is a plan to start from. */
  readonly isGoingOn: boolean
}): Round[] {
  const { iterations, operatorCount, isGoingOn } = search
  const isSmall = operatorCount <= SMALL_OPERATORS
  const count = isSmall ? Math.max(1, Math.floor(iterations / SMALL_ROUND_ITERATIONS)) : 1
  const empty = isGoingOn ? 0 : Math.ceil(count * EMPTY_SHARE)
  return Array.from({ length: count }, (_, round) => ({
    iterations: Math.floor(iterations / count) + (round < iterations % count ? 1 : 0),
    ...(round < empty
      ? { start: 'empty', hottest: HOTTEST }
      : { start: 'best', hottest: isGoingOn ? GOING_ON : REHEATED }),
  }))
}
