import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { QueueChoice } from '../../components/queue-choice.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { EmptyState } from '../../components/states/page-state.tsx'
import type { SummaryRow } from '../../features/imports/history-columns.ts'
import { centreAnswer } from '../../features/imports/history-headline.ts'
import { readHistorySearch } from '../../features/imports/history-search.ts'
import { HistorySummaryTable } from '../../features/imports/history-summary-table.tsx'
import { ImportDesk } from '../../features/imports/import-desk.tsx'
import { LayerDesk } from '../../features/imports/layer-desk.tsx'
import { QualitySection } from '../../features/imports/quality-section.tsx'
import { QueueHistory } from '../../features/imports/queue-history.tsx'
import { useQueueHistories } from '../../features/imports/use-history.ts'
import { api } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'

/** Can a forecast stand on this history? What there is, what is wrong with it, and the way to more. */
export function HistoryPage(): ReactElement {
  const t = useTranslate()
  const { rows, error } = useQueueHistories()
  const { data: me } = api.useQuery('get', '/api/v1/me')
  const canPlan = me?.abilities.plan === true
  if (rows === undefined) {
    return (
      <>
        <PageHeadline question={t('history.question')} answer={null} />
        {error === null ? <LoadingState shape="chart" /> : <FailedState problem={error} />}
      </>
    )
  }
  return (
    <>
      <Told rows={rows} isReadOnly={!canPlan} />
      {canPlan && <ImportDesk queues={rows} />}
      {rows.some(({ firstAt }) => firstAt !== null) && <HistorySummaryTable rows={rows} />}
      <LayerDesk isReadOnly={!canPlan} />
    </>
  )
}

interface ToldProps {
  readonly rows: readonly SummaryRow[]
  readonly isReadOnly: boolean
}

/** The answer, and the history of the queue that is chosen. */
function Told({ rows, isReadOnly }: ToldProps): ReactElement {
  const t = useTranslate()
  const search = readHistorySearch(useSearch({ strict: false }))
  const navigate = useNavigate({ from: '/history' })
  const told = rows.filter(({ firstAt }) => firstAt !== null)
  const shown = told.find(({ code }) => code === search.queue) ?? told[0]
  const answer = centreAnswer(rows, t)
  if (shown === undefined) {
    return (
      <>
        <PageHeadline question={t('history.question')} answer={answer} />
        <EmptyState title={t('history.empty')} nextStep={t('history.empty.next')} />
      </>
    )
  }
  return (
    <>
      <PageHeadline
        question={t('history.question')}
        answer={answer}
        actions={
          <QueueChoice
            label={t('history.queue')}
            queues={told.map(({ code, name }) => ({ id: code, name }))}
            value={shown.code}
            onChange={(queue) => void navigate({ search: { ...search, queue } })}
          />
        }
      />
      <QueueHistory
        key={shown.queueId}
        summary={shown}
        search={search}
        onShow={(span) => void navigate({ search: { queue: shown.code, ...span } })}
      />
      <QualitySection
        key={`quality ${shown.queueId}`}
        queueId={shown.queueId}
        isReadOnly={isReadOnly}
      />
    </>
  )
}
