import { localDate, startOfLocalDay } from '#forecasting/kernel/calendar.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import type { SpecialEvent } from '../../calendar/calendar.schema.ts'
import type { ForecastRow } from '../forecasts.queries.ts'
import type { NewOverride } from '../forecasts.schema.ts'

/**
 * A judgement that hangs on an event must be about that event: of the queue or of the whole centre, at
 * the hours that it has now, and somewhere within the forecast.
 *
 * @throws {ProblemError} `override-event-other`, `override-outside-forecast`
 */
export function requireEvent(
  forecast: Pick<ForecastRow, 'from_date' | 'to_date'>,
  order: NewOverride,
  { events, timezone }: { readonly events: readonly SpecialEvent[]; readonly timezone: string },
): void {
  const event = events.find(({ id }) => id === order.eventId)
  const isIts = event !== undefined && (event.queueId ?? order.queueId) === order.queueId
  const isThen =
    Date.parse(event?.from ?? '') === Date.parse(order.from) &&
    Date.parse(event?.to ?? '') === Date.parse(order.to)
  if (!isIts || !isThen) throw new ProblemError('override-event-other')
  const startMs = startOfLocalDay(localDate(forecast.from_date), timezone)
  const endMs = startOfLocalDay(localDate(forecast.to_date), timezone)
  if (Date.parse(order.to) <= startMs || Date.parse(order.from) >= endMs) {
    throw new ProblemError('override-outside-forecast')
  }
}

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
