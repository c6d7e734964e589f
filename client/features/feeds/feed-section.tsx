import { IconCheck, IconPlugConnectedX, IconPlayerPause } from '@tabler/icons-react'
import type { ReactElement } from 'react'

import type { MessageKey } from '../../lib/i18n/catalogue.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { FeedNames } from './feed-names.tsx'
import { FeedSettings } from './feed-settings.tsx'
import type { Feed } from './feeds.ts'

import styles from './feeds.module.css'

interface FeedSectionProps {
  readonly feed: Feed
  readonly canAdminister: boolean
}

/** One source: how it stands, its counts, and the names that it uses. */
export function FeedSection({ feed, canAdminister }: FeedSectionProps): ReactElement {
  const t = useTranslate()
  return (
    <section className={styles['feed']} aria-label={feed.code}>
      <div className={styles['head']}>
        <h2 className={styles['title']}>{feed.code}</h2>
        <FeedStanding feed={feed} />
        <p className={styles['facts']}>
          {t(`feeds.kind.${feed.kind}`)},{' '}
          {t('feeds.silentAfter', { count: feed.silentAfterSeconds })}
        </p>
      </div>
      <FeedCounts health={feed.health} />
      {!feed.archived && <FeedNames feed={feed} canAdminister={canAdminister} />}
      {canAdminister && <FeedSettings feed={feed} />}
    </section>
  )
}

function FeedStanding({ feed }: { readonly feed: Feed }): ReactElement {
  const t = useTranslate()
  const { silent, lastHeardAt } = feed.health
  const [Icon, label] = feed.archived
    ? ([IconPlayerPause, 'feeds.standing.stopped'] as const)
    : !silent
      ? ([IconCheck, 'feeds.standing.speaks'] as const)
      : ([
          IconPlugConnectedX,
          lastHeardAt === null ? 'feeds.standing.never' : 'feeds.standing.silent',
        ] as const)
  return (
    <span
      className={styles['standing']}
      data-silent={silent && lastHeardAt !== null && !feed.archived}
    >
      <Icon size="1.2em" aria-hidden />
      {t(label)}
    </span>
  )
}

/** Counts that say that something is wrong, by their name in the API. */
const DOUBTS: readonly (readonly [keyof Feed['health'], MessageKey])[] = [
  ['missingBatches', 'feeds.count.missing'],
  ['late', 'feeds.count.late'],
  ['outOfOrder', 'feeds.count.outOfOrder'],
  ['clockAhead', 'feeds.count.clockAhead'],
  ['duplicates', 'feeds.count.duplicates'],
  ['unknownAgents', 'feeds.count.unknownAgents'],
  ['unknownStates', 'feeds.count.unknownStates'],
  ['unknownQueues', 'feeds.count.unknownQueues'],
]

function FeedCounts({ health }: Pick<Feed, 'health'>): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const time = (instant: string | null): string =>
    instant === null ? '—' : format.dateTime(Date.parse(instant))
  const plain: readonly (readonly [MessageKey, string])[] = [
    ['feeds.lastHeard', time(health.lastHeardAt)],
    ['feeds.lastEvent', time(health.lastEventAt)],
    ['feeds.count.events', format.number(health.accepted)],
    ['feeds.count.contacts', format.number(health.contacts)],
    ['feeds.count.batches', format.number(health.batches)],
  ]
  return (
    <dl className={styles['figures']}>
      {plain.map(([label, value]) => (
        <div key={label}>
          <dt>{t(label)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {DOUBTS.map(([name, label]) => (
        <div key={name}>
          <dt>{t(label)}</dt>
          <dd data-doubt={Number(health[name]) > 0}>{format.number(Number(health[name]))}</dd>
        </div>
      ))}
    </dl>
  )
}
