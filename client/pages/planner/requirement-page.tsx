import { Button, Group } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type ReactElement, useState } from 'react'

import { JobProgress } from '../../components/job-progress/job-progress.tsx'
import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { EmptyState } from '../../components/states/page-state.tsx'
import { RequirementDialog } from '../../features/staffing/requirement-dialog.tsx'
import { RequirementView } from '../../features/staffing/requirement-view.tsx'
import { PLAIN_WISH } from '../../features/staffing/requirement-wish.ts'
import { useNewRequirement } from '../../features/staffing/use-new-requirement.ts'
import { useRequirementVersions } from '../../features/staffing/use-requirement-versions.ts'
import { api } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useAbilities } from '../../lib/use-abilities.ts'
import { usePlanningSearch } from '../../lib/use-planning-search.ts'

/** How many operators each interval of the planned week needs, and which target decides. */
export function RequirementPage(): ReactElement {
  const t = useTranslate()
  const [search] = usePlanningSearch()
  const versions = useRequirementVersions(search.version)
  const forecasts = api.useQuery('get', '/api/v1/forecasts')
  const forecast = forecasts.data?.forecasts[0]
  const { canPlan } = useAbilities()
  const work = useNewRequirement()
  const [isAsking, setAsking] = useState(false)
  const ask =
    canPlan && forecast !== undefined ? (
      <Group gap="xs">
        <Button variant="default" disabled={work.isOrdering} onClick={() => setAsking(true)}>
          {t('requirement.new.other')}
        </Button>
        <Button loading={work.isOrdering} onClick={() => work.order(forecast.id, PLAIN_WISH)}>
          {t('requirement.new', { version: forecast.version })}
        </Button>
      </Group>
    ) : null
  const progress = (
    <>
      <Progress work={work} shownVersion={versions.shown?.version} />
      {isAsking && forecast !== undefined && (
        <RequirementDialog
          forecastVersion={forecast.version}
          onOrder={(wish) => work.order(forecast.id, wish)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
  if (versions.shown !== undefined) {
    return (
      <RequirementView
        versions={versions}
        shown={versions.shown}
        canPlan={canPlan}
        ask={ask}
        progress={progress}
      />
    )
  }
  return (
    <>
      <PageHeadline question={t('requirement.question')} answer={null} actions={ask} />
      {progress}
      <NoRequirement versions={versions} hasForecast={forecast !== undefined} ask={ask} />
    </>
  )
}

interface ProgressProps {
  readonly work: ReturnType<typeof useNewRequirement>
  readonly shownVersion: number | undefined
}

/** The calculation as it goes, and the way to what came of it. */
function Progress({ work, shownVersion }: ProgressProps): ReactElement | null {
  const t = useTranslate()
  const [, change] = usePlanningSearch()
  if (work.error !== null) return <FailedState problem={work.error} />
  if (work.job.view === null) return null
  const { madeVersion } = work
  return (
    <JobProgress
      title={t('requirement.new.title')}
      job={work.job.view}
      onCancel={work.job.cancel}
      result={
        madeVersion !== null &&
        madeVersion !== shownVersion && (
          <Button variant="default" onClick={() => change({ version: undefined, week: undefined })}>
            {t('version.show', { version: madeVersion })}
          </Button>
        )
      }
    />
  )
}

interface NoRequirementProps {
  readonly versions: ReturnType<typeof useRequirementVersions>
  readonly hasForecast: boolean
  readonly ask: ReactElement | null
}

/** Why nothing is shown, and what to do about it. */
function NoRequirement({ versions, hasForecast, ask }: NoRequirementProps): ReactElement {
  const t = useTranslate()
  const [, change] = usePlanningSearch()
  if (versions.error !== null) {
    return <FailedState problem={versions.error} onRetry={() => void versions.refetch()} />
  }
  if (versions.isPending) return <LoadingState shape="chart" />
  if (versions.latest !== undefined) {
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
  return hasForecast ? (
    <EmptyState
      title={t('requirement.empty')}
      nextStep={t('requirement.empty.ready')}
      action={ask}
    />
  ) : (
    <EmptyState
      title={t('requirement.empty')}
      nextStep={t('requirement.empty.next')}
      action={<Link to="/forecast">{t('requirement.toForecast')}</Link>}
    />
  )
}
