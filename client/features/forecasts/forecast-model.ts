/** One interval of a queue's forecast, and what came, where it has. */
export interface ForecastPoint {
  readonly startMs: number
  readonly endMs: number
  /** Expected contacts. */
  readonly mean: number
  /** Edges of the 80 % prediction interval, contacts. */
  readonly low: number
  readonly high: number
  /** Contacts that came; null while the interval lies ahead. */
  readonly actual: number | null
  /** Expected handling time; null for a queue without one. */
  readonly handleSeconds: number | null
}

/**
 * Why a stretch of the forecast is not an ordinary one. An outlier is left out of the learning; an
 * override is a person's decision, with its author and reason in the label.
 */
export interface ForecastMark {
  readonly kind: 'holiday' | 'event' | 'outlier' | 'override'
  readonly startMs: number
  readonly endMs: number
  readonly label: string
}
