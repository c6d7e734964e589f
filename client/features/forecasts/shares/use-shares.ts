import type { components } from '../../../api/schema.d.ts'
import { api } from '../../../lib/api.ts'

export type Shares = components['schemas']['ForecastShares']
export type Trait = keyof Shares
export type TraitShares = Shares[Trait]

/** A queue's forecast by language and by topic. */
export function useShares(forecastId: string, queueId: string | undefined) {
  return api.useQuery(
    'get',
    '/api/v1/forecasts/{forecastId}/shares',
    { params: { path: { forecastId }, query: { queueId: queueId ?? '' } } },
    { enabled: queueId !== undefined },
  )
}
