import { UnstyledButton } from '@mantine/core'
import type { ReactElement } from 'react'

import type { CoverageInterval } from '../../../components/requirement-strip/coverage-cells.ts'
import { useFormat, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import type { QueueName } from '../shift/shift-panel-props.ts'
import { overHours, shortages, shortHours, surpluses } from './coverage-headline.ts'
import {
  type AskedInterval,
  type CoverageViews,
  type QueueCoverage,
  within,
} from './coverage-view.ts'

import styles from './queue-shortages.module.css'

interface QueueShortagesProps {
  readonly queues: readonly QueueName[]
  readonly coverage: CoverageViews
  /** The days that are looked at. */
  readonly week: { readonly startMs: number; readonly endMs: number }
  /** Whose strip and people the page shows; null for all. */
  readonly chosen: string | null
  readonly onChoose: (queueId: string | null) => void
  /** Why is it short, or too many? */
  readonly onAsk: (asked: AskedInterval) => void
}

/** So many of a queue's worst shortages are named; the others are counted. */
const NAMED = 3

/** Which queue is short, when, and by how many: a row a queue, which also chooses it. */
export function QueueShortages(props: QueueShortagesProps): ReactElement {
  const { queues, coverage, week, chosen, onChoose, onAsk } = props
  const t = useTranslate()
  return (
    <section aria-label={t('queues.title')}>
      <h2 className={styles['title']}>{t('queues.title')}</h2>
      <ul className={styles['list']}>
        {coverage.queues.map(({ queueId, intervals }) => (
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
        <li className={styles['queue']}>
          <span className={styles['all']}>{t('queues.together')}</span>
          <Surpluses
            intervals={within(coverage.overall, week)}
            onAsk={(atMs) => onAsk({ queueId: null, atMs })}
          />
        </li>
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
            onClick={() => onAsk(worstOf(intervals, stretch, 'missing'))}
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

type Span = Pick<CoverageInterval, 'startMs' | 'endMs'>

/** Where more people are there than all queues together need; each stretch tells why. */
function Surpluses({ intervals, onAsk }: ShortagesProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const found = surpluses(intervals)
  const hours = overHours(intervals)
  return (
    <>
      <span className={styles['sum']} data-over={found.length > 0}>
        {found.length === 0
          ? t('queues.noSurplus')
          : t('queues.over', { hours: format.number(hours, hours < 10 ? 1 : 0) })}
      </span>
      <span className={styles['when']}>
        {found.slice(0, NAMED).map((stretch) => (
          <UnstyledButton
            key={stretch.startMs}
            className={styles['stretch']}
            title={t('surplus.title')}
            onClick={() => onAsk(worstOf(intervals, stretch, 'extra'))}
          >
            {t('schedule.answer.shortage', {
              when: format.weekdayRange(stretch.startMs, stretch.endMs),
              missing: format.signedPeople(stretch.extra),
            })}
          </UnstyledButton>
        ))}
        {found.length > NAMED && t('queues.more', { count: found.length - NAMED })}
      </span>
    </>
  )
}

/** Where most are missing within a stretch, or too many. */
function worstOf(
  intervals: QueueCoverage['intervals'],
  stretch: Span,
  side: 'missing' | 'extra',
): number {
  const size = ({ required, scheduled }: CoverageInterval): number =>
    side === 'missing' ? required - scheduled : scheduled - required
  return within(intervals, stretch).reduce((worst, one) => (size(one) > size(worst) ? one : worst))
    .startMs
}
