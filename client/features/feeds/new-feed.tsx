import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { api } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { Connection } from './connection.tsx'
import { FEED_KINDS, type FeedKind } from './feeds.ts'

import styles from './feeds.module.css'

/** Another source; its key is shown once, with how to use it. */
export function NewFeed(): ReactElement {
  const t = useTranslate()
  const queries = useQueryClient()
  const [code, setCode] = useState('')
  const [kind, setKind] = useState<FeedKind>('asterisk_ami')
  const add = api.useMutation('post', '/api/v1/feeds', {
    onSuccess: async () => {
      setCode('')
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/feeds'] })
    },
  })
  const name = code.trim()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    add.mutate({ body: { code: name, kind } })
  }
  return (
    <section className={styles['feed']} aria-label={t('feeds.new')}>
      <h2 className={styles['title']}>{t('feeds.new')}</h2>
      <form className={styles['form']} onSubmit={submit}>
        <TextInput
          label={t('feeds.code')}
          maxLength={60}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('feeds.kind')}
          value={kind}
          data={FEED_KINDS.map((one) => ({ value: one, label: t(`feeds.kind.${one}`) }))}
          onChange={(event) => setKind(event.currentTarget.value as FeedKind)}
        />
        <Button type="submit" loading={add.isPending} disabled={name === ''}>
          {t('feeds.add')}
        </Button>
      </form>
      {add.error !== null && <FailedState problem={add.error} />}
      {add.data !== undefined && <Connection kind={add.data.feed.kind} feedKey={add.data.key} />}
    </section>
  )
}
