import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { api } from '../../lib/api.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'

import styles from './messages.module.css'

const REFRESH_MS = 10_000
const OWN = '/api/v1/my/messages'

/** What a supervisor said to the reader, until they say that they have read it. */
export function OwnMessages(): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const queries = useQueryClient()
  const messages = api.useQuery('get', OWN, {}, { refetchInterval: REFRESH_MS }).data?.messages
  const read = api.useMutation('post', '/api/v1/my/messages/{messageId}/reading', {
    onSuccess: () => queries.invalidateQueries({ queryKey: ['get', OWN] }),
  })
  return (
    <div aria-live="polite">
      {(messages ?? []).map(({ id, text, sentBy, sentAt }) => (
        <section key={id} className={styles['own']} aria-label={t('messages.own')}>
          <p className={styles['text']}>{text}</p>
          <p className={styles['note']}>
            {t('messages.from', { name: sentBy, time: format.time(Date.parse(sentAt)) })}
          </p>
          <Button
            size="md"
            variant="default"
            loading={read.isPending}
            onClick={() => read.mutate({ params: { path: { messageId: id } } })}
          >
            {t('messages.known')}
          </Button>
        </section>
      ))}
      {read.error !== null && <FailedState problem={read.error} />}
    </div>
  )
}
