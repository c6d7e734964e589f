import type { components } from '../../../api/schema.d.ts'
import { api } from '../../../lib/api.ts'

export type Accuracy = components['schemas']['ForecastAccuracy']
export type LagScore = Accuracy['byLag'][number]
export type TriedVersion = Accuracy['versions'][number]
export type JudgedOverride = Accuracy['overrides'][number]

/** How the forecasts of one queue have come true. */
export function useAccuracy(queueId: string | undefined) {
  return api.useQuery(
    'get',
    '/api/v1/forecast-accuracy',
    { params: { query: { queueId: queueId ?? '' } } },
    { enabled: queueId !== undefined },
  )
}
