import type { components } from '../../api/schema.d.ts'
import { api } from '../../lib/api.ts'

export type UsedValue = components['schemas']['RequirementValues']['values'][number]

/** By which values a requirement was reckoned for one queue, and what history says of them. */
export function useUsedValues(requirementId: string, queueId: string): readonly UsedValue[] {
  const { data } = api.useQuery(
    'get',
    '/api/v1/requirements/{requirementId}/values',
    { params: { path: { requirementId }, query: { queueId } } },
    // Half a year of history does not change while somebody reads a page.
    { staleTime: 600_000 },
  )
  return data?.values ?? []
}
