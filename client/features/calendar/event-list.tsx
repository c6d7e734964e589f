import { Button } from '@mantine/core'
import type { ReactElement } from 'react'

import { useFormat, useLocale } from '../../lib/i18n/locale-context.tsx'
import { stretchText } from '../../lib/i18n/stretch-text.ts'
import { sameEvents } from './same-events.ts'
import type { SpecialEvent } from './use-calendar.ts'

import styles from './calendar.module.css'

interface EventListProps {
  readonly events: readonly SpecialEvent[]
  readonly queueName: (id: string) => string
  readonly isReadOnly: boolean
  /** One event, or the same of several queues. The same for what follows. */
  readonly onChange: (events: readonly SpecialEvent[]) => void
  readonly onRemove: (events: readonly SpecialEvent[]) => void
}

/** What the planner knows of days that no law names. */
export function EventList(props: EventListProps): ReactElement {
  const { queueName, isReadOnly, onChange, onRemove } = props
  const { locale, t } = useLocale()
  const format = useFormat()
  if (props.events.length === 0) return <p className={styles['note']}>{t('calendar.noEvents')}</p>
  return (
    <ul className={styles['events']}>
      {sameEvents(props.events).map(({ first, events }) => (
        <li key={first.id}>
          <span className={styles['when']}>
            {stretchText(Date.parse(first.from), Date.parse(first.to), format)}
          </span>
          <span className={styles['what']}>
            <strong>{first.name[locale]}</strong>{' '}
            <span className={styles['note']}>
              {t(`calendar.event.${first.kind}`)} ·{' '}
              {events
                .map(({ queueId }) =>
                  queueId === null ? t('calendar.allQueues') : queueName(queueId),
                )
                .join('; ')}
            </span>
          </span>
          {!isReadOnly && (
            <span>
              <Button
                variant="subtle"
                aria-label={t('calendar.changeNamed', { name: first.name[locale] })}
                onClick={() => onChange(events)}
              >
                {t('calendar.change')}
              </Button>
              <Button
                variant="subtle"
                aria-label={t('calendar.removeNamed', { name: first.name[locale] })}
                onClick={() => onRemove(events)}
              >
                {t('calendar.remove')}
              </Button>
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
