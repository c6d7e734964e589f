import { localDate, startOfLocalDay } from '#forecasting/kernel/calendar.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import type { ForecastRow } from './forecasts.queries.ts'
import type { NewOverride } from './forecasts.schema.ts'

/**
 * A judgement about a span that the forecast does not reach would change nothing, and look as if
 * it did.
 *
 * @throws {ProblemError} `override-outside-forecast` unless the whole span is forecast
 */
export function requireWithin(
  forecast: Pick<ForecastRow, 'from_date' | 'to_date'>,
  { from, to }: Pick<NewOverride, 'from' | 'to'>,
  timezone: string,
): void {
  const startMs = startOfLocalDay(localDate(forecast.from_date), timezone)
  const endMs = startOfLocalDay(localDate(forecast.to_date), timezone)
  if (Date.parse(from) < startMs || Date.parse(to) > endMs) {
    throw new ProblemError('override-outside-forecast')
  }
}
