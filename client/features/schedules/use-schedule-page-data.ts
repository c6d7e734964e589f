import { useMemo } from 'react'

import { api } from '../../lib/api.ts'
import { useTimeZone } from '../../lib/i18n/locale-context.tsx'
import type { PlanningWeek } from '../../lib/planning-week.ts'
import type { ProblemView } from '../../lib/problem.ts'
import { usePlanningSearch } from '../../lib/use-planning-search.ts'
import { plannableWeeks, type Requirement, type Schedule, versionsOf } from './schedule-versions.ts'

/** The versions of the week that the address names, and everything that could be made for it. */
export interface SchedulePageData {
  readonly isPending: boolean
  readonly error: ProblemView | null
  readonly weeks: readonly PlanningWeek[]
  readonly week: PlanningWeek | undefined
  readonly versions: readonly Schedule[]
  readonly schedule: Schedule | undefined
  readonly requirements: readonly Requirement[]
}

/** The week is the address's, else the latest schedule's, else the first that can be planned. */
export function useSchedulePageData(): SchedulePageData {
  const timeZone = useTimeZone()
  const [search] = usePlanningSearch()
  const schedules = api.useQuery('get', '/api/v1/schedules')
  const requirements = api.useQuery('get', '/api/v1/requirements')
  const listed = schedules.data?.schedules
  const asked = requirements.data?.requirements
  const weeks = useMemo(
    () => plannableWeeks(listed ?? [], asked ?? [], timeZone),
    [listed, asked, timeZone],
  )
  const wanted = search.week ?? listed?.[0]?.fromDate
  const week = weeks.find(({ date }) => date === wanted) ?? weeks[0]
  const versions = week === undefined ? [] : versionsOf(listed ?? [], week.date)
  return {
    isPending: schedules.isPending || requirements.isPending,
    error: schedules.error ?? requirements.error,
    weeks,
    week,
    versions,
    schedule: versions.find(({ version }) => version === search.version) ?? versions[0],
    requirements: asked ?? [],
  }
}
