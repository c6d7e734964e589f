import { isDeepStrictEqual } from 'node:util'

import type { ForecastState } from '../forecasts/forecasts.service.ts'
import type { StaleReason } from './staffing.schema.ts'

/** What a requirement was made from. */
export interface Staffed {
  readonly forecastId: string
  readonly fromDate: string
  /** The first day after it. */
  readonly toDate: string
  /** The overrides that were in force. */
  readonly overrideIds: readonly string[]
  /** By queue code; as they are stored. */
  readonly settings: unknown
}

/**
 * Why a requirement no longer says what its inputs say. Switching an override off and on again
 * leaves it as it was: what counts is what is in force, not that something was touched.
 *
 * @param forecasts the latest, by id: one that is not among them has long been overtaken
 * @param settingsNow of every queue by code, as a requirement made now would keep them
 */
export function staleReasons(
  made: Staffed,
  forecasts: ReadonlyMap<string, ForecastState>,
  settingsNow: unknown,
): StaleReason[] {
  const forecast = forecasts.get(made.forecastId)
  if (forecast === undefined) return ['newer_forecast']
  const overtaken = [...forecasts.values()].some(
    ({ version, fromDate, toDate }) =>
      version > forecast.version && fromDate < made.toDate && made.fromDate < toDate,
  )
  const reasons: StaleReason[] = []
  if (forecast.stale) reasons.push('history')
  if (!sameMembers(made.overrideIds, forecast.activeOverrideIds)) reasons.push('overrides')
  if (overtaken) reasons.push('newer_forecast')
  if (!isDeepStrictEqual(made.settings, settingsNow)) reasons.push('settings')
  return reasons
}

function sameMembers(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && new Set([...some, ...others]).size === some.length
}
