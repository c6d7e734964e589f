import { Button } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import type { components } from '../../api/schema.d.ts'
import { FailedState } from '../../components/states/failed-state.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'
import { useQueueCodeNames } from '../../lib/use-queue-code-names.ts'
import { useSending } from '../../lib/use-sending.ts'
import { useToday } from '../../lib/use-today.ts'
import { PermitForm } from './permit-form.tsx'

import styles from './trainees.module.css'

type Permit = components['schemas']['TraineePermit']

interface TraineePermitsProps {
  /** Whose; absent: everybody's. */
  readonly operatorId?: string
}

/** Exceptions to п. 18: who learns beside whom, until when, and who allowed it. */
export function TraineePermits({ operatorId }: TraineePermitsProps): ReactElement | null {
  const t = useTranslate()
  const canAllow = useCanAllow()
  const [isAdding, setAdding] = useState(false)
  const query = operatorId === undefined ? {} : { operatorId }
  const { data } = api.useQuery('get', '/api/v1/trainee-permits', { params: { query } })
  const permits = data?.permits ?? []
  if (permits.length === 0 && (!canAllow || operatorId === undefined)) return null
  return (
    <section className={styles['section']} aria-label={t('trainees.title')}>
      <h2 className={styles['title']}>§ {t('trainees.title')}</h2>
      <p className={styles['note']}>{t('trainees.hint')}</p>
      <ul className={styles['list']}>
        {permits.map((permit) => (
          <PermitLine key={permit.id} permit={permit} canAllow={canAllow} />
        ))}
      </ul>
      {canAllow && operatorId !== undefined && !isAdding && (
        <Button variant="default" onClick={() => setAdding(true)}>
          {t('trainees.allow')}
        </Button>
      )}
      {isAdding && operatorId !== undefined && (
        <PermitForm operatorId={operatorId} onDone={() => setAdding(false)} />
      )}
    </section>
  )
}

/** HR and the head answer for it; planners and supervisors see it. */
function useCanAllow(): boolean {
  const me = api.useQuery('get', '/api/v1/me').data
  return me?.abilities.managePeople === true || me?.roles.includes('head') === true
}

interface PermitLineProps {
  readonly permit: Permit
  readonly canAllow: boolean
}

function PermitLine({ permit, canAllow }: PermitLineProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const date = useDateText()
  const today = useToday()
  const queueNameOf = useQueueCodeNames()
  const { problem, isBusy, send } = useSending()
  const { fullName, mentorName, queueCode, fromDate, toDate, reason, withdrawnBy } = permit
  const isPast = withdrawnBy !== null || toDate < today
  const withdraw = (): void => {
    const params = { path: { permitId: permit.id } }
    void send(fetchClient.POST('/api/v1/trainee-permits/{permitId}/withdrawal', { params }))
  }
  return (
    <li data-past={isPast}>
      <span>
        <b>{fullName}</b>, {queueNameOf(queueCode)}: {t('trainees.mentor', { name: mentorName })},{' '}
        {t('trainees.term', { from: date(fromDate), to: date(toDate) })}
        <br />
        <small className={styles['note']}>
          {reason};{' '}
          {t('trainees.allowedBy', {
            name: permit.allowedBy,
            when: format.dateTime(Date.parse(permit.allowedAt)),
          })}
          {withdrawnBy !== null &&
            permit.withdrawnAt !== null &&
            `; ${t('trainees.withdrawn', {
              name: withdrawnBy,
              when: format.dateTime(Date.parse(permit.withdrawnAt)),
            })}`}
        </small>
      </span>
      {canAllow && !isPast && (
        <Button variant="subtle" loading={isBusy} onClick={withdraw}>
          {t('trainees.withdraw')}
        </Button>
      )}
      {problem !== null && <FailedState problem={problem} />}
    </li>
  )
}
