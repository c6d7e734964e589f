import { Button } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { JobProgress } from '../../components/job-progress/job-progress.tsx'
import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { EmptyState } from '../../components/states/page-state.tsx'
import { ForecastView } from '../../features/forecasts/forecast-view.tsx'
import { NewForecastDialog } from '../../features/forecasts/versions/new-forecast-dialog.tsx'
import { useForecastVersions } from '../../features/forecasts/versions/use-forecast-versions.ts'
import { useNewForecast } from '../../features/forecasts/versions/use-new-forecast.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useAbilities } from '../../lib/use-abilities.ts'
import { usePlanningSearch } from '../../lib/use-planning-search.ts'

/** How many contacts will come in the week that is planned, queue by queue. */
export function ForecastPage(): ReactElement {
  const t = useTranslate()
  const [search, change] = usePlanningSearch()
  const versions = useForecastVersions(search.version)
  const { canPlan } = useAbilities()
  const work = useNewForecast()
  const [isAsking, setAsking] = useState(false)
  const ask = canPlan ? <Button onClick={() => setAsking(true)}>{t('forecast.new')}</Button> : null
  const { madeVersion } = work
  const progress = work.job.view !== null && (
    <JobProgress
      title={t('forecast.new.title')}
      job={work.job.view}
      onCancel={work.job.cancel}
      result={
        madeVersion !== null &&
        madeVersion !== versions.shown?.version && (
          <Button variant="default" onClick={() => change({ version: undefined, week: undefined })}>
            {t('version.show', { version: madeVersion })}
          </Button>
        )
      }
    />
  )
  return (
    <>
      {versions.shown === undefined ? (
        <>
          <PageHeadline question={t('forecast.question')} answer={null} actions={ask} />
          {progress}
          <NoForecast versions={versions} ask={ask} />
        </>
      ) : (
        <ForecastView
          versions={versions}
          shown={versions.shown}
          canPlan={canPlan}
          ask={ask}
          progress={progress}
        />
      )}
      <NewForecastDialog isOpen={isAsking} onClose={() => setAsking(false)} work={work} />
    </>
  )
}

interface NoForecastProps {
  readonly versions: ReturnType<typeof useForecastVersions>
  readonly ask: ReactElement | null
}

/** Why nothing is shown, and what to do about it. */
function NoForecast({ versions, ask }: NoForecastProps): ReactElement {
  const t = useTranslate()
  const [, change] = usePlanningSearch()
  if (versions.error !== null) {
    return <FailedState problem={versions.error} onRetry={() => void versions.refetch()} />
  }
  if (versions.isPending) return <LoadingState shape="chart" />
  if (versions.latest === undefined) {
    return (
      <EmptyState title={t('forecast.empty')} nextStep={t('forecast.empty.next')} action={ask} />
    )
  }
  return (
    <EmptyState
      title={t('version.unknown')}
      nextStep={t('version.unknown.next')}
      action={
        <Button onClick={() => change({ version: undefined, week: undefined })}>
          {t('version.latest')}
        </Button>
      }
    />
  )
}
