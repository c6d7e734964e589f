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
/** A given plan is improved where it is. */
const NEAR = 0.3

/**
 * A walk ends in a valley, and a longer one in none that is much deeper: 10 people end at a median of
 * 377.7 after 1 million moves and 377.0 after 4, 50 people anywhere in 1852..1875 after 2 million.
 * So what is left over this many moves for each cell goes to other walks.
 */
const ROUND_ITERATIONS_PER_CELL = 4_000
/** Share of the rounds that look for a valley; the others search around the best. */
const EMPTY_SHARE = 0.25

/**
 * Warm enough to leave a valley, too cold to forget the good parts: the fewer people, the deeper the
 * valleys, and how deep differs.
 */
const REHEATED = { small: [0.6, 0.9, 1.2], large: [0.4] } as const
/** Teams up to this size are searched in their own way. */
export const SMALL_OPERATORS = 20

/** How the iterations of a search are shared over rounds; at least one. */
export function searchRounds(search: {
  readonly iterations: number
  readonly operatorCount: number
  readonly days: number
  /** With nothing, near a plan that is given, or anywhere from a plan that an earlier search left. */
  readonly begins: 'empty' | 'near' | 'resumed'
}): Round[] {
  const { iterations, operatorCount, days, begins } = search
  const each = ROUND_ITERATIONS_PER_CELL * Math.max(1, operatorCount * days)
  const count = Math.max(1, Math.floor(iterations / each))
  const empty = begins === 'empty' ? Math.ceil(count * EMPTY_SHARE) : 0
  const reheated = operatorCount <= SMALL_OPERATORS ? REHEATED.small : REHEATED.large
  return Array.from({ length: count }, (_, round) => ({
    iterations: Math.floor(iterations / count) + (round < iterations % count ? 1 : 0),
    ...(round < empty
      ? { start: 'empty', hottest: HOTTEST }
      : {
          start: 'best',
          hottest: begins === 'near' ? NEAR : (reheated[round % reheated.length] ?? NEAR),
        }),
  }))
}
