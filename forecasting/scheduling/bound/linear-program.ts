/**
 * A linear program: minimise `offset + cost · x` with bounds on the variables `x` and on the rows.
 *
 * Rows are stored one after the other: row `i` has its entries at `rowStarts[i]` up to, not
 * including, `rowStarts[i + 1]`.
 */
export interface LinearProgram {
  readonly offset: number
  readonly cost: Float64Array
  readonly lower: Float64Array
  readonly upper: Float64Array
  readonly rowLower: Float64Array
  readonly rowUpper: Float64Array
  readonly rowStarts: Int32Array
  readonly columns: Int32Array
  readonly values: Float64Array
}

/** One entry of a row: a variable's index and its factor. */
export type Entry = readonly [column: number, factor: number]

/** Collects variables and rows. */
export class LinearProgramBuilder {
  readonly #cost: number[] = []
  readonly #lower: number[] = []
  readonly #upper: number[] = []
  readonly #rowLower: number[] = []
  readonly #rowUpper: number[] = []
  readonly #rowStarts: number[] = [0]
  readonly #columns: number[] = []
  readonly #values: number[] = []
  #offset = 0

  /** Adds a variable of `0` up to `upper`; returns its index. */
  variable(cost: number, upper = Number.POSITIVE_INFINITY): number {
    this.#lower.push(0)
    this.#upper.push(upper)
    return this.#cost.push(cost) - 1
  }

  /** Adds a row `least <= sum of the entries <= most`; no variable may occur twice in it. */
  row(entries: readonly Entry[], least: number, most: number): void {
    for (const [column, factor] of entries) {
      this.#columns.push(column)
      this.#values.push(factor)
    }
    this.#rowStarts.push(this.#columns.length)
    this.#rowLower.push(least)
    this.#rowUpper.push(most)
  }

  /** Makes a variable dearer. */
  addCost(column: number, cost: number): void {
    this.#cost[column] = (this.#cost[column] ?? 0) + cost
  }

  /** Adds a cost that no variable changes. */
  addOffset(cost: number): void {
    this.#offset += cost
  }

  build(): LinearProgram {
    return {
      offset: this.#offset,
      cost: Float64Array.from(this.#cost),
      lower: Float64Array.from(this.#lower),
      upper: Float64Array.from(this.#upper),
      rowLower: Float64Array.from(this.#rowLower),
      rowUpper: Float64Array.from(this.#rowUpper),
      rowStarts: Int32Array.from(this.#rowStarts),
      columns: Int32Array.from(this.#columns),
      values: Float64Array.from(this.#values),
    }
  }
}
