import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import { PageHeadline } from '../../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../../components/states/failed-state.tsx'
import { LoadingState } from '../../../components/states/loading-state.tsx'
import { EmptyState } from '../../../components/states/page-state.tsx'
import { useTranslate } from '../../../lib/i18n/locale-context.tsx'
import type { SchedulePageData } from '../use-schedule-page-data.ts'

interface NoScheduleProps {
  readonly data: SchedulePageData
  readonly choices: ReactElement
  readonly above: ReactElement
  /** A search is under way, and its schedule opens here when it ends. */
  readonly isMaking: boolean
  /** Null when the reader may not, or no week can be planned. */
  readonly onGenerate: (() => void) | null
}

/** Nothing to show for the week yet: not read, not to be had, or not made. */
export function NoSchedule(props: NoScheduleProps): ReactElement {
  const t = useTranslate()
  const { error, isPending, week } = props.data
  return (
    <>
      <PageHeadline question={t('schedule.question')} answer={null} />
      {week !== undefined && props.choices}
      {props.above}
      {error !== null && <FailedState problem={error} />}
      {error === null && isPending && <LoadingState shape="table" />}
      {error === null && !isPending && <NotMade {...props} />}
    </>
  )
}

/** The way leads through the requirement. */
function NotMade({ data, isMaking, onGenerate }: NoScheduleProps): ReactElement {
  const t = useTranslate()
  if (data.week === undefined) {
    return (
      <EmptyState
        title={t('schedule.empty')}
        nextStep={t('schedule.empty.next')}
        action={<Link to="/requirement">{t('schedule.empty.action')}</Link>}
      />
    )
  }
  return (
    <EmptyState
      title={t('schedule.emptyWeek')}
      nextStep={t(isMaking ? 'schedule.emptyWeek.making' : 'schedule.emptyWeek.next')}
      action={
        !isMaking &&
        onGenerate !== null && <Button onClick={onGenerate}>{t('schedule.generate')}</Button>
      }
    />
  )
}
