import { useMemo } from 'react'

import { api } from '../../lib/api.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'

const REFRESH_MS = 15_000

/** By person, what became of the last word to them: sent, or read, and when. */
export function useSentMessages(isSupervisor: boolean): ReadonlyMap<string, string> {
  const t = useTranslate()
  const format = useFormat()
  const { data } = api.useQuery(
    'get',
    '/api/v1/today/messages',
    {},
    { enabled: isSupervisor, refetchInterval: REFRESH_MS },
  )
  return useMemo(() => {
    const told = new Map<string, string>()
    for (const { operatorId, sentAt, readAt } of data?.messages ?? []) {
      // The newest come first.
      if (told.has(operatorId)) continue
      const key = readAt === null ? 'messages.sent' : 'messages.read'
      told.set(operatorId, t(key, { time: format.time(Date.parse(readAt ?? sentAt)) }))
    }
    return told
  }, [data, t, format])
}
