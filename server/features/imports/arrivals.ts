/** What came to one queue, as the database tells it: each value after a comma. */
export interface ArrivalText {
  readonly startSeconds: string
  readonly offered: string
}

/** What came to one queue, in columns of one length, ascending. */
export interface Arrivals {
  /** Starts, epoch milliseconds. */
  readonly startMs: Float64Array
  readonly offered: Float64Array
}

export function arrivalsOf({ startSeconds, offered }: ArrivalText): Arrivals {
  return {
    startMs: numbers(startSeconds).map((seconds) => seconds * 1000),
    offered: numbers(offered),
  }
}

/** @param text numbers, each after a comma; `NaN` is unknown */
export function numbers(text: string): Float64Array {
  return Float64Array.from(text.split(','), Number)
}
