import type { ReactElement } from 'react'

import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { AlertBar } from '../../features/alerts/alert-bar.tsx'
import { FeedsView } from '../../features/feeds/feeds-view.tsx'
import { feedsAnswer } from '../../features/feeds/feeds.ts'
import { DaySections } from '../../features/intraday/day-sections.tsx'
import { api } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'

const REFRESH_MS = 10_000

/** Does news come from the telephone systems? */
export function FeedsPage(): ReactElement {
  const t = useTranslate()
  const { data, error, refetch } = api.useQuery(
    'get',
    '/api/v1/feeds',
    {},
    { refetchInterval: REFRESH_MS },
  )
  return (
    <>
      <DaySections />
      <AlertBar />
      <PageHeadline
        question={t('feeds.question')}
        answer={data === undefined ? null : feedsAnswer(data.feeds, t)}
      />
      {error !== null && data === undefined && (
        <FailedState problem={error} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <LoadingState shape="table" />}
      {data !== undefined && <FeedsView feeds={data.feeds} />}
    </>
  )
}
