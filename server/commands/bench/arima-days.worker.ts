/**
 * Seasonal ARIMA on the logarithm of daily totals, in a thread of its own: the library prints to
 * standard output whatever it is told, and a thread's output can be dropped.
 */
import { parentPort, workerData } from 'node:worker_threads'

import ARIMA from 'arima'

export interface ArimaTask {
  /** Totals of open days, all above zero. */
  readonly totals: readonly number[]
  /** Open days in a week. */
  readonly season: number
  readonly days: number
}

/** Beyond the greatest or least day by this factor a forecast has diverged, as some do. */
const DIVERGED = 1.5

/** Null where the fit failed or diverged. */
function forecastDays({ totals, season, days }: ArimaTask): number[] | null {
  const logs = totals.map((total) => Math.log(total + 0.5))
  const model = new ARIMA({ p: 1, d: 0, q: 1, P: 1, D: 0, Q: 1, s: season, verbose: false })
  try {
    const [means] = model.train(logs).predict(days)
    const volumes = means.map((mean) => Math.exp(mean))
    const most = DIVERGED * Math.max(...totals)
    const least = Math.min(...totals) / DIVERGED
    return volumes.every((volume) => volume > least && volume < most) ? volumes : null
  } catch {
    return null
  } finally {
    model.destroy()
  }
}

parentPort?.postMessage((workerData as readonly ArimaTask[]).map(forecastDays))
