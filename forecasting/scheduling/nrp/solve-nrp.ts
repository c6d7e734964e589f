import { randomStream } from '../../kernel/random-stream.ts'
import { annealRosters } from './anneal-rosters.ts'
import { checkNrp } from './check-nrp.ts'
import type { OpenColumnProgram } from './column-program.ts'
import { nrpIterationsFor } from './nrp-budget.ts'
import type { NrpInstance, NrpRoster } from './nrp-instance.ts'
import { type NrpTables, nrpTables } from './nrp-tables.ts'
import { personPlan } from './person-plan.ts'
import { placesOf } from './row-arcs.ts'
import { PLACES_MAX } from './row-planner.ts'
import { rowSearch } from './row-search.ts'
import { type RowSolution, solveByRows } from './solve-by-rows.ts'
import { WorkBudget } from './work-budget.ts'

export interface NrpOptions {
  readonly seed: number
  /** Work to do, in seconds of a usual core: the same steps on every machine. */
  readonly seconds: number
  /** Solver of linear programs; without one the search is by annealing alone. */
  readonly openProgram?: OpenColumnProgram | undefined
  readonly shouldStop?: () => boolean
}

export interface NrpSolution {
  /** The best roster that breaks no hard rule, else the last one. */
  readonly roster: NrpRoster
  readonly isFeasible: boolean
  /** A lower bound of the penalty, when rows were chosen by linear programs. */
  readonly bound?: number
}

/** Days planned at once where whole rows are too long: a month, to which most rules reach. */
const WINDOW_DAYS = 28
/** Rounds of planning everybody's row that generating rows and a dive take together. */
const ROUNDS_NEEDED = 150
/** States of a row that a usual core plans in a second. */
const STATES_PER_SECOND = 200e6

/**
 * Solves an instance by choosing whole rows, or stretches of them where planning a whole row takes too
 * long for the budget (`solve-by-rows.ts`); without a solver by annealing (`anneal-rosters.ts`).
 */
export function solveNrp(instance: NrpInstance, options: NrpOptions): NrpSolution {
  const tables = nrpTables(instance)
  const byRows = chooseRows(instance, tables, options)
  if (byRows !== undefined) {
    const { roster, bound } = byRows
    const isFeasible = checkNrp(instance, roster).breaches.length === 0
    return { roster, isFeasible, ...(bound === undefined ? {} : { bound }) }
  }
  const { seed, seconds, shouldStop = () => false } = options
  const iterations = nrpIterationsFor(instance, seconds)
  const { roster, isFeasible } = annealRosters(tables, { seed, iterations, shouldStop })
  return { roster, isFeasible }
}

function isWithinReach(tables: NrpTables, seconds: number): boolean {
  const places = Array.from({ length: tables.people }, (_, person) =>
    placesOf(personPlan(tables, person), []),
  )
  const all = places.reduce((sum, count) => sum + count, 0)
  return Math.max(...places) < PLACES_MAX && (ROUNDS_NEEDED * all) / STATES_PER_SECOND < seconds
}

function chooseRows(
  instance: NrpInstance,
  tables: NrpTables,
  { seed, seconds, openProgram, shouldStop = () => false }: NrpOptions,
): RowSolution | undefined {
  if (openProgram === undefined) return undefined
  const work = new WorkBudget(seconds, shouldStop)
  const random = randomStream(seed, 'nrp rows')
  const windowDays = isWithinReach(tables, seconds) ? tables.days : WINDOW_DAYS
  return solveByRows(rowSearch(instance, tables, { openProgram, work, random, windowDays }))
}
