import { randomStream } from '../../kernel/random-stream.ts'
import type { Random } from '../../kernel/random.ts'
import { temperatureAt, tolerance } from '../engine/acceptance.ts'
import { drawNrpMove } from './draw-nrp-move.ts'
import type { NrpRoster } from './nrp-instance.ts'
import { NrpState } from './nrp-state.ts'
import type { NrpTables } from './nrp-tables.ts'

export interface AnnealedRoster {
  /** The best roster that breaks no hard rule, else the last one. */
  readonly roster: NrpRoster
  readonly isFeasible: boolean
  readonly iterations: number
}

/** The unit is the weight of a request; missing cover mostly weighs 100. */
const HOT = { hottest: 60, coldest: 0.6 }
const REHEATED = { hottest: 12, coldest: 0.6 }
const LOOK_UP_EVERY = 1000
/**
 * Where a walk ends hangs on where it began more than on its length (16 people, 28 days: 1262..1462
 * after 2 million moves, 1262 after 50 million), so several begin anew and the best goes on.
 */
const WALK_ITERATIONS_PER_CELL = 6_500
const ANEW_SHARE = 0.7

/** Bounds of the price of a breach: about that of one person missing, up to what nobody would pay. */
const BREACH_PRICE = { least: 60, most: 1000 }
const BREACH_PRICE_STEP = 1.02

/** Simulated annealing over rosters that may break hard rules, at a price that ends it. */
export function annealRosters(
  tables: NrpTables,
  options: {
    readonly seed: number
    /** Moves to try in all. */
    readonly iterations: number
    readonly shouldStop: () => boolean
  },
): AnnealedRoster {
  const { seed, iterations, shouldStop } = options
  const longest = WALK_ITERATIONS_PER_CELL * tables.people * tables.days
  const walks = Math.max(1, Math.floor((iterations * ANEW_SHARE) / longest))
  const each = (iterations * ANEW_SHARE) / walks
  let state = new NrpState(tables)
  let done = 0
  for (let walk = 0; walk < walks && (walk === 0 || !shouldStop()); walk++) {
    const random = randomStream(seed, `nrp walk ${walk}`)
    const next = new NrpState(tables)
    done += cool(next, { random, shouldStop, iterations: each, ...HOT })
    if (walk === 0 || next.bestCost < state.bestCost) state = next
  }
  const random = randomStream(seed, 'nrp reheated')
  while (done < iterations && !shouldStop()) {
    state.returnToBest()
    const rest = Math.min(longest, iterations - done)
    done += cool(state, { random, shouldStop, iterations: rest, ...REHEATED })
  }
  const { best, roster } = state
  return { roster: best ?? roster, isFeasible: best !== undefined, iterations: done }
}

function cool(
  state: NrpState,
  run: {
    readonly random: Random
    readonly shouldStop: () => boolean
    readonly iterations: number
    readonly hottest: number
    readonly coldest: number
  },
): number {
  const { random, shouldStop, iterations } = run
  let done = 0
  for (; done < iterations && !shouldStop(); done += LOOK_UP_EVERY) {
    const temperature = temperatureAt(run, done / iterations)
    adjustBreachPrice(state)
    for (let move = 0; move < LOOK_UP_EVERY; move++) {
      if (!drawNrpMove(state, random)) continue
      if (state.propose() <= temperature * tolerance(random())) state.accept()
      else state.reject()
    }
  }
  return done
}

/**
 * Dearer while rules are broken, cheaper while they are kept: the walk crosses the border of the legal
 * rosters again and again, on which the best ones lie.
 *
 * Source: F. Glover, "Heuristics for integer programming using surrogate constraints", Decision
 * Sciences 8 (1977): strategic oscillation.
 */
function adjustBreachPrice(state: NrpState): void {
  const { least, most } = BREACH_PRICE
  const price = state.breachPrice * (state.breaches > 0 ? BREACH_PRICE_STEP : 1 / BREACH_PRICE_STEP)
  state.breachPrice = Math.min(most, Math.max(least, price))
}
