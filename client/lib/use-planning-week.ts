import { useMemo } from 'react'

import { api } from './api.ts'
import { useTimeZone } from './i18n/locale-context.tsx'
import { type LocalDays, type PlanningWeek, weekOfDate, weeksWithin } from './planning-week.ts'
import { usePlanningSearch } from './use-planning-search.ts'

interface ChosenWeek {
  /** Null until there is a version, and when the address names a week that it does not cover. */
  readonly week: PlanningWeek | null
  /** All that can be chosen. */
  readonly weeks: readonly PlanningWeek[]
}

/**
 * The week to show of a version: what the address says, else the week that the latest schedule
 * plans, else the version's first.
 *
 * @param version undefined while it is not known
 */
export function usePlanningWeek(version: LocalDays | undefined): ChosenWeek {
  const [{ week: asked }] = usePlanningSearch()
  const timeZone = useTimeZone()
  const schedules = api.useQuery('get', '/api/v1/schedules')
  const planned = schedules.data?.schedules[0]?.fromDate
  const { fromDate, toDate } = version ?? {}
  return useMemo(() => {
    if (fromDate === undefined || toDate === undefined) return { week: null, weeks: [] }
    const weeks = weeksWithin({ fromDate, toDate }, timeZone)
    const find = (date: string | undefined): PlanningWeek | undefined => {
      const monday = date === undefined ? undefined : weekOfDate(date, timeZone)?.date
      return weeks.find((week) => week.date === monday)
    }
    if (asked !== undefined) return { week: find(asked) ?? null, weeks }
    return { week: find(planned) ?? weeks[0] ?? null, weeks }
  }, [fromDate, toDate, timeZone, asked, planned])
}
