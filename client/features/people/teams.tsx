import { Button, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FormActions } from '../../components/form-actions.tsx'
import { NameFields } from '../../components/name-fields.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import { useSending } from '../../lib/use-sending.ts'
import { wholeName } from '../../lib/whole-name.ts'

import styles from './people.module.css'

/** The teams of the centre and how many are in each; new ones are made here. */
export function Teams(): ReactElement {
  const { locale, t } = useLocale()
  const teams = api.useQuery('get', '/api/v1/teams').data?.teams ?? []
  const [isAdding, setAdding] = useState(false)
  return (
    <section className={styles['panel']} aria-label={t('people.teams')}>
      <h2 className={styles['title']}>{t('people.teams')}</h2>
      {teams.length === 0 && <p className={styles['note']}>{t('people.teams.none')}</p>}
      <ul className={styles['list']}>
        {teams.map(({ code, name, people }) => (
          <li key={code}>
            <span>{name[locale]}</span>
            <span>{t('grid.people', { count: people })}</span>
          </li>
        ))}
      </ul>
      {isAdding ? (
        <TeamForm onDone={() => setAdding(false)} />
      ) : (
        <Button variant="default" onClick={() => setAdding(true)}>
          {t('people.team.add')}
        </Button>
      )}
    </section>
  )
}

function TeamForm({ onDone }: { readonly onDone: () => void }): ReactElement {
  const { t } = useLocale()
  const [code, setCode] = useState('')
  const [name, setName] = useState({ kk: '', ru: '', en: '' })
  const { problem, isBusy, send } = useSending()
  const [isMissing, setMissing] = useState(false)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const whole = wholeName(name)
    setMissing(whole === null)
    if (whole === null) return
    const body = { code: code.trim(), name: { ...whole } }
    void send(fetchClient.POST('/api/v1/teams', { body }), onDone)
  }
  return (
    <form onSubmit={submit} noValidate className={styles['form']}>
      <TextInput
        label={t('settings.queue.code')}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        data-autofocus
      />
      <NameFields name={name} isMissing={isMissing} onChange={setName} />
      {problem !== null && <FailedState problem={problem} />}
      <FormActions submitLabel={t('people.team.add')} isBusy={isBusy} onCancel={onDone} />
    </form>
  )
}
