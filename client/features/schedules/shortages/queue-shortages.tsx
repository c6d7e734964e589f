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
  /** Why is it short, or too many? Null for who may not be told. */
  readonly onAsk: ((asked: AskedInterval) => void) | null
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
            <Stretches
              side="missing"
              intervals={within(intervals, week)}
              onAsk={onAsk === null ? null : (atMs) => onAsk({ queueId, atMs })}
            />
          </li>
        ))}
        <li className={styles['queue']}>
          <span className={styles['all']}>{t('queues.together')}</span>
          <Stretches
            side="extra"
            intervals={within(coverage.overall, week)}
            onAsk={onAsk === null ? null : (atMs) => onAsk({ queueId: null, atMs })}
          />
        </li>
      </ul>
    </section>
  )
}

/** What is asked of each side: how much in all, when most, and in which words. */
const SIDES = {
  missing: {
    tone: { 'data-short': true },
    stretchesOf: (intervals: Intervals) =>
      shortages(intervals).map(({ missing, ...span }) => ({ ...span, people: -missing })),
    hoursOf: shortHours,
    none: 'queues.covered',
    some: 'queues.short',
    why: 'shortage.why',
  },
  extra: {
    tone: { 'data-over': true },
    stretchesOf: (intervals: Intervals) =>
      surpluses(intervals).map(({ extra, ...span }) => ({ ...span, people: extra })),
    hoursOf: overHours,
    none: 'queues.noSurplus',
    some: 'queues.over',
    why: 'surplus.title',
  },
} as const

type Intervals = QueueCoverage['intervals']

interface StretchesProps {
  readonly side: keyof typeof SIDES
  readonly intervals: Intervals
  readonly onAsk: ((atMs: number) => void) | null
}

/** How much is missing, or too many, and when most; each stretch tells why. */
function Stretches({ side, intervals, onAsk }: StretchesProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const { tone, stretchesOf, hoursOf, none, some, why } = SIDES[side]
  const found = stretchesOf(intervals)
  const hours = hoursOf(intervals)
  return (
    <>
      <span className={styles['sum']} {...(found.length > 0 ? tone : {})}>
        {found.length === 0
          ? t(none)
          : t(some, { hours: format.number(hours, hours < 10 ? 1 : 0) })}
      </span>
      <span className={styles['when']}>
        {found.slice(0, NAMED).map((stretch) => {
          const text = t('schedule.answer.shortage', {
            when: format.weekdayRange(stretch.startMs, stretch.endMs),
            missing: format.signedPeople(stretch.people),
          })
          if (onAsk === null) {
            return (
              <span key={stretch.startMs} className={styles['told']}>
                {text}
              </span>
            )
          }
          return (
            <UnstyledButton
              key={stretch.startMs}
              className={styles['stretch']}
              title={t(why)}
              onClick={() => onAsk(worstOf(intervals, stretch, side))}
            >
              {text}
            </UnstyledButton>
          )
        })}
        {found.length > NAMED && t('queues.more', { count: found.length - NAMED })}
      </span>
    </>
  )
}

type Span = Pick<CoverageInterval, 'startMs' | 'endMs'>

/** Where most are missing within a stretch, or too many. */
function worstOf(intervals: Intervals, stretch: Span, side: keyof typeof SIDES): number {
  const size = ({ required, scheduled }: CoverageInterval): number =>
    side === 'missing' ? required - scheduled : scheduled - required
  return within(intervals, stretch).reduce((worst, one) => (size(one) > size(worst) ? one : worst))
    .startMs
}
