import { Button } from '@mantine/core'
import type { ReactElement } from 'react'

import { ObjectionButton } from '../../components/objection-button.tsx'
import { RequestWords } from '../../components/request-words.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { ShiftRequest } from './own-shifts.ts'
import type { RequestDesk } from './use-own-shifts.ts'

import styles from './own-shifts.module.css'

/** What was asked for and what came of it; a colleague's swap waits here for one's word. */
export function OwnRequests({ desk }: { readonly desk: RequestDesk }): ReactElement | null {
  const t = useTranslate()
  if (desk.requests.length === 0 && desk.error === null) return null
  return (
    <section aria-label={t('myShifts.requests')}>
      <h2 className={styles['title']}>{t('myShifts.requests')}</h2>
      {desk.error !== null && <FailedState problem={desk.error} />}
      <ul className={styles['requests']}>
        {desk.requests.map((request) => (
          <li key={request.id}>
            <RequestWords request={request} />
            <Actions request={request} desk={desk} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Actions({
  request,
  desk,
}: {
  readonly request: ShiftRequest
  readonly desk: RequestDesk
}): ReactElement | null {
  const t = useTranslate()
  const { id, status, isOwn, mayObject } = request
  if (mayObject) {
    return <ObjectionButton about="request" subject={id} what={t('myShifts.declined')} />
  }
  if (!isOwn && status === 'asked') {
    return (
      <div className={styles['buttons']}>
        <Button disabled={desk.isBusy} onClick={() => desk.answer(id, true)}>
          {t('myShifts.agree')}
        </Button>
        <Button variant="default" disabled={desk.isBusy} onClick={() => desk.answer(id, false)}>
          {t('myShifts.disagree')}
        </Button>
      </div>
    )
  }
  if (!isOwn || (status !== 'asked' && status !== 'waiting')) return null
  return (
    <Button
      variant="default"
      size="compact-md"
      disabled={desk.isBusy}
      onClick={() => desk.withdraw(id)}
    >
      {t('myShifts.withdraw')}
    </Button>
  )
}
