/** One interval of a queue's forecast, and what came, where it has. */
export interface ForecastPoint {
  readonly startMs: number
  readonly endMs: number
  /** Expected contacts, after the planner's overrides. */
  readonly mean: number
  /** The same by the engine alone. */
  readonly engineMean: number
  /** Edges of the shown prediction interval, contacts. */
  readonly low: number
  readonly high: number
  /** At 0.025 0.05 0.1 0.25 0.5 0.75 0.9 0.95 0.975. */
  readonly quantiles: readonly number[]
  /** Contacts that came; null while the interval lies ahead. */
  readonly actual: number | null
  /** Expected handling time; null for a queue without one. */
  readonly handleSeconds: number | null
  /** At the levels of `quantiles`; null where too little is known. */
  readonly handleQuantiles: readonly number[] | null
  /** Expected contacts by the version that is compared; null without one. */
  readonly previous: number | null
}

/** Per cent of intervals that are to fall inside the band. */
export type BandWidth = 80 | 95

/** Which of the nine quantiles are the edges of a band. */
export const BAND_EDGES: Readonly<Record<BandWidth, readonly [low: number, high: number]>> = {
  80: [2, 6],
  95: [0, 8],
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
  /** Of an event of the calendar: what a change by hand can hang on. */
  readonly eventId?: string
}
