import { forecastQueue, type ForecastOptions, type QueueForecast } from './forecast-queue.ts'
import type { QueueHistory } from './history.ts'

/** Part of every stored forecast: the same version and data give the same numbers. */
export const FORECASTING_ENGINE_VERSION = 'kezek-forecasting/5'

export interface CentreForecastInput extends ForecastOptions {
  readonly histories: readonly QueueHistory[]
}

export interface CentreForecast {
  readonly engineVersion: string
  /** Of the histories, as they were given. */
  readonly dataHash: string
  readonly series: readonly QueueForecast[]
}

/** Forecasts every queue of a centre; input and output cross to a worker thread as they are. */
export function forecastCentre(
  { histories, ...options }: CentreForecastInput,
  onQueue?: (done: number) => void,
): CentreForecast {
  const series = histories.map((history, i) => {
    const forecast = forecastQueue(history, options)
    onQueue?.((i + 1) / histories.length)
    return forecast
  })
  return { engineVersion: FORECASTING_ENGINE_VERSION, dataHash: hashOf(histories), series }
}

/** FNV-1a over the bits of every number, in 2 × 32 bits (Fowler, Noll & Vo; public domain). */
function hashOf(histories: readonly QueueHistory[]): string {
  const lanes = [0x811c9dc5, 0x01000193]
  const add = (column: Float64Array): void => {
    const words = new Uint32Array(column.slice().buffer)
    words.forEach((word, i) => {
      lanes[i % 2] = Math.imul((lanes[i % 2] as number) ^ word, 0x01000193)
    })
  }
  for (const { startMs, offered, handled, handleSeconds } of histories) {
    for (const column of [startMs, offered, handled, handleSeconds]) add(column)
  }
  return lanes.map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('')
}
