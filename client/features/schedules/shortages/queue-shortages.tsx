import { UnstyledButton } from '@mantine/core'
import type { ReactElement } from 'react'

import type { CoverageInterval } from '../../../components/requirement-strip/coverage-cells.ts'
import { useFormat, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import type { QueueName } from '../shift/shift-panel-props.ts'
import { type Shortage, shortages, shortHours } from './coverage-headline.ts'
import { type QueueCoverage, within } from './coverage-view.ts'
import type { AskedInterval } from './shortage-panel.tsx'

import styles from './queue-shortages.module.css'

interface QueueShortagesProps {
  readonly queues: readonly QueueName[]
  readonly coverage: readonly QueueCoverage[]
  /** The days that are looked at. */
  readonly week: { readonly startMs: number; readonly endMs: number }
  /** Whose strip and people the page shows; null for all. */
  readonly chosen: string | null
  readonly onChoose: (queueId: string | null) => void
  /** Why is it short? */
  readonly onAsk: (asked: AskedInterval) => void
}

/** So many of a queue's worst shortages are named; the others are counted. */
const NAMED = 3

/** Which queue is short, when, and by how many: a row a queue, which also chooses it. */
export function QueueShortages(props: QueueShortagesProps): ReactElement {
  const { queues, coverage, week, chosen, onChoose, onAsk } = props
  const t = useTranslate()
  return (
    <section>
      <h2 className={styles['title']}>{t('queues.title')}</h2>
      <ul className={styles['list']}>
        {coverage.map(({ queueId, intervals }) => (
          <li key={queueId} className={styles['queue']} data-chosen={queueId === chosen}>
            <UnstyledButton
              className={styles['name']}
              aria-pressed={queueId === chosen}
              onClick={() => onChoose(queueId === chosen ? null : queueId)}
            >
              {queues.find(({ id }) => id === queueId)?.name}
            </UnstyledButton>
            <Shortages
              intervals={within(intervals, week)}
              onAsk={(atMs) => onAsk({ queueId, atMs })}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface ShortagesProps extends Pick<QueueCoverage, 'intervals'> {
  readonly onAsk: (atMs: number) => void
}

/** How much is missing, and when most; each stretch tells why. */
function Shortages({ intervals, onAsk }: ShortagesProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const found = shortages(intervals)
  const hours = shortHours(intervals)
  return (
    <>
      <span className={styles['sum']} data-short={found.length > 0}>
        {found.length === 0
          ? t('queues.covered')
          : t('queues.short', { hours: format.number(hours, hours < 10 ? 1 : 0) })}
      </span>
      <span className={styles['when']}>
        {found.slice(0, NAMED).map((stretch) => (
          <UnstyledButton
            key={stretch.startMs}
            className={styles['stretch']}
            title={t('shortage.why')}
            onClick={() => onAsk(worstOf(intervals, stretch))}
          >
            {t('schedule.answer.shortage', {
              when: format.weekdayRange(stretch.startMs, stretch.endMs),
              missing: format.signedPeople(-stretch.missing),
            })}
          </UnstyledButton>
        ))}
        {found.length > NAMED && t('queues.more', { count: found.length - NAMED })}
      </span>
    </>
  )
}

/** Where most are missing within a stretch. */
function worstOf(intervals: QueueCoverage['intervals'], stretch: Shortage): number {
  const missing = (one: CoverageInterval): number => one.required - one.scheduled
  return within(intervals, stretch).reduce((worst, one) =>
    missing(one) > missing(worst) ? one : worst,
  ).startMs
}
