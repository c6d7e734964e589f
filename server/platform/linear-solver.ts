import { createRequire } from 'node:module'

import type { Highs } from 'highs'

import type { LinearProgram } from '#forecasting/scheduling/bound/linear-program.ts'

export type LinearSolution =
  | { readonly kind: 'optimal'; readonly objective: number }
  /** No optimum within the time, or none exists; `status` is the solver's word for it. */
  | { readonly kind: 'unsolved'; readonly status: string }

// The package's types describe its CommonJS build only; an import has another shape than they say.
export const loadHighs = createRequire(import.meta.url)('highs') as () => Promise<Highs>

/**
 * Solves a linear program with HiGHS, on one thread.
 *
 * @param options `shouldStop` is asked at every iteration, and `onIteration` told how many there were
 */
export async function solveLinearProgram(
  program: LinearProgram,
  options: {
    readonly timeLimitSeconds: number
    readonly shouldStop?: () => boolean
    readonly onIteration?: (count: number) => void
  },
): Promise<LinearSolution> {
  const highs = await loadHighs()
  const model = highs.createModel(modelData(program))
  try {
    model.options.set({
      output_flag: false,
      solver: 'ipm',
      time_limit: options.timeLimitSeconds,
    })
    const { optimal, unknown } = highs.constants.modelStatus
    let iterations = 0
    let status: number = unknown
    // A corner of the polyhedron is not needed, only the least value; but now and then interior points
    // end just short of it, and the way to a corner brings the rest.
    for (const crossover of ['off', 'on']) {
      model.options.set({ run_crossover: crossover })
      model.run({
        [highs.constants.callbackType.ipmInterrupt]: (event) => {
          options.onIteration?.(++iterations)
          if (options.shouldStop?.() === true) event.interrupt()
        },
      })
      status = model.getModelStatus()
      if (status !== unknown) break
    }
    return status === optimal
      ? { kind: 'optimal', objective: model.getObjectiveValue() }
      : { kind: 'unsolved', status: String(status) }
  } finally {
    model.dispose()
  }
}

/** A program in the form that HiGHS takes. */
export function modelData(program: LinearProgram) {
  const numCols = program.cost.length
  const numRows = program.rowLower.length
  return {
    numCols,
    numRows,
    offset: program.offset,
    colCost: program.cost,
    colLower: program.lower,
    colUpper: program.upper,
    rowLower: program.rowLower,
    rowUpper: program.rowUpper,
    matrix: {
      format: 'csr' as const,
      numRows,
      numCols,
      starts: program.rowStarts,
      indices: program.columns,
      values: program.values,
    },
  }
}
