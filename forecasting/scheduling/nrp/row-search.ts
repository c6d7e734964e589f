import type { Random } from '../../kernel/random.ts'
import type { OpenColumnProgram } from './column-program.ts'
import { type CoverRows, coverRows } from './cover-rows.ts'
import type { NrpInstance } from './nrp-instance.ts'
import type { NrpTables } from './nrp-tables.ts'
import { RowPlanner } from './row-planner.ts'
import { RowPool } from './row-pool.ts'
import type { WorkBudget } from './work-budget.ts'

/** What every part of the search over whole rows shares. */
export interface RowSearch {
  readonly instance: NrpInstance
  readonly tables: NrpTables
  readonly cover: CoverRows
  readonly planner: RowPlanner
  readonly pool: RowPool
  readonly openProgram: OpenColumnProgram
  readonly work: WorkBudget
  readonly random: Random
  /** Days of a row that are planned at once: all of them, where there is time for that. */
  readonly windowDays: number
}

export function rowSearch(
  instance: NrpInstance,
  tables: NrpTables,
  given: Pick<RowSearch, 'openProgram' | 'work' | 'random' | 'windowDays'>,
): RowSearch {
  return {
    instance,
    tables,
    cover: coverRows(instance),
    planner: new RowPlanner(tables),
    pool: new RowPool(tables),
    ...given,
  }
}
