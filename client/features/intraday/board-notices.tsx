import type { ReactElement } from 'react'

import { NoticeBar } from '../../components/states/notice-bar.tsx'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { LiveBoard } from './use-board.ts'

import styles from './board.module.css'

/** Why what is shown may not be so: the page lost its news, or a feed says nothing. */
export function BoardNotices({ board, connection }: LiveBoard): ReactElement | null {
  const t = useTranslate()
  const format = useFormat()
  if (board === undefined) return null
  const silent = board.feeds.filter((feed) => feed.silent)
  return (
    <div className={styles['notices']}>
      {connection === 'lost' && (
        <NoticeBar
          kind="disconnected"
          text={t('today.lost', { time: format.time(Date.parse(board.at)) })}
        />
      )}
      {board.feeds.length === 0 && <NoticeBar kind="stale" text={t('today.feed.none')} />}
      {silent.map(({ code, lastHeardAt }) => (
        <NoticeBar
          key={code}
          kind="disconnected"
          text={
            lastHeardAt === null
              ? t('today.feed.never', { feed: code })
              : t('today.feed.silent', {
                  feed: code,
                  time: format.dateTime(Date.parse(lastHeardAt)),
                })
          }
        />
      ))}
      {board.feeds
        .filter(({ missingBatches, silent: isSilent }) => missingBatches > 0 && !isSilent)
        .map(({ code, missingBatches }) => (
          <NoticeBar
            key={code}
            kind="stale"
            text={t('today.feed.missing', { feed: code, count: missingBatches })}
          />
        ))}
    </div>
  )
}
