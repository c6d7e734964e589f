import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactElement, useState } from 'react'

import type { components } from '../../api/schema.d.ts'
import { CopyButton } from '../../components/copy-button.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { api } from '../../lib/api.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'

import styles from './alerts.module.css'

type Webhook = components['schemas']['AlertWebhook']

/** Where alerts are sent beside the page: for whoever administers the centre, nothing for others. */
export function Webhooks(): ReactElement | null {
  const abilities = api.useQuery('get', '/api/v1/me').data?.abilities
  return abilities?.administer === true ? <WebhookSection /> : null
}

function WebhookSection(): ReactElement {
  const t = useTranslate()
  const { data, error } = api.useQuery('get', '/api/v1/alerts/webhooks')
  return (
    <section aria-label={t('webhooks.title')}>
      <h2 className={styles['heading']}>{t('webhooks.title')}</h2>
      <p className={styles['facts']}>{t('webhooks.hint')}</p>
      {error !== null && <FailedState problem={error} />}
      <ul className={styles['rules']}>
        {(data?.webhooks ?? []).map((webhook) => (
          <WebhookLine key={webhook.id} webhook={webhook} />
        ))}
      </ul>
      <NewWebhook />
    </section>
  )
}

function WebhookLine({ webhook }: { readonly webhook: Webhook }): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const renew = useRenewal()
  const remove = api.useMutation('delete', '/api/v1/alerts/webhooks/{webhookId}', {
    onSuccess: renew,
  })
  const { id, url, pending, lastDeliveredAt, lastError } = webhook
  const facts = [
    lastDeliveredAt === null
      ? t('webhooks.never')
      : t('webhooks.delivered', { time: format.dateTime(Date.parse(lastDeliveredAt)) }),
    ...(pending === 0 ? [] : [t('webhooks.pending', { count: pending })]),
    ...(lastError === null ? [] : [t('webhooks.failed', { error: lastError })]),
  ]
  return (
    <li>
      <span>
        {url} <span className={styles['facts']}>{facts.join(' · ')}</span>
      </span>
      <Button
        variant="default"
        aria-label={t('webhooks.remove.what', { url })}
        loading={remove.isPending}
        onClick={() => remove.mutate({ params: { path: { webhookId: id } } })}
      >
        {t('webhooks.remove')}
      </Button>
      {remove.error !== null && <FailedState problem={remove.error} />}
    </li>
  )
}

/** Another address; its secret is shown once, to be put where the signature is checked. */
function NewWebhook(): ReactElement {
  const t = useTranslate()
  const renew = useRenewal()
  const [url, setUrl] = useState('')
  const add = api.useMutation('post', '/api/v1/alerts/webhooks', {
    onSuccess: async () => {
      setUrl('')
      await renew()
    },
  })
  const address = url.trim()
  const send = (event: FormEvent): void => {
    event.preventDefault()
    add.mutate({ body: { url: address } })
  }
  return (
    <form className={styles['form']} onSubmit={send}>
      <TextInput
        type="url"
        label={t('webhooks.url')}
        placeholder="https://"
        maxLength={2000}
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <Button type="submit" loading={add.isPending} disabled={!/^https?:\/\/./.test(address)}>
        {t('webhooks.add')}
      </Button>
      {add.error !== null && <FailedState problem={add.error} />}
      {add.data !== undefined && (
        <output>
          {t('webhooks.secret')} <code>{add.data.secret}</code>{' '}
          <CopyButton text={add.data.secret} label={t('webhooks.copy')} />
        </output>
      )}
    </form>
  )
}

function useRenewal(): () => Promise<void> {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['get', '/api/v1/alerts/webhooks'] })
}
