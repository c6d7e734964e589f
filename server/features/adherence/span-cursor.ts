/** Half-open `[startMs, endMs)`, epoch milliseconds. */
export interface Span {
  readonly startMs: number
  readonly endMs: number
}

/** Walks once through spans that ascend and do not overlap, together with others of its kind. */
export class SpanCursor<Item extends Span> {
  readonly #spans: readonly Item[]
  #next = 0
  /** The next instant at which `moveTo` could answer otherwise; infinite after the last span. */
  edgeMs = Number.POSITIVE_INFINITY

  constructor(spans: readonly Item[]) {
    this.#spans = spans
  }

  /** The span over an instant, if there is one. Instants must not go backwards. */
  moveTo(instantMs: number): Item | undefined {
    let span = this.#spans[this.#next]
    while (span !== undefined && span.endMs <= instantMs) span = this.#spans[++this.#next]
    if (span === undefined) {
      this.edgeMs = Number.POSITIVE_INFINITY
      return undefined
    }
    const isOver = span.startMs <= instantMs
    this.edgeMs = isOver ? span.endMs : span.startMs
    return isOver ? span : undefined
  }
}
