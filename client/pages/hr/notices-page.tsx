import { Button } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { EmptyState } from '../../components/states/page-state.tsx'
import { UnsavedGuard } from '../../components/unsaved-guard.tsx'
import { LateReaders } from '../../features/notices/late-readers.tsx'
import { NoticeForm } from '../../features/notices/notice-form.tsx'
import { noticesAnswer } from '../../features/notices/notice-headline.ts'
import { type Notice, NoticeList } from '../../features/notices/notice-list.tsx'
import { api } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useCanPublish } from '../../lib/use-can-publish.ts'
import { HrSections } from './hr-sections.tsx'

/** What do I have to know? The same for every site, from official sources alone (п. 22). */
export function NoticesPage(): ReactElement {
  const t = useTranslate()
  const { data, error } = api.useQuery('get', '/api/v1/notices')
  const [editing, setEditing] = useState<Notice | 'new' | null>(null)
  const canPublish = useCanPublish()
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
      {editing !== null && (
        <NoticeForm
          key={editing === 'new' ? 'new' : editing.id}
          before={editing === 'new' ? undefined : editing}
          onDone={() => setEditing(null)}
        />
      )}
      {error === null && (
        <Told notices={data?.notices} canPublish={canPublish} onChange={setEditing} />
      )}
      {canPublish && data !== undefined && data.notices.length > 0 && <LateReaders />}
    </>
  )
}

interface ToldProps {
  readonly notices: readonly Notice[] | undefined
  readonly canPublish: boolean
  readonly onChange: (notice: Notice) => void
}

function Told({ notices, canPublish, onChange }: ToldProps): ReactElement {
  const t = useTranslate()
  if (notices === undefined) return <LoadingState shape="table" />
  if (notices.length === 0) {
    const nextStep = t(canPublish ? 'notices.none.publish' : 'notices.none.read')
    return <EmptyState title={t('notices.none.next')} nextStep={nextStep} />
  }
  return <NoticeList notices={notices} canPublish={canPublish} onChange={onChange} />
}
