import {
  type CentreForecast,
  type CentreForecastInput,
  forecastCentre,
} from '#forecasting/volume/forecast-centre.ts'
import type { Task } from '#server/platform/jobs/compute.ts'

/** Forecasts a whole centre in a worker thread. */
export const computeForecast: Task<CentreForecastInput, CentreForecast> = (input, context) =>
  forecastCentre(input, (done) => context.report(done, 'forecast'))
