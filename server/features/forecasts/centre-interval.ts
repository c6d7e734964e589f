import type { ForecastPoint } from '#forecasting/volume/forecast-queue.ts'

/**
 * The length of interval to forecast a queue at: the shortest that whole intervals of the history
 * and whole intervals of the centre both fill. `splitPoints` then brings it to the centre's.
 */
export function forecastStep(historyMinutes: number, centreMinutes: number): number {
  let step = centreMinutes
  while (step % historyMinutes !== 0) step += centreMinutes
  return step
}

/**
 * Cuts every interval into equal parts, for a history that is coarser than the centre's intervals.
 * Nothing is known of the shape inside an interval, so the parts are alike; the band of a part is
 * the part of the band, which is too narrow by what chance adds within the interval.
 */
export function splitPoints(
  points: readonly ForecastPoint[],
  minutes: { readonly step: number; readonly centre: number },
): readonly ForecastPoint[] {
  const parts = minutes.step / minutes.centre
  if (parts === 1) return points
  return points.flatMap(({ startMs, mean, quantiles, ahtSeconds, ahtQuantiles }) =>
    Array.from({ length: parts }, (_, part) => ({
      startMs: startMs + part * minutes.centre * 60_000,
      mean: mean / parts,
      quantiles: quantiles.map((quantile) => quantile / parts),
      ahtSeconds,
      ahtQuantiles,
    })),
  )
}
