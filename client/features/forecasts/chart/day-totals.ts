import { addLocalDays, startOfLocalDay } from '../../../lib/centre-time.ts'
import type { ForecastPoint } from '../forecast-model.ts'

/** A local day of the forecast, whole or as much of it as was asked for. */
export interface DayTotal {
  readonly startMs: number
  readonly endMs: number
  readonly mean: number
  readonly engineMean: number
  /** Null unless the whole day has come. */
  readonly actual: number | null
  /** Mean handling time, weighted by contacts; null where none is expected. */
  readonly handleSeconds: number | null
  /** Null unless the compared version has the whole day. */
  readonly previous: number | null
}

/**
 * Sums intervals over the centre's local days. There is no band: edges of intervals do not add up
 * to the edges of a day.
 */
export function dayTotals(points: readonly ForecastPoint[], timeZone: string): DayTotal[] {
  const byDay = Map.groupBy(points, ({ startMs }) => startOfLocalDay(startMs, timeZone))
  return [...byDay].map(([startMs, own]) => {
    const timed = own.filter(({ handleSeconds }) => handleSeconds !== null)
    const timedContacts = sum(timed, ({ mean }) => mean)
    return {
      startMs,
      endMs: addLocalDays(startMs, 1, timeZone),
      mean: sum(own, ({ mean }) => mean),
      engineMean: sum(own, ({ engineMean }) => engineMean),
      actual: sumOrNull(own, ({ actual }) => actual),
      handleSeconds:
        timedContacts > 0
          ? sum(timed, ({ mean, handleSeconds }) => mean * (handleSeconds ?? 0)) / timedContacts
          : null,
      previous: sumOrNull(own, ({ previous }) => previous),
    }
  })
}

function sum(points: readonly ForecastPoint[], of: (point: ForecastPoint) => number): number {
  return points.reduce((total, point) => total + of(point), 0)
}

function sumOrNull(
  points: readonly ForecastPoint[],
  of: (point: ForecastPoint) => number | null,
): number | null {
  return points.some((point) => of(point) === null) ? null : sum(points, (point) => of(point) ?? 0)
}
