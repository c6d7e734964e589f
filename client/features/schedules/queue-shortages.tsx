import { UnstyledButton } from '@mantine/core'
import type { ReactElement } from 'react'

import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { shortages, shortHours } from './coverage-headline.ts'
import { type QueueCoverage, within } from './coverage-view.ts'
import type { QueueName } from './shift-panel-props.ts'

import styles from './queue-shortages.module.css'

interface QueueShortagesProps {
  readonly queues: readonly QueueName[]
  readonly coverage: readonly QueueCoverage[]
  /** The days that are looked at. */
  readonly week: { readonly startMs: number; readonly endMs: number }
  /** Whose strip and people the page shows; null for all. */
  readonly chosen: string | null
  readonly onChoose: (queueId: string | null) => void
}

/** So many of a queue's worst shortages are named; the others are counted. */
const NAMED = 3

/** Which queue is short, when, and by how many: a row a queue, which also chooses it. */
export function QueueShortages(props: QueueShortagesProps): ReactElement {
  const { queues, coverage, week, chosen, onChoose } = props
  const t = useTranslate()
  return (
    <section>
      <h2 className={styles['title']}>{t('queues.title')}</h2>
      <ul className={styles['list']}>
        {coverage.map(({ queueId, intervals }) => (
          <li key={queueId}>
            <UnstyledButton
              className={styles['queue']}
              aria-pressed={queueId === chosen}
              onClick={() => onChoose(queueId === chosen ? null : queueId)}
            >
              <span>{queues.find(({ id }) => id === queueId)?.name}</span>
              <Shortages intervals={within(intervals, week)} />
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How much is missing, and when most. */
function Shortages({ intervals }: Pick<QueueCoverage, 'intervals'>): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const found = shortages(intervals)
  const hours = shortHours(intervals)
  const named = found.slice(0, NAMED).map(({ startMs, endMs, missing }) =>
    t('schedule.answer.shortage', {
      when: format.weekdayRange(startMs, endMs),
      missing: format.signed(-missing),
    }),
  )
  const more = found.length > NAMED ? [t('queues.more', { count: found.length - NAMED })] : []
  return (
    <>
      <span className={styles['sum']} data-short={found.length > 0}>
        {found.length === 0
          ? t('queues.covered')
          : t('queues.short', { hours: format.number(hours, hours < 10 ? 1 : 0) })}
      </span>
      <span className={styles['when']}>{[...named, ...more].join(', ')}</span>
    </>
  )
}
