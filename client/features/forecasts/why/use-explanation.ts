import type { components } from '../../../api/schema.d.ts'
import { api } from '../../../lib/api.ts'

export type Explanation = components['schemas']['ForecastExplanation']
export type ExplainedDay = Explanation['days'][number]

/** Why one version says what it says of one queue. */
export function useExplanation(forecastId: string, queueId: string | undefined) {
  return api.useQuery(
    'get',
    '/api/v1/forecasts/{forecastId}/explanation',
    { params: { path: { forecastId }, query: { queueId: queueId ?? '' } } },
    { enabled: queueId !== undefined },
  )
}
