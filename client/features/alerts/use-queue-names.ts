import { api } from '../../lib/api.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import type { NameOf } from './alert-text.ts'

/** Names of the centre's queues in the reader's language. */
export function useQueueNames(): NameOf {
  const { locale } = useLocale()
  const queues = api.useQuery('get', '/api/v1/queues').data?.queues ?? []
  return (queueId) => queues.find(({ id }) => id === queueId)?.name[locale]
}
