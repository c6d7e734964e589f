import { Button } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FormActions } from '../../components/form-actions.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { api } from '../../lib/api.ts'
import { fromLocalInput, toLocalInput } from '../../lib/centre-time.ts'
import { useTimeZone, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { ExceptionFields } from './exception-fields.tsx'
import { ExceptionList } from './exception-list.tsx'
import { type ExceptionDraft, type ExceptionGroup, spanOf } from './exceptions.ts'
import { useExceptionWindow, useFiguresRefresh } from './use-exceptions.ts'

import styles from './exceptions.module.css'

const HALF_HOUR_MS = 1_800_000

/** What an operator asked to have explained, what came of it, and a way to ask. */
export function MyRequests({ nowMs }: { readonly nowMs: number }): ReactElement {
  const t = useTranslate()
  const [isAsking, setAsking] = useState(false)
  const window = useExceptionWindow(nowMs)
  const { data, error } = api.useQuery('get', '/api/v1/my/adherence/exceptions', {
    params: { query: window },
  })
  return (
    <section aria-label={t('exceptions.mine')}>
      <h2 className={styles['heading']}>{t('exceptions.mine')}</h2>
      {isAsking ? (
        <RequestForm nowMs={nowMs} onDone={() => setAsking(false)} />
      ) : (
        <Button className={styles['open']} onClick={() => setAsking(true)}>
          {t('exceptions.ask')}
        </Button>
      )}
      {error !== null && <FailedState problem={error} />}
      {data !== undefined && (
        <ExceptionList
          exceptions={data.exceptions}
          actionsOf={(group) => <Withdrawal {...group} />}
        />
      )}
    </section>
  )
}

function RequestForm(props: { readonly nowMs: number; readonly onDone: () => void }): ReactElement {
  const t = useTranslate()
  const zone = useTimeZone()
  const refresh = useFiguresRefresh()
  const [draft, setDraft] = useState<ExceptionDraft>(() => ({
    kind: 'technical',
    note: '',
    from: toLocalInput(props.nowMs - HALF_HOUR_MS, zone),
    to: toLocalInput(props.nowMs, zone),
  }))
  const ask = api.useMutation('post', '/api/v1/my/adherence/exceptions', {
    onSuccess: () => {
      refresh()
      props.onDone()
    },
  })
  const span = spanOf(draft, (local) => fromLocalInput(local, zone))
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (span !== undefined) ask.mutate({ body: span })
  }
  return (
    <form className={styles['form']} onSubmit={send} aria-label={t('exceptions.ask')}>
      <ExceptionFields
        draft={draft}
        isWrong={span === undefined}
        onChange={(change) => setDraft({ ...draft, ...change })}
      />
      <p className={styles['facts']}>{t('exceptions.ask.effect')}</p>
      {ask.error !== null && <FailedState problem={ask.error} />}
      <FormActions
        submitLabel={t('exceptions.ask.send')}
        isBusy={ask.isPending}
        onCancel={props.onDone}
      />
    </form>
  )
}

/** As long as nobody has answered, one's own request can be taken back. */
function Withdrawal({ first }: ExceptionGroup): ReactElement | null {
  const t = useTranslate()
  const refresh = useFiguresRefresh()
  const withdraw = api.useMutation(
    'post',
    '/api/v1/my/adherence/exceptions/{exceptionId}/withdrawal',
    { onSuccess: refresh },
  )
  if (first.status !== 'requested') return null
  return (
    <div className={styles['actions']}>
      <Button
        variant="default"
        loading={withdraw.isPending}
        onClick={() => withdraw.mutate({ params: { path: { exceptionId: first.id } } })}
      >
        {t('exceptions.withdraw')}
      </Button>
      {withdraw.error !== null && <FailedState problem={withdraw.error} />}
    </div>
  )
}
