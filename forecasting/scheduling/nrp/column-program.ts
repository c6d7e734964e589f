/**
 * A linear program of equations over columns that are never negative, which grows by columns and is
 * solved again from where it was. The solver is the caller's: the search knows no library.
 */
export interface ColumnProgram {
  readonly addColumns: (columns: ProgramColumns) => void
  /** Keeps columns out of every later solution. */
  readonly closeColumns: (indexes: readonly number[]) => void
  readonly solve: () => ProgramSolution
  readonly dispose: () => void
}

/** Columns in compressed form: column `c` has the entries `starts[c]` up to `starts[c + 1]`. */
export interface ProgramColumns {
  readonly costs: Float64Array
  readonly starts: Int32Array
  readonly rows: Int32Array
  readonly coefficients: Float64Array
}

export interface ProgramSolution {
  readonly objective: number
  /** By column. */
  readonly values: Float64Array
  /** By row: by how much the objective rises for one more on the right. */
  readonly duals: Float64Array
  /** Steps of the solver, for a budget that is the same on every machine. */
  readonly pivots: number
}

/** Opens a program without columns, of one equation for each number on the right. */
export type OpenColumnProgram = (rightSides: Float64Array) => ColumnProgram

/** Collects columns one after the other. */
export class ColumnList {
  readonly #costs: number[] = []
  readonly #starts: number[] = [0]
  readonly #rows: number[] = []
  readonly #coefficients: number[] = []

  get count(): number {
    return this.#costs.length
  }

  /** Adds a column with one coefficient in all of its rows. */
  add(cost: number, rows: readonly number[], coefficient = 1): void {
    this.addEntries(
      cost,
      rows.map((row) => [row, coefficient]),
    )
  }

  /** Adds a column with a coefficient in each of its rows. */
  addEntries(
    cost: number,
    entries: readonly (readonly [row: number, coefficient: number])[],
  ): void {
    this.#costs.push(cost)
    for (const [row, coefficient] of entries) {
      this.#rows.push(row)
      this.#coefficients.push(coefficient)
    }
    this.#starts.push(this.#rows.length)
  }

  columns(): ProgramColumns {
    return {
      costs: Float64Array.from(this.#costs),
      starts: Int32Array.from(this.#starts),
      rows: Int32Array.from(this.#rows),
      coefficients: Float64Array.from(this.#coefficients),
    }
  }
}
