import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import { CalledHoursNote } from '../../components/called-hours-note.tsx'
import { OldVersionNote } from '../../components/old-version-note.tsx'
import { NoticeBar } from '../../components/states/notice-bar.tsx'
import { api } from '../../lib/api.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { readPlanningSearch } from '../../lib/planning-search.ts'
import { usePlanningSearch } from '../../lib/use-planning-search.ts'
import { driftText } from './accuracy/accuracy-words.ts'
import { useAccuracy } from './accuracy/use-accuracy.ts'
import type { ForecastVersion } from './versions/use-forecast-versions.ts'

interface ForecastNoticesProps {
  readonly shown: ForecastVersion
  readonly latest: ForecastVersion | undefined
  readonly canPlan: boolean
  readonly queue:
    | { readonly id: string; readonly calledRegion: { readonly timezone: string } | null }
    | undefined
}

/** With what reservation the version is shown, and what can be done about it. */
export function ForecastNotices(props: ForecastNoticesProps): ReactElement {
  const { shown, latest, canPlan, queue } = props
  const t = useTranslate()
  const drift = useDrift(queue?.id)
  const [search] = usePlanningSearch()
  const isOld = latest !== undefined && latest.version !== shown.version
  const { data } = api.useQuery('get', '/api/v1/requirements')
  const requirement = data?.requirements.find(({ forecastId }) => forecastId === shown.id)
  const isRequirementBehind = requirement?.staleBecause.includes('overrides') === true
  return (
    <>
      <CalledHoursNote queue={queue} />
      {!canPlan && <NoticeBar kind="readOnly" text={t('forecast.readOnly')} />}
      {isOld && <OldVersionNote shown={shown.version} latest={latest.version} />}
      {!isOld && shown.stale && <NoticeBar kind="stale" text={t('forecast.stale')} />}
      {!isOld && drift !== null && <NoticeBar kind="stale" text={drift} />}
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

/** That what comes has left the forecast of the queue, in words; null while it has not. */
function useDrift(queueId: string | undefined): string | null {
  const t = useTranslate()
  const format = useFormat()
  const { data } = useAccuracy(queueId)
  return data === undefined ? null : driftText(data, { t, format })
}
