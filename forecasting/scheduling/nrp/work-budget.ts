/** What a core takes on a machine that others use as well, so that a budget ends within its time. */
const SECONDS_PER = {
  planningStep: 1 / 300e6,
  plan: 50e-6,
  solve: 500e-6,
  pivot: 22e-6,
  pivotAndRow: 120e-9,
  pivotAndEntry: 0.63e-9,
  /** A person's day of a roster, each time that a part of the roster is opened. */
  cell: 1.5e-6,
} as const

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

  /** Rows planned, and steps of the innermost loop that they took. */
  addPlanning({ plans, steps }: { readonly plans: number; readonly steps: number }): void {
    this.#done += plans * SECONDS_PER.plan + steps * SECONDS_PER.planningStep
  }

  /** A part of a roster opened, and the roster judged, by its people and days. */
  addOpening(cells: number): void {
    this.#done += cells * SECONDS_PER.cell
  }

  /** A solution of a linear program. */
  addSolving(solved: {
    readonly pivots: number
    readonly rows: number
    /** Coefficients in all columns. */
    readonly entries: number
  }): void {
    const { pivots, rows, entries } = solved
    const pivot =
      SECONDS_PER.pivot + rows * SECONDS_PER.pivotAndRow + entries * SECONDS_PER.pivotAndEntry
    this.#done += SECONDS_PER.solve + pivots * pivot
  }

  /** Share of the budget that is used, 0..1 and beyond; at least 1 once it is told to stop. */
  share(): number {
    const share = this.#done / this.seconds
    return this.#shouldStop() ? Math.max(1, share) : share
  }
}
