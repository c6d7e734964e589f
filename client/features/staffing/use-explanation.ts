import type { components } from '../../api/schema.d.ts'
import { api } from '../../lib/api.ts'

export type Explanation = components['schemas']['RequirementExplanation']

interface ExplainedPlace {
  readonly requirementId: string
  readonly queueId: string
  readonly startMs: number
}

/** Why an interval needs as many as it does; asks nothing while there is no place. */
export function useExplanation(place: ExplainedPlace | null) {
  return api.useQuery(
    'get',
    '/api/v1/requirements/{requirementId}/explanation',
    {
      params: {
        path: { requirementId: place?.requirementId ?? '' },
        query: {
          queueId: place?.queueId ?? '',
          at: new Date(place?.startMs ?? 0).toISOString(),
        },
      },
    },
    { enabled: place !== null },
  )
}
