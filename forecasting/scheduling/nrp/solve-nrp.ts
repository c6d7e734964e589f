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
import {
  type UnreachableMinutes,
  unreachableMinutes,
  withReachableMinutes,
} from './unreachable-minutes.ts'
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
  /** The best roster that breaks no rule that can be kept, else the last one. */
  readonly roster: NrpRoster
  readonly isFeasible: boolean
  /** A lower bound of the penalty, when rows were chosen by linear programs. */
  readonly bound?: number
  /** Who has no row that keeps every rule: their least minutes are missed by as little as can be. */
  readonly unreachable: readonly UnreachableMinutes[]
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
 *
 * Whose least minutes are out of reach is told, and planned for as many as there can be, so that one
 * person's contradiction costs nobody else their rules.
 */
export function solveNrp(instance: NrpInstance, options: NrpOptions): NrpSolution {
  const work = new WorkBudget(options.seconds, options.shouldStop ?? (() => false))
  let byRows = chooseRows(instance, options, work)
  const unreachable = byRows === undefined ? unreachableMinutes(instance) : []
  const solvable = withReachableMinutes(instance, unreachable)
  if (unreachable.length > 0) byRows = chooseRows(solvable, options, work)
  const roster = byRows?.roster ?? annealed(solvable, options)
  const bound = byRows?.bound
  const isFeasible = checkNrp(instance, roster).breaches.length === 0
  return { roster, isFeasible, unreachable, ...(bound === undefined ? {} : { bound }) }
}

function annealed(
  instance: NrpInstance,
  { seed, seconds, shouldStop = () => false }: NrpOptions,
): NrpRoster {
  const iterations = nrpIterationsFor(instance, seconds)
  return annealRosters(nrpTables(instance), { seed, iterations, shouldStop }).roster
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
  { seed, seconds, openProgram }: NrpOptions,
  work: WorkBudget,
): RowSolution | undefined {
  if (openProgram === undefined) return undefined
  const tables = nrpTables(instance)
  const random = randomStream(seed, 'nrp rows')
  const windowDays = isWithinReach(tables, seconds) ? tables.days : WINDOW_DAYS
  return solveByRows(rowSearch(instance, tables, { openProgram, work, random, windowDays }))
}
