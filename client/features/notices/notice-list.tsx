import { Button } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import type { components } from '../../api/schema.d.ts'
import { FailedState } from '../../components/states/failed-state.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { useFormat, useLocale } from '../../lib/i18n/locale-context.tsx'
import { useSending } from '../../lib/use-sending.ts'
import { isUnread } from './notice-headline.ts'

import styles from './notices.module.css'

export type Notice = components['schemas']['Notice']

interface NoticeListProps {
  readonly notices: readonly Notice[]
  readonly canPublish: boolean
  /** Called where `canPublish`. */
  readonly onChange?: (notice: Notice) => void
}

/** What everybody has to know, what is unread marked; a receipt at a press. */
export function NoticeList({ notices, canPublish, onChange }: NoticeListProps): ReactElement {
  return (
    <ul className={styles['list']}>
      {notices.map((notice) => (
        <NoticeItem
          key={notice.id}
          notice={notice}
          canPublish={canPublish}
          onChange={() => onChange?.(notice)}
        />
      ))}
    </ul>
  )
}

interface NoticeItemProps {
  readonly notice: Notice
  readonly canPublish: boolean
  readonly onChange: () => void
}

function NoticeItem({ notice, canPublish, onChange }: NoticeItemProps): ReactElement {
  const { locale, t } = useLocale()
  const format = useFormat()
  const { problem, isBusy, send } = useSending()
  const params = { path: { noticeId: notice.id } }
  const confirm = (): void =>
    void send(fetchClient.POST('/api/v1/notices/{noticeId}/receipt', { params }))
  return (
    <li data-unread={isUnread(notice)}>
      <h2 className={styles['title']}>{notice.title[locale]}</h2>
      <p className={styles['body']}>{notice.body[locale]}</p>
      <p className={styles['note']}>
        {t('notices.source', { source: notice.officialSource })}{' '}
        {t('notices.version', {
          version: notice.version,
          when: format.dateTime(Date.parse(notice.publishedAt)),
          who: notice.publishedBy,
        })}
        {notice.withdrawnAt !== null && ` ${t('notices.withdrawn')}`}
      </p>
      {isUnread(notice) && notice.remindedAt !== null && (
        <p className={styles['late']}>
          {t('notices.reminded', { when: format.dateTime(Date.parse(notice.remindedAt)) })}
        </p>
      )}
      {isUnread(notice) && (
        <div className={styles['line']}>
          <Button loading={isBusy} onClick={confirm}>
            {t('notices.confirm')}
          </Button>
        </div>
      )}
      {problem !== null && <FailedState problem={problem} />}
      {canPublish && <PublisherTools notice={notice} onChange={onChange} />}
    </li>
  )
}

/** Who has read it, and what may be done with it. */
function PublisherTools({
  notice,
  onChange,
}: Pick<NoticeItemProps, 'notice' | 'onChange'>): ReactElement {
  const { t } = useLocale()
  const { problem, isBusy, send } = useSending()
  const [showsReaders, setShowsReaders] = useState(false)
  const withdraw = (): void => {
    const params = { path: { noticeId: notice.id } }
    void send(fetchClient.POST('/api/v1/notices/{noticeId}/withdrawal', { params }))
  }
  return (
    <>
      <div className={styles['line']}>
        <Button
          variant="subtle"
          aria-expanded={showsReaders}
          onClick={() => setShowsReaders(!showsReaders)}
        >
          {t('notices.readers', { readers: notice.readers, audience: notice.audience })}
        </Button>
        {notice.withdrawnAt === null && (
          <>
            <Button variant="subtle" onClick={onChange}>
              {t('notices.change')}
            </Button>
            <Button variant="subtle" loading={isBusy} onClick={withdraw}>
              {t('notices.withdraw')}
            </Button>
          </>
        )}
      </div>
      {problem !== null && <FailedState problem={problem} />}
      {showsReaders && <Receipts notice={notice} />}
    </>
  )
}

function Receipts({ notice }: { readonly notice: Notice }): ReactElement {
  const { t } = useLocale()
  const format = useFormat()
  const { data } = api.useQuery('get', '/api/v1/notices/{noticeId}/receipts', {
    params: { path: { noticeId: notice.id } },
  })
  return (
    <ul className={styles['receipts']}>
      {data?.receipts.map(({ userId, name, version, readAt }) => (
        <li key={userId}>
          {name}:{' '}
          {version === notice.version && readAt !== null
            ? format.dateTime(Date.parse(readAt))
            : t('notices.notRead')}
        </li>
      ))}
    </ul>
  )
}
