import type { ReactElement } from 'react'

import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { UnsavedGuard } from '../../components/unsaved-guard.tsx'
import { OwnTests } from '../../features/knowledge-tests/own-tests.tsx'
import { isUnread } from '../../features/notices/notice-headline.ts'
import { NoticeList } from '../../features/notices/notice-list.tsx'
import { OwnObjections } from '../../features/objections/own-objections.tsx'
import { Held, OwnFile } from '../../features/own-competence/held.tsx'
import { ownAnswer } from '../../features/own-competence/own-competence.ts'
import { OwnQueues } from '../../features/own-competence/own-queues.tsx'
import { OwnReminders } from '../../features/own-competence/own-reminders.tsx'
import { OwnTraining } from '../../features/own-competence/own-training.tsx'
import { SelfAssessment } from '../../features/own-competence/self-assessment.tsx'
import { Waiting } from '../../features/own-competence/waiting.tsx'
import { api } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'

import styles from '../../features/own-competence/own-competence.module.css'

/** Am I ready for my work? One's own competence, and what waits for one's own word. */
export function OwnCompetencePage(): ReactElement {
  const t = useTranslate()
  const date = useDateText()
  const { data: own, error } = api.useQuery('get', '/api/v1/my/competence')
  return (
    <>
      <UnsavedGuard />
      <PageHeadline
        question={t('my.question')}
        answer={own === undefined ? null : ownAnswer(own, t, date)}
      />
      {error !== null && <FailedState problem={error} />}
      {own === undefined && error === null && <LoadingState shape="form" />}
      {own !== undefined && (
        <>
          <OwnReminders />
          <Waiting own={own} />
          <OwnTests />
          <UnreadNotices />
          <div className={styles['sections']}>
            <Held own={own} />
            <div>
              <OwnQueues queues={own.queues} />
              <OwnTraining own={own} />
              <OwnFile own={own} />
            </div>
          </div>
          <OwnObjections about={['assessment', 'competence', 'session']} />
          <SelfAssessment />
        </>
      )}
    </>
  )
}

function UnreadNotices(): ReactElement | null {
  const t = useTranslate()
  const notices = api.useQuery('get', '/api/v1/notices').data?.notices ?? []
  const unread = notices.filter((one) => isUnread(one))
  if (unread.length === 0) return null
  return (
    <section className={styles['section']} aria-label={t('my.notices')}>
      <h2 className={styles['title']}>{t('my.notices')}</h2>
      <NoticeList notices={unread} canPublish={false} />
    </section>
  )
}
