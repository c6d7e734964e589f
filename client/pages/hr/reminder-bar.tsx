import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import { NoticeBar } from '../../components/states/notice-bar.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useOwnReminders } from '../../lib/use-own-reminders.ts'

/** Over every page about people: that reminders of others' assessments wait to be read. */
export function ReminderBar(): ReactElement | null {
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
