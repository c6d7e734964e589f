import { namedProgram } from '#forecasting/scheduling/bound/named-program.ts'
import { priceOf, take } from '#forecasting/scheduling/engine/best-cell.ts'
import { fixCells } from '#forecasting/scheduling/engine/fixed-cells.ts'
import { compileProblem } from '#forecasting/scheduling/engine/problem.ts'
import { SearchState } from '#forecasting/scheduling/engine/search-state.ts'
import { toSchedule } from '#forecasting/scheduling/engine/to-schedule.ts'
import type { Instance, Schedule } from '#forecasting/scheduling/instance.ts'

import { loadHighs, modelData } from '../../platform/linear-solver.ts'

const START_GRID_MINUTES = 60

/**
 * What a general solver makes of the problem in some time: HiGHS on one yes or no for each person, day,
 * shape and full hour, then breaks where they serve best.
 *
 * @returns undefined when it found no plan
 */
export async function solvePlainly(
  instance: Instance,
  seconds: number,
): Promise<Schedule | undefined> {
  const problem = compileProblem(instance)
  const { program, shifts } = namedProgram(problem, START_GRID_MINUTES)
  const highs = await loadHighs()
  const integrality = new Int32Array(program.cost.length)
  integrality.fill(highs.constants.variableType.integer, 0, shifts.length)
  const model = highs.createModel({ ...modelData(program), integrality })
  try {
    model.options.set({ output_flag: false, time_limit: seconds })
    model.run()
    const { colValue } = model.getSolution()
    if (!Number.isFinite(model.getObjectiveValue()) || colValue.length === 0) return undefined
    const state = new SearchState(problem)
    fixCells(state, instance.locks)
    for (const shift of shifts) {
      if ((colValue[shift.column] ?? 0) < 0.5) continue
      const delta = priceOf(state, shift)
      if (delta < Number.POSITIVE_INFINITY) take(state, shift, { ...shift, delta })
    }
    return toSchedule(state)
  } finally {
    model.dispose()
  }
}
