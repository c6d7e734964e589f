import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'

import type { components } from '../../api/schema.d.ts'
import { RequestWords } from '../../components/request-words.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { api } from '../../lib/api.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'

import styles from './shift-requests.module.css'

type Request = components['schemas']['ShiftRequest']
type Effect = components['schemas']['RequestEffect']

/** A request that waits: what approving would do, and the decision. */
export function WaitingRequest({ request }: { readonly request: Request }): ReactElement {
  const t = useTranslate()
  const queries = useQueryClient()
  const [reply, setReply] = useState('')
  const params = { path: { requestId: request.id } }
  const { data: effect, error } = api.useQuery(
    'get',
    '/api/v1/shift-requests/{requestId}/effect',
    { params },
    { staleTime: 0 },
  )
  const deciding = api.useMutation('post', '/api/v1/shift-requests/{requestId}/decision', {
    onSuccess: () => queries.invalidateQueries(),
  })
  const decide = (approve: boolean): void => deciding.mutate({ params, body: { approve, reply } })
  const problem = deciding.error ?? error
  return (
    <li className={styles['request']}>
      <RequestWords request={request} />
      {effect !== undefined && <EffectWords effect={effect} />}
      {problem !== null && <FailedState problem={problem} />}
      <div className={styles['decision']}>
        <TextInput
          aria-label={t('requests.reply')}
          placeholder={t('requests.reply')}
          maxLength={500}
          value={reply}
          onChange={(event) => setReply(event.currentTarget.value)}
        />
        <Button
          disabled={effect === undefined || effect.broken.length > 0}
          loading={deciding.isPending}
          onClick={() => decide(true)}
        >
          {t('requests.approve')}
        </Button>
        <Button variant="default" disabled={deciding.isPending} onClick={() => decide(false)}>
          {t('requests.decline')}
        </Button>
      </div>
    </li>
  )
}

function EffectWords({ effect }: { readonly effect: Effect }): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const { broken, remarks, shortHours, dropped } = effect
  const isSame = Math.abs(shortHours.after - shortHours.before) < 0.05
  return (
    <ul className={styles['effect']}>
      {broken.map(({ who, text }) => (
        <li key={`${who} ${text}`} data-tone="law">
          {who}: {text}
        </li>
      ))}
      {broken.length === 0 && <li>{t('requests.legal')}</li>}
      {remarks.map(({ who, text }) => (
        <li key={`${who} ${text}`}>
          {who === '' ? '' : `${who}: `}
          {text}
        </li>
      ))}
      <li data-tone={shortHours.after > shortHours.before ? 'under' : undefined}>
        {isSame
          ? t('requests.coverSame')
          : t('effect.coverage', {
              before: format.number(shortHours.before, 1),
              after: format.number(shortHours.after, 1),
            })}
      </li>
      {dropped.length > 0 && (
        <li>
          {t('requests.dropped', {
            when: dropped
              .map(({ startsAt, endsAt }) =>
                format.weekdayRange(Date.parse(startsAt), Date.parse(endsAt)),
              )
              .join(', '),
          })}
        </li>
      )}
    </ul>
  )
}
