import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import { NoticeBar } from '../../components/states/notice-bar.tsx'
import { api } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { readPlanningSearch } from '../../lib/planning-search.ts'
import { usePlanningSearch } from '../../lib/use-planning-search.ts'
import type { ForecastVersion } from './use-forecast-versions.ts'

interface ForecastNoticesProps {
  readonly shown: ForecastVersion
  readonly latest: ForecastVersion | undefined
  readonly canPlan: boolean
}

/** With what reservation the version is shown, and what can be done about it. */
export function ForecastNotices({ shown, latest, canPlan }: ForecastNoticesProps): ReactElement {
  const t = useTranslate()
  const [search, change] = usePlanningSearch()
  const isOld = latest !== undefined && latest.version !== shown.version
  const { data } = api.useQuery('get', '/api/v1/requirements')
  const requirement = data?.requirements.find(({ forecastId }) => forecastId === shown.id)
  const isRequirementBehind = requirement?.staleBecause.includes('overrides') === true
  return (
    <>
      {!canPlan && <NoticeBar kind="readOnly" text={t('forecast.readOnly')} />}
      {isOld && (
        <NoticeBar
          kind="stale"
          text={t('version.old', { version: shown.version, latest: latest.version })}
          action={
            <Button
              variant="default"
              onClick={() => change({ version: undefined, week: undefined })}
            >
              {t('version.latest')}
            </Button>
          }
        />
      )}
      {!isOld && shown.stale && <NoticeBar kind="stale" text={t('forecast.stale')} />}
      {isRequirementBehind && (
        <NoticeBar
          kind="stale"
          text={t('forecast.requirementBehind', { version: requirement.version })}
          action={
            // The same queue and week on the next page.
            <Link
              to="/requirement"
              search={readPlanningSearch({ queue: search.queue, week: search.week })}
            >
              {t('forecast.toRequirement')}
            </Link>
          }
        />
      )}
    </>
  )
}
