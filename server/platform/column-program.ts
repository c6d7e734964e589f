import type { Highs, Model } from 'highs'

import type {
  ColumnProgram,
  OpenColumnProgram,
  ProgramColumns,
} from '#forecasting/scheduling/nrp/column-program.ts'

import { loadHighs } from './linear-solver.ts'

/** The last solution stays feasible when columns are added, and its prices when columns are closed. */
const PRIMAL_SIMPLEX = 4
const DUAL_SIMPLEX = 1

/** Opens linear programs that grow by columns, each solved by HiGHS on one thread. */
export async function columnPrograms(): Promise<OpenColumnProgram> {
  const highs = await loadHighs()
  return (rightSides) => openProgram(highs, rightSides)
}

function openProgram(highs: Highs, rightSides: Float64Array): ColumnProgram {
  const numRows = rightSides.length
  const model = highs.createModel({
    numCols: 0,
    numRows,
    offset: 0,
    colCost: new Float64Array(0),
    colLower: new Float64Array(0),
    colUpper: new Float64Array(0),
    rowLower: rightSides,
    rowUpper: rightSides,
    matrix: {
      format: 'csc',
      numRows,
      numCols: 0,
      starts: Int32Array.of(0),
      indices: new Int32Array(0),
      values: new Float64Array(0),
    },
  })
  model.options.set({
    output_flag: false,
    presolve: 'off',
    solver: 'simplex',
  })
  let isClosed = false
  return {
    addColumns: (columns) => addColumns(model, numRows, columns),
    closeColumns: (indexes) => {
      isClosed = indexes.length > 0
      for (const index of indexes) model.changeColBounds(index, 0, 0)
    },
    solve: () => {
      model.options.set({ simplex_strategy: isClosed ? DUAL_SIMPLEX : PRIMAL_SIMPLEX })
      isClosed = false
      model.run()
      const { colValue, rowDual } = model.getSolution()
      return {
        objective: model.getObjectiveValue(),
        values: colValue,
        duals: rowDual,
        pivots: Number(model.info.get('simplex_iteration_count')),
      }
    },
    dispose: () => model.dispose(),
  }
}

function addColumns(model: Model, numRows: number, columns: ProgramColumns): void {
  const { costs, starts, rows, coefficients } = columns
  const numCols = costs.length
  model.addCols({
    cost: costs,
    lower: new Float64Array(numCols),
    upper: new Float64Array(numCols).fill(Number.POSITIVE_INFINITY),
    matrix: { format: 'csc', numRows, numCols, starts, indices: rows, values: coefficients },
  })
}
