import type { Random } from '../../kernel/random.ts'
import { temperatureAt, tolerance } from './acceptance.ts'
import { moveBreak } from './draw-break.ts'
import { drawMove } from './draw-move.ts'
import { movePair, moveStretch } from './move-pair.ts'
import { KEPT_RULE_PRICE } from './planner-prices.ts'
import { SMALL_OPERATORS } from './search-rounds.ts'
import type { SearchState } from './search-state.ts'

/** The unit of temperatures is the cost of one agent-hour at `costPerHour` 1. */
const COLDEST = 0.03

const LOOK_UP_EVERY = 2000
/** Share of moves that change two people at once: without them small teams get stuck. */
const PAIR_SHARE = 0.35
/** Share of exchanges of several days between two people; in small teams they gain nothing. */
const STRETCH_SHARE = 0.04
/** Share of moves of a single break: the fewer people, the more hangs on each of them. */
const BREAK_SHARE = { small: 0.35, large: 0.2 } as const
/** When told to stop while hot, it cools down within this share of what was done. */
const QUENCH_SHARE = 0.05
const QUENCH_MAX = 500_000
/** A planners' rule that must be kept costs so many temperatures: low at first, and in the end high. */
const KEPT_RULE_TEMPERATURES = 9

export interface AnnealOptions {
  readonly iterations: number
  readonly random: Random
  /** How free each cell is, as in `scope.ts`. */
  readonly fixed: Uint8Array
  /** Temperature at the first iteration; lower to keep near the roster given. */
  readonly hottest: number
  readonly shouldStop: () => boolean
  /** Receives the share of the iterations done, 0..1. */
  readonly onProgress: (share: number) => void
}

/**
 * Simulated annealing over legal rosters: the temperature follows the count of iterations and never
 * the clock, so the same seed and budget give the same roster everywhere.
 *
 * Source: S. Kirkpatrick, C. Gelatt & M. Vecchi, Science 220 (1983).
 *
 * @returns iterations done, fewer than asked when it was told to stop
 */
export function anneal(state: SearchState, options: AnnealOptions): number {
  const { iterations, hottest, shouldStop, onProgress } = options
  const range = { hottest, coldest: COLDEST }
  for (let done = 0; done < iterations; done += LOOK_UP_EVERY) {
    const temperature = temperatureAt(range, done / iterations)
    if (shouldStop()) return done + quench(state, options, { temperature, done })
    onProgress(done / iterations)
    walk(state, options, { temperature, moves: Math.min(LOOK_UP_EVERY, iterations - done) })
  }
  return iterations
}

function quench(
  state: SearchState,
  options: AnnealOptions,
  from: { readonly temperature: number; readonly done: number },
): number {
  const iterations = Math.min(QUENCH_MAX, Math.floor(from.done * QUENCH_SHARE))
  const range = { hottest: from.temperature, coldest: COLDEST }
  for (let done = 0; done < iterations; done += LOOK_UP_EVERY) {
    const temperature = temperatureAt(range, done / iterations)
    walk(state, options, { temperature, moves: Math.min(LOOK_UP_EVERY, iterations - done) })
  }
  return iterations
}

/** Moves at one temperature. */
function walk(
  state: SearchState,
  { random, fixed }: AnnealOptions,
  { temperature, moves }: { readonly temperature: number; readonly moves: number },
): void {
  const draw = { random, fixed }
  const isSmall = state.problem.operatorCount <= SMALL_OPERATORS
  // Rosters that keep such a rule may lie apart: while it is hot the walk goes through others.
  state.planners.keptPrice = Math.min(KEPT_RULE_PRICE, KEPT_RULE_TEMPERATURES / temperature)
  const pairOrStretch = isSmall ? PAIR_SHARE : PAIR_SHARE + STRETCH_SHARE
  const untilBreak = pairOrStretch + (isSmall ? BREAK_SHARE.small : BREAK_SHARE.large)
  for (let move = 0; move < moves; move++) {
    const kind = random()
    if (kind < PAIR_SHARE) {
      movePair(state, draw, temperature)
    } else if (kind < pairOrStretch) {
      moveStretch(state, draw, temperature)
    } else if (kind < untilBreak) {
      moveBreak(state, draw, temperature)
    } else if (drawMove(state, draw)) {
      const delta = state.propose()
      if (delta <= temperature * tolerance(random())) state.accept(delta)
    }
  }
}
