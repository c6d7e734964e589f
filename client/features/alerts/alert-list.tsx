import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { api } from '../../lib/api.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { type Alert, alertText, type NameOf } from './alert-text.ts'

import styles from './alerts.module.css'

interface AlertListProps {
  readonly alerts: readonly Alert[]
  readonly nameOf: NameOf
  /** Open alerts may be taken on by a supervisor. */
  readonly canAcknowledge: boolean
}

/** Alerts, the newest first, with who deals with each. */
export function AlertList({ alerts, nameOf, canAcknowledge }: AlertListProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  return (
    <ul className={styles['list']}>
      {alerts.map((alert) => (
        <li key={alert.id} data-waiting={alert.acknowledgedAt === null && alert.endedAt === null}>
          <p className={styles['text']}>{alertText(alert, nameOf, { t, format })}</p>
          <AlertFacts alert={alert} />
          {canAcknowledge && alert.acknowledgedAt === null && <Acknowledge alert={alert} />}
        </li>
      ))}
    </ul>
  )
}

function AlertFacts({ alert }: { readonly alert: Alert }): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const { raisedAt, endedAt, acknowledgedAt, acknowledgedBy, isQuiet, note } = alert
  const when = (instant: string): string => format.weekdayTime(Date.parse(instant))
  return (
    <p className={styles['facts']}>
      {[
        t('alerts.raised', { time: when(raisedAt) }),
        ...(isQuiet ? [t('alerts.quiet')] : []),
        ...(acknowledgedAt === null
          ? []
          : [t('alerts.acknowledged', { name: acknowledgedBy ?? '', time: when(acknowledgedAt) })]),
        ...(note === '' ? [] : [note]),
        ...(endedAt === null ? [] : [t('alerts.ended', { time: when(endedAt) })]),
      ].join(' · ')}
    </p>
  )
}

function Acknowledge({ alert }: { readonly alert: Alert }): ReactElement {
  const t = useTranslate()
  const queries = useQueryClient()
  const [note, setNote] = useState('')
  const take = api.useMutation('post', '/api/v1/alerts/{alertId}/acknowledgement', {
    onSuccess: () => queries.invalidateQueries({ queryKey: ['get', '/api/v1/alerts'] }),
  })
  const send = (event: FormEvent): void => {
    event.preventDefault()
    const said = note.trim()
    take.mutate({
      params: { path: { alertId: alert.id } },
      body: said === '' ? {} : { note: said },
    })
  }
  return (
    <form className={styles['line']} onSubmit={send}>
      <TextInput
        aria-label={t('alerts.note')}
        placeholder={t('alerts.note')}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={take.isPending}>
        {t('alerts.acknowledge')}
      </Button>
      {take.error !== null && <FailedState problem={take.error} />}
    </form>
  )
}
