import type { components } from '../../api/schema.d.ts'
import { api } from '../../lib/api.ts'
import { useJob } from '../../lib/use-job.ts'

export type GroupRequirement = components['schemas']['GroupRequirement']

/** The competence groups of one interval of a requirement, and the way to them. */
export function useGroupRequirement(requirementId: string, startMs: number) {
  const at = new Date(startMs).toISOString()
  const found = api.useQuery('get', '/api/v1/requirements/{requirementId}/groups', {
    params: { path: { requirementId }, query: { at } },
  })
  const job = useJob('group_sizing')
  const ordering = api.useMutation('post', '/api/v1/requirements/{requirementId}/groups', {
    onSuccess: ({ id }) => job.follow(id),
  })
  return {
    groups: found.data?.requirement ?? null,
    isPending: found.isPending,
    error: found.error ?? ordering.error,
    job,
    isOrdering: ordering.isPending,
    order: () => ordering.mutate({ params: { path: { requirementId } }, body: { at } }),
  }
}
