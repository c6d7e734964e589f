/** Days of one person that a move may change at once. */
export const CHANGES_MAX = 7

/**
 * Cells of one person that are to become different, or, once that is done, as they were before.
 */
export class Proposal {
  readonly #breaksMax: number
  operator = 0
  count = 0
  readonly days = new Int32Array(CHANGES_MAX)
  /** Minute of the day, or `OFF`. */
  readonly starts = new Int32Array(CHANGES_MAX)
  readonly shapes = new Int32Array(CHANGES_MAX)
  /** Offset in slots of break `k` of change `i`, by `i × breaksMax + k`. */
  readonly breaks: Int32Array

  constructor(breaksMax: number) {
    this.#breaksMax = breaksMax
    this.breaks = new Int32Array(CHANGES_MAX * breaksMax)
  }

  begin(operator: number): void {
    this.operator = operator
    this.count = 0
  }

  add(day: number, start: number, shape: number): void {
    this.days[this.count] = day
    this.starts[this.count] = start
    this.shapes[this.count] = shape
    this.count++
  }

  copyFrom(other: Proposal): void {
    this.operator = other.operator
    this.count = other.count
    for (let i = 0; i < other.count; i++) {
      this.days[i] = other.days[i] as number
      this.starts[i] = other.starts[i] as number
      this.shapes[i] = other.shapes[i] as number
    }
    for (let at = 0; at < other.count * this.#breaksMax; at++) {
      this.breaks[at] = other.breaks[at] as number
    }
  }
}
