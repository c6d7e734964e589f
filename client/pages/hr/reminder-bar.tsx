import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import { NoticeBar } from '../../components/states/notice-bar.tsx'
import { ObjectionNotice } from '../../features/objections/objection-notice.tsx'
import { api } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useCanPublish } from '../../lib/use-can-publish.ts'
import { useOwnReminders } from '../../lib/use-own-reminders.ts'

/** Over every page about people: what waits for whoever answers for them. */
export function ReminderBar(): ReactElement {
  return (
    <>
      <AssessmentBar />
      <ObjectionNotice />
      {useCanPublish() && <NoticeReadersBar />}
    </>
  )
}

/** Reminders of others' assessments wait to be read. */
function AssessmentBar(): ReactElement | null {
  const t = useTranslate()
  const unread = useOwnReminders().filter(({ isOwn }) => !isOwn)
  if (unread.length === 0) return null
  const overdue = unread.filter(({ stage }) => stage === 'overdue').length
  return (
    <NoticeBar
      kind="stale"
      text={t('reminders.bar', { count: unread.length, overdue })}
      action={<Link to="/assessments">{t('toast.open')}</Link>}
    />
  )
}

/** Some have not confirmed a notice although they were reminded. */
function NoticeReadersBar(): ReactElement | null {
  const t = useTranslate()
  const count = api.useQuery('get', '/api/v1/notice-reminders').data?.escalated ?? 0
  if (count === 0) return null
  return (
    <NoticeBar
      kind="stale"
      text={t('notices.late.bar', { count })}
      action={<Link to="/notices">{t('toast.open')}</Link>}
    />
  )
}
