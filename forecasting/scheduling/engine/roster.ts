import type { Problem } from './problem.ts'

/** A cell without a shift. */
export const OFF = -1

/** Who works when, by `cell = operator × days + day`, and sums of it that the search keeps asking. */
export interface Roster {
  /** Minute of the day at which the cell's shift starts, or `OFF`. */
  readonly start: Int32Array
  readonly shape: Int32Array
  /** Offset in slots of break `k` of the cell's shift, by `cell × breaksMax + k`. */
  readonly breakOffset: Int32Array
  /** Paid minutes of the period by operator, and of a week by `operator × weeks + week`. */
  readonly paid: Int32Array
  readonly weekPaid: Int32Array
  readonly nights: Int32Array
  readonly weekends: Int32Array
  /** Sums of nights and of weekends of a fairness group, at `group × 2` and after it. */
  readonly groupSums: Float64Array
}

export function emptyRoster(problem: Problem): Roster {
  const cells = problem.operatorCount * problem.days
  return {
    start: new Int32Array(cells).fill(OFF),
    shape: new Int32Array(cells),
    breakOffset: new Int32Array(cells * problem.shapes.breaksMax),
    paid: new Int32Array(problem.operatorCount),
    weekPaid: new Int32Array(problem.operatorCount * problem.weeks),
    nights: new Int32Array(problem.operatorCount),
    weekends: new Int32Array(problem.operatorCount),
    groupSums: new Float64Array(problem.operators.fairGroupSizes.length * 2),
  }
}
