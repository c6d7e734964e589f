import { localDate } from '#forecasting/kernel/calendar.ts'
import type { ToldVersion } from '#forecasting/volume/forecast-scores.ts'

import type { TriedForecast } from './accuracy/accuracy.queries.ts'
import type { Override } from './forecasts.schema.ts'
import { adjustedQuantiles, applyOverrides } from './overrides/apply-overrides.ts'

/**
 * A stored version as it is scored: its points, and what a planner made of them.
 *
 * @param overrides of this version and queue, active, in the order in which they were made
 */
export function toldVersion(tried: TriedForecast, overrides: readonly Override[]): ToldVersion {
  const startMs = numbers(tried.start_seconds).map((seconds) => seconds * 1000)
  const engine = numbers(tried.volume)
  const bands = [numbers(tried.low), numbers(tried.high)] as const
  const final = Float64Array.from(
    applyOverrides(
      Array.from(startMs, (start, i) => ({ startMs: start, volume: engine[i] as number })),
      overrides.map(({ from, to, kind, value }) => ({
        fromMs: Date.parse(from),
        toMs: Date.parse(to),
        kind,
        value,
      })),
    ),
  )
  const [low, high] = bands.map((edge, at) => edge.map((value, i) => edgeOf(value, at, i)))
  return {
    originDate: localDate(tried.from_date),
    startMs,
    engine,
    final,
    low: low as Float64Array,
    high: high as Float64Array,
  }

  function edgeOf(value: number, at: number, i: number): number {
    const [volume, adjusted] = [engine[i] as number, final[i] as number]
    if (volume > 0 || adjusted === volume)
      return adjustedQuantiles([value], volume, adjusted)[0] ?? 0
    // Where the engine expected nothing, the whole distribution is made anew.
    return adjustedQuantiles([], volume, adjusted)[at === 0 ? 2 : 6] ?? 0
  }
}

function numbers(text: string): Float64Array {
  return Float64Array.from(text.split(','), Number)
}
