import { Button, TextInput } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { EmptyState } from '../../components/states/page-state.tsx'
import { api } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useAbilities } from '../../lib/use-abilities.ts'
import { ExceptionList } from './exception-list.tsx'
import type { Exception, ExceptionGroup } from './exceptions.ts'
import { useFiguresRefresh } from './use-exceptions.ts'

import styles from './exceptions.module.css'

/** What waits for an answer first, then what was answered. */
export function ExceptionsView({
  exceptions,
}: {
  readonly exceptions: readonly Exception[]
}): ReactElement {
  const t = useTranslate()
  const { canSupervise } = useAbilities()
  const waiting = exceptions.filter(({ status }) => status === 'requested')
  const answered = exceptions.filter(({ status }) => status !== 'requested')
  return (
    <>
      {waiting.length > 0 && (
        <ExceptionList
          exceptions={waiting}
          {...(canSupervise && { actionsOf: (group) => <Answer {...group} /> })}
        />
      )}
      <h2 className={styles['heading']}>{t('exceptions.answered')}</h2>
      {answered.length === 0 ? (
        <EmptyState title={t('exceptions.none')} nextStep={t('exceptions.none.next')} />
      ) : (
        <ExceptionList
          exceptions={answered}
          {...(canSupervise && { actionsOf: (group) => <TakeBack {...group} /> })}
        />
      )}
    </>
  )
}

/** Yes or no, with a word to the operator. */
function Answer({ ids, first }: ExceptionGroup): ReactElement {
  const t = useTranslate()
  const [reply, setReply] = useState('')
  const decide = useDecision()
  const send = (status: 'approved' | 'refused'): void =>
    decide.mutate({ body: { exceptionIds: [...ids], status, reply: reply.trim() } })
  return (
    <div className={styles['actions']}>
      <TextInput
        aria-label={t('exceptions.reply', { name: first.requestedBy })}
        placeholder={t('exceptions.reply.short')}
        maxLength={500}
        value={reply}
        onChange={(event) => setReply(event.currentTarget.value)}
      />
      <Button loading={decide.isPending} onClick={() => send('approved')}>
        {t('exceptions.approve')}
      </Button>
      <Button variant="default" disabled={decide.isPending} onClick={() => send('refused')}>
        {t('exceptions.refuse')}
      </Button>
      {decide.error !== null && <FailedState problem={decide.error} />}
    </div>
  )
}

function TakeBack({ ids, first }: ExceptionGroup): ReactElement | null {
  const t = useTranslate()
  const decide = useDecision()
  if (first.status !== 'approved' && first.status !== 'refused') return null
  const next = first.status === 'approved' ? 'withdrawn' : 'approved'
  return (
    <div className={styles['actions']}>
      <Button
        variant="default"
        loading={decide.isPending}
        onClick={() => decide.mutate({ body: { exceptionIds: [...ids], status: next } })}
      >
        {t(next === 'withdrawn' ? 'exceptions.withdraw' : 'exceptions.approve')}
      </Button>
      {decide.error !== null && <FailedState problem={decide.error} />}
    </div>
  )
}

function useDecision() {
  const refresh = useFiguresRefresh()
  return api.useMutation('post', '/api/v1/adherence/exceptions/decisions', { onSuccess: refresh })
}
