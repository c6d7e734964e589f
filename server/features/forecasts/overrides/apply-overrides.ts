import { negativeBinomialQuantiles } from '#forecasting/kernel/negative-binomial.ts'
import { QUANTILE_LEVELS } from '#forecasting/volume/quantile-levels.ts'

/** A planner's judgement about a span of one queue. */
export interface ActiveOverride {
  readonly fromMs: number
  readonly toMs: number
  /** `set` the span's total, `add` to it, or `scale` it. */
  readonly kind: 'set' | 'add' | 'scale'
  readonly value: number
}

/**
 * Volumes after the overrides, in the order in which they were made. Whatever an override says of
 * its span, the shape inside the span stays; a span in which nothing was expected is filled evenly.
 *
 * @param points ascending by start
 * @returns one volume a point, never negative
 */
export function applyOverrides(
  points: readonly { readonly startMs: number; readonly volume: number }[],
  overrides: readonly ActiveOverride[],
): number[] {
  const volumes = points.map(({ volume }) => volume)
  for (const { fromMs, toMs, kind, value } of overrides) {
    const inside = points.flatMap(({ startMs }, i) =>
      startMs >= fromMs && startMs < toMs ? [i] : [],
    )
    const total = inside.reduce((sum, i) => sum + (volumes[i] ?? 0), 0)
    const wanted = Math.max(
      0,
      kind === 'set' ? value : kind === 'add' ? total + value : total * value,
    )
    for (const i of inside) {
      volumes[i] = total > 0 ? ((volumes[i] ?? 0) * wanted) / total : wanted / inside.length
    }
  }
  return volumes
}

/**
 * The doubt that goes with an overridden volume: as wide, in proportion, as the engine's own. Where
 * the engine expected nothing it has none to give; what chance alone does to a count is left.
 *
 * @param quantiles of `volume`, at the levels that forecasts are stored at
 */
export function adjustedQuantiles(
  quantiles: readonly number[],
  volume: number,
  adjusted: number,
): readonly number[] {
  if (adjusted === volume) return quantiles
  if (volume > 0) return quantiles.map((quantile) => (quantile * adjusted) / volume)
  return negativeBinomialQuantiles(adjusted, 0, QUANTILE_LEVELS)
}
