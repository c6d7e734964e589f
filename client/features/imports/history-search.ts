/** What the address of the history page says: which queue, and which stretch of it. */
export interface HistorySearch {
  readonly queue?: string
  /** Local dates, half-open. */
  readonly from?: string
  readonly to?: string
}

const DATE = /^\d{4}-\d{2}-\d{2}$/

/** Takes from an address what can be shown, and leaves out the rest. */
export function readHistorySearch(search: Readonly<Record<string, unknown>>): HistorySearch {
  const { queue, from, to } = search
  const isSpan =
    typeof from === 'string' &&
    typeof to === 'string' &&
    DATE.test(from) &&
    DATE.test(to) &&
    from < to
  return {
    ...(typeof queue === 'string' ? { queue } : {}),
    ...(isSpan ? { from, to } : {}),
  }
}
