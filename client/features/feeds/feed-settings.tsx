import { Button, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { fetchClient } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'
import { useSending } from '../../lib/use-sending.ts'
import { Connection } from './connection.tsx'
import { type Feed, silenceOf } from './feeds.ts'

import styles from './feeds.module.css'

/** How long it may be silent, a new key, and an end to it. */
export function FeedSettings({ feed }: { readonly feed: Feed }): ReactElement {
  const t = useTranslate()
  const { problem, isBusy, send } = useSending()
  const [seconds, setSeconds] = useState(String(feed.silentAfterSeconds))
  const [key, setKey] = useState<string | null>(null)
  const params = { path: { feedId: feed.id } }
  const silentAfterSeconds = silenceOf(seconds)
  const save = (event: FormEvent): void => {
    event.preventDefault()
    if (silentAfterSeconds === undefined) return
    const body = { silentAfterSeconds }
    void send(fetchClient.PATCH('/api/v1/feeds/{feedId}', { params, body }))
  }
  const renew = async (): Promise<{ readonly error?: ProblemView | undefined }> => {
    const { data, error } = await fetchClient.POST('/api/v1/feeds/{feedId}/key', { params })
    setKey(data?.key ?? null)
    return { error }
  }
  const stop = (archived: boolean): void =>
    void send(fetchClient.PATCH('/api/v1/feeds/{feedId}', { params, body: { archived } }))
  return (
    <details>
      <summary>{t('feeds.settings')}</summary>
      <form className={styles['form']} onSubmit={save}>
        <TextInput
          label={t('feeds.silence')}
          inputMode="numeric"
          value={seconds}
          onChange={(event) => setSeconds(event.currentTarget.value)}
        />
        <Button
          type="submit"
          disabled={
            isBusy ||
            silentAfterSeconds === undefined ||
            silentAfterSeconds === feed.silentAfterSeconds
          }
        >
          {t('action.save')}
        </Button>
        <Button variant="default" disabled={isBusy} onClick={() => void send(renew())}>
          {t('feeds.key.renew')}
        </Button>
        <Button variant="default" disabled={isBusy} onClick={() => stop(!feed.archived)}>
          {t(feed.archived ? 'feeds.resume' : 'feeds.stop')}
        </Button>
      </form>
      {problem !== null && <FailedState problem={problem} />}
      {key !== null && <Connection kind={feed.kind} feedKey={key} />}
    </details>
  )
}
