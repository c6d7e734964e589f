import { useState } from 'react'

import { api } from './api.ts'
import { useLocale } from './i18n/locale-context.tsx'

/** The centre's queues in the reader's language, and the one that is chosen. */
export function useQueues() {
  const { locale } = useLocale()
  const { data } = api.useQuery('get', '/api/v1/queues')
  const [chosen, choose] = useState<string>()
  const queues = (data?.queues ?? []).map(({ id, name }) => ({ id, name: name[locale] }))
  return { queues, queueId: chosen ?? queues[0]?.id, choose }
}
