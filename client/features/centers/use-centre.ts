import { api } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { settingsAnswer } from './settings-headline.ts'

/** The centre, its queues, and whether the reader may change them. */
export function useCentre() {
  const t = useTranslate()
  const center = api.useQuery('get', '/api/v1/center')
  const queues = api.useQuery('get', '/api/v1/queues')
  const me = api.useQuery('get', '/api/v1/me')
  const isKnown = center.data !== undefined && queues.data !== undefined
  return {
    center: center.data,
    queues: queues.data?.queues,
    canConfigure: me.data?.abilities.configure === true,
    canKeepSites: me.data?.abilities.managePeople === true,
    answer: isKnown ? settingsAnswer(center.data, queues.data.queues, t) : null,
    error: center.error ?? queues.error ?? me.error,
  }
}
