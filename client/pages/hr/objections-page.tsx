import type { ReactElement } from 'react'

import { type Answer, PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { EmptyState } from '../../components/states/page-state.tsx'
import { UnsavedGuard } from '../../components/unsaved-guard.tsx'
import { type Objection, ObjectionWords } from '../../features/objections/objection-words.tsx'
import { WaitingObjection } from '../../features/objections/waiting-objection.tsx'
import { api } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { Translate } from '../../lib/i18n/translate.ts'
import { HrSections } from './hr-sections.tsx'

import styles from '../../features/objections/objections.module.css'

/** Who objects to a decision about them? People answer, within a term (law 94-V, art. 19-1). */
export function ObjectionsPage(): ReactElement {
  const t = useTranslate()
  const { data, error } = api.useQuery('get', '/api/v1/objections')
  const [open, closed] = [true, false].map((isOpen) =>
    data?.objections.filter(({ status }) => (status === 'open') === isOpen),
  )
  return (
    <>
      <UnsavedGuard />
      <HrSections />
      <PageHeadline
        question={t('objection.question')}
        answer={open === undefined ? null : answerOf(open, t)}
      />
      {error !== null && <FailedState problem={error} />}
      {data === undefined && error === null && <LoadingState shape="table" />}
      {data?.objections.length === 0 && (
        <EmptyState title={t('objection.none')} nextStep={t('objection.none.next')} />
      )}
      <ul className={styles['list']} aria-label={t('objection.question')}>
        {open?.map((one) => (
          <WaitingObjection key={one.id} objection={one} />
        ))}
      </ul>
      {closed !== undefined && closed.length > 0 && <Closed objections={closed} />}
    </>
  )
}

function Closed({ objections }: { readonly objections: readonly Objection[] }): ReactElement {
  const t = useTranslate()
  return (
    <>
      <h2 className={styles['title']}>{t('objection.closed')}</h2>
      <ul className={styles['list']} aria-label={t('objection.closed')}>
        {objections.map((one) => (
          <li key={one.id}>
            <b>{one.operatorName}</b>
            <ObjectionWords objection={one} />
          </li>
        ))}
      </ul>
    </>
  )
}

function answerOf(open: readonly Objection[], t: Translate): Answer {
  const late = open.filter(({ isLate }) => isLate).length
  const text = t('objection.count', { count: open.length, late })
  return { text, tone: late > 0 ? 'law' : 'covered' }
}
