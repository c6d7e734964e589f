import { useQueryClient } from '@tanstack/react-query'

import type { components } from '../../../api/schema.d.ts'
import { api } from '../../../lib/api.ts'
import type { Override } from './override.ts'

export type StoredOverride = components['schemas']['Override']

/** The overrides of one version, and the two ways to change them. */
export function useOverrides(forecastId: string | undefined) {
  const queries = useQueryClient()
  const params = { path: { forecastId: forecastId ?? '' } }
  const path = '/api/v1/forecasts/{forecastId}/overrides'
  const list = api.useQuery('get', path, { params }, { enabled: forecastId !== undefined })
  /** Everything that rests on the forecast may have changed with it. */
  const settle = { onSuccess: async () => queries.invalidateQueries() }
  const adding = api.useMutation('post', path, settle)
  const switching = api.useMutation(
    'patch',
    '/api/v1/forecasts/{forecastId}/overrides/{overrideId}',
    settle,
  )
  return {
    overrides: (list.data?.overrides ?? []) as readonly StoredOverride[],
    error: list.error ?? switching.error,
    addError: adding.error,
    isAdding: adding.isPending,
    switchingId: switching.isPending ? switching.variables.params.path.overrideId : null,
    /** @returns the id of what was added; null when it was refused, see `addError` */
    add: async (queueId: string, override: Override): Promise<string | null> => {
      const { startMs, endMs, eventId, ...what } = override
      const of = eventId === undefined ? {} : { eventId }
      const span = { from: new Date(startMs).toISOString(), to: new Date(endMs).toISOString() }
      try {
        const stored = await adding.mutateAsync({
          params,
          body: { queueId, ...what, ...span, ...of },
        })
        return stored.overrides.at(-1)?.id ?? null
      } catch {
        return null
      }
    },
    forgetError: () => adding.reset(),
    toggle: (overrideId: string, active: boolean) =>
      switching.mutate({ params: { path: { ...params.path, overrideId } }, body: { active } }),
  }
}
