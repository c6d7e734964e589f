import { Button, NativeSelect } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FormActions } from '../../components/form-actions.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { api } from '../../lib/api.ts'
import { fromLocalInput } from '../../lib/centre-time.ts'
import { useLocale, useTimeZone } from '../../lib/i18n/locale-context.tsx'
import { ExceptionFields } from './exception-fields.tsx'
import { type ExceptionDraft, spanOf } from './exceptions.ts'
import { useFiguresRefresh } from './use-exceptions.ts'

import styles from './exceptions.module.css'

const EVERYBODY = 'everybody'
const TEAM = 'team:'

interface ExplainManyProps {
  /** Where the times begin, `2026-11-25T09:00`. */
  readonly start: Pick<ExceptionDraft, 'from' | 'to'>
}

/** An explanation for a person, a team or everybody, before it happens or after. */
export function ExplainMany({ start }: ExplainManyProps): ReactElement {
  const { t } = useLocale()
  const [isOpen, setOpen] = useState(false)
  if (isOpen) return <ExplainForm start={start} onDone={() => setOpen(false)} />
  return (
    <Button className={styles['open']} onClick={() => setOpen(true)}>
      {t('exceptions.add')}
    </Button>
  )
}

function ExplainForm(props: ExplainManyProps & { readonly onDone: () => void }): ReactElement {
  const { t } = useLocale()
  const zone = useTimeZone()
  const refresh = useFiguresRefresh()
  const [whom, setWhom] = useState('')
  const [draft, setDraft] = useState<ExceptionDraft>({ kind: 'meeting', note: '', ...props.start })
  const add = api.useMutation('post', '/api/v1/adherence/exceptions', {
    onSuccess: () => {
      refresh()
      props.onDone()
    },
  })
  const span = spanOf(draft, (local) => fromLocalInput(local, zone))
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (span === undefined || whom === '') return
    if (whom.startsWith(TEAM)) {
      add.mutate({ body: { ...span, operatorIds: null, team: whom.slice(TEAM.length) } })
    } else add.mutate({ body: { ...span, operatorIds: whom === EVERYBODY ? null : [whom] } })
  }
  return (
    <form className={styles['form']} onSubmit={send} aria-label={t('exceptions.add')}>
      <WhomField whom={whom} onChange={setWhom} />
      <ExceptionFields
        draft={draft}
        isWrong={span === undefined}
        onChange={(change) => setDraft({ ...draft, ...change })}
      />
      <p className={styles['facts']}>{t('explain.effect')}</p>
      {add.error !== null && <FailedState problem={add.error} />}
      <FormActions submitLabel={t('explain.save')} isBusy={add.isPending} onCancel={props.onDone} />
    </form>
  )
}

function WhomField(props: {
  readonly whom: string
  readonly onChange: (whom: string) => void
}): ReactElement {
  const { locale, t } = useLocale()
  const teams = api.useQuery('get', '/api/v1/teams').data?.teams ?? []
  const people = api.useQuery('get', '/api/v1/operators').data?.operators ?? []
  return (
    <NativeSelect
      label={t('exceptions.whom')}
      value={props.whom}
      required
      data={[
        { value: '', label: t('exceptions.whom.choose') },
        { value: EVERYBODY, label: t('exceptions.everybody') },
        {
          group: t('exceptions.whom.teams'),
          items: teams.map(({ code, name }) => ({ value: TEAM + code, label: name[locale] })),
        },
        {
          group: t('exceptions.whom.people'),
          items: people.map(({ id, fullName, personnelNumber }) => ({
            value: id,
            label: `${fullName}, ${personnelNumber}`,
          })),
        },
      ]}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  )
}
