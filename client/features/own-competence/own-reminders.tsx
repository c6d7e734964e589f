import { Button } from '@mantine/core'
import type { ReactElement } from 'react'

import { fetchClient } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'
import { useOwnReminders } from '../../lib/use-own-reminders.ts'
import { useSending } from '../../lib/use-sending.ts'

import styles from './own-competence.module.css'

/** What the reader was told of their own assessment, until they say that they know. */
export function OwnReminders(): ReactElement | null {
  const t = useTranslate()
  const date = useDateText()
  const { isBusy, send } = useSending()
  const own = useOwnReminders().filter(({ isOwn }) => isOwn)
  const [nearest] = own
  if (nearest === undefined) return null
  const body = { ids: own.map(({ id }) => id) }
  return (
    <section className={styles['waits']} aria-label={t('reminders.title')}>
      <p className={styles['subject']}>
        {t(`my.reminder.${nearest.stage}`, { date: date(nearest.dueOn) })}
      </p>
      <div className={styles['actions']}>
        <Button
          size="md"
          variant="default"
          loading={isBusy}
          onClick={() => void send(fetchClient.POST('/api/v1/my/reminders/reading', { body }))}
        >
          {t('my.reminder.known')}
        </Button>
      </div>
    </section>
  )
}
