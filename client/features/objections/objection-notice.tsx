import { Link, useLocation } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import { NoticeBar } from '../../components/states/notice-bar.tsx'
import { api } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'

const READERS = ['hr', 'planner', 'supervisor', 'head', 'admin'] as const

/** Says that people wait for an answer to what they objected to; nothing while none does. */
export function ObjectionNotice(): ReactElement | null {
  const t = useTranslate()
  const isThere = useLocation({ select: ({ pathname }) => pathname === '/objections' })
  const roles = api.useQuery('get', '/api/v1/me').data?.roles ?? []
  const mayRead = READERS.some((role) => roles.includes(role))
  const open = (
    api.useQuery('get', '/api/v1/objections', {}, { enabled: mayRead }).data?.objections ?? []
  ).filter(({ status }) => status === 'open')
  if (open.length === 0 || isThere) return null
  const late = open.filter(({ isLate }) => isLate).length
  return (
    <NoticeBar
      kind="stale"
      text={t('objection.bar', { count: open.length, late })}
      action={<Link to="/objections">{t('toast.open')}</Link>}
    />
  )
}
