import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import { OldVersionNote } from '../../components/old-version-note.tsx'
import { NoticeBar } from '../../components/states/notice-bar.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { readPlanningSearch } from '../../lib/planning-search.ts'
import { usePlanningSearch } from '../../lib/use-planning-search.ts'
import { staleText } from './stale-text.ts'
import type { RequirementVersion } from './use-requirement-versions.ts'

interface RequirementNoticesProps {
  readonly shown: RequirementVersion
  readonly latest: RequirementVersion | undefined
  readonly canPlan: boolean
  /** Calculates it anew; null for those who may not. */
  readonly ask: ReactElement | null
}

/** With what reservation the version is shown, and what can be done about it. */
export function RequirementNotices(props: RequirementNoticesProps): ReactElement {
  const { shown, latest, canPlan, ask } = props
  const t = useTranslate()
  const [search] = usePlanningSearch()
  const isOld = latest !== undefined && latest.version !== shown.version
  const isForecastStale = shown.staleBecause.includes('history')
  return (
    <>
      {!canPlan && <NoticeBar kind="readOnly" text={t('requirement.readOnly')} />}
      {isOld && <OldVersionNote shown={shown.version} latest={latest.version} />}
      {!isOld && shown.staleBecause.length > 0 && (
        <NoticeBar
          kind="stale"
          text={t('requirement.stale', { reasons: staleText(shown.staleBecause, t) })}
          action={
            isForecastStale ? (
              // The forecast comes first: a requirement of a stale one would be stale too.
              <Link
                to="/forecast"
                search={readPlanningSearch({ queue: search.queue, week: search.week })}
              >
                {t('requirement.toForecast')}
              </Link>
            ) : (
              ask
            )
          }
        />
      )}
    </>
  )
}
