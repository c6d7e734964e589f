import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { AlertBar } from '../../features/alerts/alert-bar.tsx'
import { DaySections } from '../../features/intraday/day-sections.tsx'
import { hoursAnswer } from '../../features/intraday/hours-headline.ts'
import { hasPlan } from '../../features/intraday/hours-model.ts'
import { HoursView } from '../../features/intraday/hours-view.tsx'
import { WhatIfPanel } from '../../features/intraday/what-if-panel.tsx'
import { api } from '../../lib/api.ts'
import { useFormat, useLocale } from '../../lib/i18n/locale-context.tsx'

const REFRESH_MS = 30_000

/** Will waits hold in the hours ahead? By queue, from the contacts that came and the people planned. */
export function HoursPage(): ReactElement {
  const { locale, t } = useLocale()
  const format = useFormat()
  const { queue, person } = useSearch({ from: '/planner/today/hours' })
  const navigate = useNavigate()
  const hours = api.useQuery('get', '/api/v1/today/hours', {}, { refetchInterval: REFRESH_MS })
  const queues = api.useQuery('get', '/api/v1/queues').data?.queues ?? []
  const nameOf = (queueId: string): string =>
    queues.find(({ id }) => id === queueId)?.name[locale] ?? ''
  return (
    <>
      <DaySections />
      <AlertBar />
      <PageHeadline
        question={t('hours.question')}
        answer={hours.data === undefined ? null : hoursAnswer(hours.data, nameOf, { t, format })}
      />
      {hours.data === undefined && hours.error !== null && (
        <FailedState problem={hours.error} onRetry={() => void hours.refetch()} />
      )}
      {hours.isPending && <LoadingState shape="table" />}
      {hours.data !== undefined && (
        <HoursView
          hours={hours.data}
          nowMs={Date.parse(hours.data.at)}
          nameOf={nameOf}
          chosen={queue}
          onChoose={(next) =>
            void navigate({ to: '/today/hours', search: { queue: next }, replace: true })
          }
        >
          {hasPlan(hours.data) && <WhatIfPanel nameOf={nameOf} person={person} />}
        </HoursView>
      )}
    </>
  )
}
