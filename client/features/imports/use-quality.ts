import { useQuery, useQueryClient } from '@tanstack/react-query'

import type { components } from '../../api/schema.d.ts'
import { api } from '../../lib/api.ts'

export type Quality = components['schemas']['HistoryQuality']
export type Finding = Quality['findings'][number]
export type Decision = Quality['decisions'][number]
export type DecisionAction = Decision['action']

/** What was decided about a finding, as the planner said it. */
export interface DecisionDraft {
  readonly action: DecisionAction
  readonly contacts: number | null
  readonly reason: string
}

/** What is odd about one queue's history, and the two ways to decide. */
export function useQuality(queueId: string) {
  const queries = useQueryClient()
  const options = api.queryOptions('get', '/api/v1/history/quality', {
    params: { query: { queueId } },
  })
  const { data, error } = useQuery(options)
  const settle = {
    onSuccess: (quality: Quality): void => {
      queries.setQueryData(options.queryKey, quality)
      // Forecasts go stale with it, and what rests on them; the figures themselves have not changed.
      void queries.invalidateQueries({ predicate: ({ queryKey }) => isOfPlan(queryKey[1]) })
    },
  }
  const adding = api.useMutation('post', '/api/v1/history/decisions', settle)
  const switching = api.useMutation('patch', '/api/v1/history/decisions/{decisionId}', settle)
  return {
    quality: data,
    error: error ?? switching.error,
    isAdding: adding.isPending,
    addError: adding.error,
    /** @returns false when it was refused, see `addError` */
    add: async (
      { from, to, finding }: Finding,
      { action, contacts, reason }: DecisionDraft,
    ): Promise<boolean> => {
      const replaced = contacts === null ? {} : { contacts }
      try {
        await adding.mutateAsync({
          body: { queueId, from, to, finding, action, reason, ...replaced },
        })
        return true
      } catch {
        return false
      }
    },
    forgetError: () => adding.reset(),
    isSwitching: switching.isPending,
    toggle: (decisionId: string, active: boolean) =>
      switching.mutate({ params: { path: { decisionId } }, body: { active } }),
  }
}

function isOfPlan(path: unknown): boolean {
  return typeof path === 'string' && /^\/api\/v1\/(forecast|requirement|schedule)/u.test(path)
}
