/** What a usual core does in a second, so that a budget of work ends within its time. */
const STEPS_PER_SECOND = 300e6
const PIVOT_ROWS_PER_SECOND = 2e6
const SECONDS_PER_SOLVE = 0.0005

/**
 * Work of a search, in seconds of a usual core. It is counted by steps and not by the clock, so that
 * a budget ends at the same step on every machine.
 */
export class WorkBudget {
  readonly seconds: number
  readonly #shouldStop: () => boolean
  #done = 0

  constructor(seconds: number, shouldStop: () => boolean) {
    this.seconds = seconds
    this.#shouldStop = shouldStop
  }

  /** Steps of the innermost loop of planning a row. */
  addPlanning(steps: number): void {
    this.#done += steps / STEPS_PER_SECOND
  }

  /** A solution of a linear program. */
  addSolving(solved: { readonly pivots: number; readonly rows: number }): void {
    this.#done += SECONDS_PER_SOLVE + (solved.pivots * solved.rows) / PIVOT_ROWS_PER_SECOND
  }

  /** Share of the budget that is used, 0..1 and beyond; at least 1 once it is told to stop. */
  share(): number {
    const share = this.#done / this.seconds
    return this.#shouldStop() ? Math.max(1, share) : share
  }
}
