import { useMemo } from 'react'

import { api } from './api.ts'
import { useLocale } from './i18n/locale-context.tsx'
import { usePlanningSearch } from './use-planning-search.ts'

/** The centre's queues in the reader's language, and the one whose code the address has, else the first. */
export function useQueues() {
  const { locale } = useLocale()
  const [{ queue: asked }] = usePlanningSearch()
  const { data, error, refetch } = api.useQuery('get', '/api/v1/queues')
  const queues = useMemo(
    () => (data?.queues ?? []).map((queue) => ({ ...queue, name: queue.name[locale] })),
    [data, locale],
  )
  const chosen = queues.find(({ code }) => code === asked) ?? queues[0]
  return { queues, chosen, queueId: chosen?.id, error, refetch }
}
