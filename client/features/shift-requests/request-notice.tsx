import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import { NoticeBar } from '../../components/states/notice-bar.tsx'
import { api } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'

/** Says that operators wait for a decision; nothing while none does. */
export function RequestNotice(): ReactElement | null {
  const t = useTranslate()
  const requests = api.useQuery('get', '/api/v1/shift-requests').data?.requests ?? []
  const count = requests.filter(({ status }) => status === 'waiting').length
  if (count === 0) return null
  return (
    <NoticeBar
      kind="stale"
      text={t('requests.waiting', { count })}
      action={<Link to="/schedule/requests">{t('requests.open')}</Link>}
    />
  )
}
