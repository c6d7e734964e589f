import type { ReactElement } from 'react'

import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { RequestWords } from '../../components/request-words.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { EmptyState } from '../../components/states/page-state.tsx'
import { ObjectionNotice } from '../../features/objections/objection-notice.tsx'
import { WaitingRequest } from '../../features/shift-requests/request-desk.tsx'
import { api } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'

import styles from '../../features/shift-requests/shift-requests.module.css'

/** Who asks for leave or a swap, and what would it do? */
export function RequestsPage(): ReactElement {
  const t = useTranslate()
  const { data, error } = api.useQuery('get', '/api/v1/shift-requests')
  const waiting = data?.requests.filter(({ status }) => status === 'waiting') ?? []
  const decided = data?.requests.filter(({ status }) => status !== 'waiting') ?? []
  const answer = {
    text: t('requests.answer', { count: waiting.length }),
    tone: 'covered',
  } as const
  return (
    <>
      <ObjectionNotice />
      <PageHeadline question={t('requests.question')} answer={data === undefined ? null : answer} />
      {error !== null && <FailedState problem={error} />}
      {data === undefined && error === null && <LoadingState shape="table" />}
      {data?.requests.length === 0 && (
        <EmptyState title={t('requests.empty')} nextStep={t('requests.empty.next')} />
      )}
      <ul className={styles['list']} aria-label={t('requests.question')}>
        {waiting.map((request) => (
          <WaitingRequest key={request.id} request={request} />
        ))}
      </ul>
      {decided.length > 0 && (
        <>
          <h2 className={styles['title']}>{t('requests.decided')}</h2>
          <ul className={styles['list']} aria-label={t('requests.decided')}>
            {decided.map((request) => (
              <li key={request.id} className={styles['request']}>
                <RequestWords request={request} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
