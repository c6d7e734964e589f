import { useMemo } from 'react'

import { api } from '../../lib/api.ts'
import { useTimeZone } from '../../lib/i18n/locale-context.tsx'
import type { PlanningSearch } from '../../lib/planning-search.ts'
import type { PlanningWeek } from '../../lib/planning-week.ts'
import type { ProblemView } from '../../lib/problem.ts'
import { usePlanningSearch } from '../../lib/use-planning-search.ts'
import {
  plannableWeeks,
  type Requirement,
  type Schedule,
  versionsOf,
} from './versions/schedule-versions.ts'

/** The versions of the week that the address names, and everything that could be made for it. */
export interface SchedulePageData {
  readonly isPending: boolean
  readonly error: ProblemView | null
  readonly weeks: readonly PlanningWeek[]
  readonly week: PlanningWeek | undefined
  readonly versions: readonly Schedule[]
  readonly schedule: Schedule | undefined
  /** The version that it is compared with. */
  readonly against: Schedule | undefined
  readonly requirements: readonly Requirement[]
}

/** The week is the address's, else the latest schedule's, else the first that can be planned. */
export function useSchedulePageData(): SchedulePageData {
  const timeZone = useTimeZone()
  const [search] = usePlanningSearch()
  const listed = api.useQuery('get', '/api/v1/schedules')
  const asked = api.useQuery('get', '/api/v1/requirements')
  const schedules = listed.data?.schedules ?? NONE
  const requirements = asked.data?.requirements ?? NONE
  const weeks = useMemo(
    () => plannableWeeks(schedules, requirements, timeZone),
    [schedules, requirements, timeZone],
  )
  const wanted = search.week ?? schedules[0]?.fromDate
  const week = weeks.find(({ date }) => date === wanted) ?? weeks[0]
  return {
    isPending: listed.isPending || asked.isPending,
    error: listed.error ?? asked.error,
    weeks,
    week,
    requirements,
    ...versionsShown(schedules, week, search),
  }
}

const NONE: readonly never[] = []

/** The versions of the week, newest first, and those that the address names; the newest without one. */
function versionsShown(
  schedules: readonly Schedule[],
  week: PlanningWeek | undefined,
  search: PlanningSearch,
): Pick<SchedulePageData, 'versions' | 'schedule' | 'against'> {
  const versions = week === undefined ? NONE : versionsOf(schedules, week.date)
  const schedule = versions.find(({ version }) => version === search.version) ?? versions[0]
  const against = versions.find(({ version }) => version === search.against)
  return { versions, schedule, against: against === schedule ? undefined : against }
}
