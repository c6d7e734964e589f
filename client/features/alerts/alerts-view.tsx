import type { ReactElement } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useAbilities } from '../../lib/use-abilities.ts'
import { AlertList } from './alert-list.tsx'
import { AlertRules } from './alert-rules.tsx'
import type { Alert, AlertRule } from './alert-text.ts'
import { useQueueNames } from './use-queue-names.ts'
import { Webhooks } from './webhooks.tsx'

import styles from './alerts.module.css'

interface AlertsViewProps {
  readonly alerts: readonly Alert[]
  readonly rules: readonly AlertRule[]
}

/** What is open, by which rules, and what was before. */
export function AlertsView({ alerts, rules }: AlertsViewProps): ReactElement {
  const t = useTranslate()
  const { canSupervise } = useAbilities()
  const nameOf = useQueueNames()
  const open = alerts.filter(({ endedAt }) => endedAt === null)
  const past = alerts.filter(({ endedAt }) => endedAt !== null)
  return (
    <>
      <AlertList alerts={open} nameOf={nameOf} canAcknowledge={canSupervise} />
      <h2 className={styles['heading']}>{t('alerts.rules')}</h2>
      <AlertRules rules={rules} nameOf={nameOf} />
      <Webhooks />
      <h2 className={styles['heading']}>{t('alerts.history')}</h2>
      {past.length === 0 ? (
        <p className={styles['facts']}>{t('alerts.history.none')}</p>
      ) : (
        <AlertList alerts={past} nameOf={nameOf} canAcknowledge={false} />
      )}
    </>
  )
}
