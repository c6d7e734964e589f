import { useQueryClient } from '@tanstack/react-query'

import { api } from '../../lib/api.ts'
import { addLocalDays, startOfLocalDay } from '../../lib/centre-time.ts'
import { useTimeZone } from '../../lib/i18n/locale-context.tsx'

/** Around now: what somebody may still have to say something about. */
const DAYS_AROUND = 60
const REFRESH_MS = 15_000

export function useExceptionWindow(nowMs: number): { readonly from: string; readonly to: string } {
  const zone = useTimeZone()
  const today = startOfLocalDay(nowMs, zone)
  return {
    from: new Date(addLocalDays(today, -DAYS_AROUND, zone)).toISOString(),
    to: new Date(addLocalDays(today, DAYS_AROUND, zone)).toISOString(),
  }
}

/** Everybody's explanations around now, for whoever may read them. */
export function useExceptions(nowMs: number) {
  const window = useExceptionWindow(nowMs)
  return api.useQuery(
    'get',
    '/api/v1/adherence/exceptions',
    { params: { query: window } },
    { refetchInterval: REFRESH_MS },
  )
}

/** An explanation changes figures everywhere: all of them are asked for again. */
export function useFiguresRefresh(): () => void {
  const queries = useQueryClient()
  return () => void queries.invalidateQueries()
}
