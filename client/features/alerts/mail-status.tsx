import type { ReactElement } from 'react'

import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useAlertMailing } from './use-alert-mailing.ts'

import styles from './alerts.module.css'

/** Whether mails go out: what is missing, or how the last ones fared. */
export function MailStatus(): ReactElement | null {
  const t = useTranslate()
  const format = useFormat()
  const mailing = useAlertMailing()
  if (mailing === undefined) return null
  const { isConfigured, pending, lastDeliveredAt, lastError } = mailing
  if (!isConfigured) return <p className={styles['facts']}>{t('alerts.mail.off')}</p>
  const facts = [
    lastDeliveredAt === null
      ? t('alerts.mail.never')
      : t('alerts.mail.delivered', { time: format.dateTime(Date.parse(lastDeliveredAt)) }),
    ...(pending === 0 ? [] : [t('webhooks.pending', { count: pending })]),
    ...(lastError === null ? [] : [t('webhooks.failed', { error: lastError })]),
  ]
  return <p className={styles['facts']}>{facts.join(' · ')}</p>
}
