import type { components } from '../../../api/schema.d.ts'
import { BAND_EDGES, type BandWidth, type ForecastPoint } from '../forecast-model.ts'

type ServedPoints = components['schemas']['ForecastPoints']

/**
 * Points as the page draws them.
 *
 * @param previous the same span by another version, matched by instant
 */
export function toPoints(
  { intervalMinutes, points }: ServedPoints,
  band: BandWidth,
  previous?: ServedPoints,
): ForecastPoint[] {
  const before = new Map(previous?.points.map((point) => [point.startsAt, point.adjusted]))
  const [lowAt, highAt] = BAND_EDGES[band]
  return points.map((point) => {
    const startMs = Date.parse(point.startsAt)
    return {
      startMs,
      endMs: startMs + intervalMinutes * 60_000,
      mean: point.adjusted,
      engineMean: point.volume,
      low: point.quantiles[lowAt] ?? point.low,
      high: point.quantiles[highAt] ?? point.high,
      quantiles: point.quantiles,
      actual: point.actual,
      handleSeconds: point.ahtSeconds,
      handleQuantiles: point.ahtQuantiles,
      previous: before.get(point.startsAt) ?? null,
    }
  })
}
