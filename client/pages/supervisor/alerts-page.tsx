import type { ReactElement } from 'react'

import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { type Alert, alertsAnswer } from '../../features/alerts/alert-text.ts'
import { AlertsView } from '../../features/alerts/alerts-view.tsx'
import { DaySections } from '../../features/intraday/day-sections.tsx'
import { api } from '../../lib/api.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'

const REFRESH_MS = 15_000
const NONE: readonly Alert[] = []

/** What needs attention? What is about to be missed, who deals with it, and by which rules. */
export function AlertsPage(): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const alerts = api.useQuery('get', '/api/v1/alerts', {}, { refetchInterval: REFRESH_MS })
  const { data, error } = api.useQuery('get', '/api/v1/alerts/rules')
  const problem = alerts.error ?? error
  const all = alerts.data?.alerts ?? NONE
  const rules = alerts.data === undefined ? undefined : data?.rules
  return (
    <>
      <DaySections />
      <PageHeadline
        question={t('alerts.question')}
        answer={rules === undefined ? null : alertsAnswer(all, rules, { t, format })}
      />
      {problem !== null && <FailedState problem={problem} />}
      {rules === undefined && problem === null && <LoadingState shape="table" />}
      {rules !== undefined && <AlertsView alerts={all} rules={rules} />}
    </>
  )
}
