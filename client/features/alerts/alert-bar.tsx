import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import { api } from '../../lib/api.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { alertText, waitingAlerts } from './alert-text.ts'
import { useQueueNames } from './use-queue-names.ts'

import styles from './alerts.module.css'

const REFRESH_MS = 15_000

/** Over every page of the day: that somebody is needed, and for what. Nothing while nobody is. */
export function AlertBar(): ReactElement | null {
  const t = useTranslate()
  const format = useFormat()
  const { data } = api.useQuery(
    'get',
    '/api/v1/alerts',
    { params: { query: { open: true } } },
    { refetchInterval: REFRESH_MS },
  )
  const nameOf = useQueueNames()
  const waiting = waitingAlerts(data?.alerts ?? [])
  const [first] = waiting
  return (
    <div aria-live="polite" className={styles['bar']} data-empty={first === undefined}>
      {first !== undefined && (
        <Link to="/today/alerts">
          {t('alerts.bar', {
            count: waiting.length,
            first: alertText(first, nameOf, { t, format }),
          })}
        </Link>
      )}
    </div>
  )
}
