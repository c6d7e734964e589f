import { UnstyledButton } from '@mantine/core'
import type { ReactElement } from 'react'

import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { shortages, shortHours } from './coverage-headline.ts'
import type { QueueCoverage } from './grid-view.ts'
import type { QueueName } from './shift-panel-props.ts'

import styles from './queue-shortages.module.css'

interface QueueShortagesProps {
  readonly queues: readonly QueueName[]
  readonly coverage: readonly QueueCoverage[]
  /** Whose strip and people the page shows; null for all. */
  readonly chosen: string | null
  readonly onChoose: (queueId: string | null) => void
}

/** So many of a queue's worst shortages are named; the others are counted. */
const NAMED = 3

/** Which queue is short, when, and by how many: a row a queue, which also chooses it. */
export function QueueShortages(props: QueueShortagesProps): ReactElement {
  const { queues, coverage, chosen, onChoose } = props
  const t = useTranslate()
  const format = useFormat()
  return (
    <section>
      <h2 className={styles['title']}>{t('queues.title')}</h2>
      <ul className={styles['list']}>
        {coverage.map(({ queueId, intervals }) => {
          const found = shortages(intervals)
          const hours = shortHours(intervals)
          return (
            <li key={queueId}>
              <UnstyledButton
                className={styles['queue']}
                aria-pressed={queueId === chosen}
                onClick={() => onChoose(queueId === chosen ? null : queueId)}
              >
                <span>{queues.find(({ id }) => id === queueId)?.name}</span>
                <span className={styles['sum']} data-short={found.length > 0}>
                  {found.length === 0
                    ? t('queues.covered')
                    : t('queues.short', { hours: format.number(hours, hours < 10 ? 1 : 0) })}
                </span>
                <span className={styles['when']}>
                  {[
                    ...found.slice(0, NAMED).map(({ startMs, endMs, missing }) =>
                      t('schedule.answer.shortage', {
                        when: format.weekdayRange(startMs, endMs),
                        missing: format.signed(-missing),
                      }),
                    ),
                    ...(found.length > NAMED
                      ? [t('queues.more', { count: found.length - NAMED })]
                      : []),
                  ].join(', ')}
                </span>
              </UnstyledButton>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
