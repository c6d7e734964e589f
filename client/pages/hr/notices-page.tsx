import { Button } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { EmptyState } from '../../components/states/page-state.tsx'
import { UnsavedGuard } from '../../components/unsaved-guard.tsx'
import { NoticeForm } from '../../features/notices/notice-form.tsx'
import { noticesAnswer } from '../../features/notices/notice-headline.ts'
import { type Notice, NoticeList } from '../../features/notices/notice-list.tsx'
import { api } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { HrSections } from './hr-sections.tsx'

/** What do I have to know? The same for every site, from official sources alone (п. 22). */
export function NoticesPage(): ReactElement {
  const t = useTranslate()
  const me = api.useQuery('get', '/api/v1/me').data
  const { data, error } = api.useQuery('get', '/api/v1/notices')
  const [editing, setEditing] = useState<Notice | 'new' | null>(null)
  const canPublish =
    me !== undefined &&
    (me.abilities.managePeople || me.roles.includes('supervisor') || me.roles.includes('head'))
  return (
    <>
      <UnsavedGuard />
      <HrSections />
      <PageHeadline
        question={t('notices.question')}
        answer={data === undefined ? null : noticesAnswer(data.notices, t)}
        actions={
          canPublish && <Button onClick={() => setEditing('new')}>{t('notices.add')}</Button>
        }
      />
      {error !== null && <FailedState problem={error} />}
      {data === undefined && error === null && <LoadingState shape="table" />}
      {editing !== null && (
        <NoticeForm
          key={editing === 'new' ? 'new' : editing.id}
          before={editing === 'new' ? undefined : editing}
          onDone={() => setEditing(null)}
        />
      )}
      {data?.notices.length === 0 && editing === null && (
        <EmptyState title={t('notices.none')} nextStep={t('notices.none.next')} />
      )}
      {data !== undefined && data.notices.length > 0 && (
        <NoticeList notices={data.notices} canPublish={canPublish} onChange={setEditing} />
      )}
    </>
  )
}
