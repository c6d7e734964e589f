import { api } from './api.ts'
import { useLocale } from './i18n/locale-context.tsx'

/** What a queue is called in the reader's language, by its code; the code itself of an archived one. */
export function useQueueCodeNames(): (code: string) => string {
  const { locale } = useLocale()
  const queues = api.useQuery('get', '/api/v1/queues').data?.queues ?? []
  return (code) => queues.find((queue) => queue.code === code)?.name[locale] ?? code
}
