import type { EpochMs } from '#forecasting/kernel/units.ts'

/** One interval of a forecast after the planner's overrides. */
export interface AdjustedPoint {
  readonly startMs: EpochMs
  readonly volume: number
  readonly adjusted: number
  /** Of the adjusted volume. */
  readonly quantiles: readonly number[]
  readonly ahtSeconds: number | null
  /** Null in versions made before it was told, and where too little is known. */
  readonly ahtQuantiles: readonly number[] | null
}
