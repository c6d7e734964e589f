import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { EmptyState } from '../../components/states/page-state.tsx'
import { WeekChoice } from '../../components/week-choice/week-choice.tsx'
import { requirementOfWeek } from '../../features/schedules/generate/generate-form.ts'
import { useSchedulePageData } from '../../features/schedules/use-schedule-page-data.ts'
import { ShiftDesignView } from '../../features/shift-design/shift-design-view.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { usePlanningSearch } from '../../lib/use-planning-search.ts'

/** Which kinds of shift are worth offering? Of a week, the latest requirement. */
export function ShiftDesignPage(): ReactElement {
  const t = useTranslate()
  const [search, changeSearch] = usePlanningSearch()
  const { requirements, isPending, error, weeks: all, week: wanted } = useSchedulePageData()
  const weeks = all.filter(({ date }) => requirementOfWeek(date, requirements) !== undefined)
  const week = weeks.find(({ date }) => date === wanted?.date) ?? weeks[0]
  const requirement = week === undefined ? undefined : requirementOfWeek(week.date, requirements)
  if (week === undefined || requirement === undefined) {
    return (
      <>
        <PageHeadline question={t('shiftDesign.question')} answer={null} />
        {error !== null && <FailedState problem={error} />}
        {error === null && isPending && <LoadingState shape="table" />}
        {error === null && !isPending && (
          <EmptyState
            title={t('schedule.empty')}
            nextStep={t('schedule.empty.next')}
            action={<Link to="/requirement">{t('schedule.empty.action')}</Link>}
          />
        )}
      </>
    )
  }
  return (
    <ShiftDesignView
      key={week.date}
      week={{ fromDate: week.date, requirementId: requirement.id }}
      choice={
        <WeekChoice
          weeks={weeks}
          week={week}
          onChange={(date) => changeSearch({ ...search, week: date })}
        />
      }
    />
  )
}
