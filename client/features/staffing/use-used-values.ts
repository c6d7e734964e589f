import type { components } from '../../api/schema.d.ts'
import { api } from '../../lib/api.ts'

export type UsedValue = components['schemas']['RequirementValues']['values'][number]

/** By which values a requirement was reckoned for one queue, and what history says of them. */
export function useUsedValues(
  requirementId: string,
  queueId: string | undefined,
): readonly UsedValue[] {
  const { data } = api.useQuery(
    'get',
    '/api/v1/requirements/{requirementId}/values',
    { params: { path: { requirementId }, query: { queueId: queueId ?? '' } } },
    // Half a year of history does not change while somebody reads a page.
    { enabled: queueId !== undefined, staleTime: 600_000 },
  )
  return (queueId === undefined ? undefined : data?.values) ?? []
}
