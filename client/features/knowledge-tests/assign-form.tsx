import { NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FormActions } from '../../components/form-actions.tsx'
import { PeopleChoice } from '../../components/people-choice.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { fetchClient } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useCompetenceNames } from '../../lib/use-competence-names.ts'
import { useSending } from '../../lib/use-sending.ts'
import { useToday } from '../../lib/use-today.ts'
import type { KnowledgeTest } from './tests-headline.ts'

import styles from './knowledge-tests.module.css'

interface AssignFormProps {
  readonly tests: readonly KnowledgeTest[]
  readonly onDone: () => void
}

/** Who is to pass which test, and by when. */
export function AssignForm({ tests, onDone }: AssignFormProps): ReactElement {
  const t = useTranslate()
  const today = useToday()
  const nameOf = useCompetenceNames()
  const { problem, isBusy, send } = useSending()
  const [competenceCode, setCompetence] = useState(tests[0]?.competenceCode ?? '')
  const [operatorIds, setPeople] = useState<readonly string[]>([])
  const [dueOn, setDueOn] = useState('')
  const [isChecked, setChecked] = useState(false)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setChecked(true)
    if (operatorIds.length === 0 || dueOn === '') return
    const body = { competenceCode, operatorIds: [...operatorIds], dueOn }
    void send(fetchClient.POST('/api/v1/test-assignments', { body }), onDone)
  }
  return (
    <form onSubmit={submit} noValidate className={styles['form']} aria-label={t('tests.assign')}>
      <h2 className={styles['title']}>{t('tests.assign')}</h2>
      <p className={styles['note']}>{t('tests.assign.hint')}</p>
      <NativeSelect
        label={t('tests.of')}
        value={competenceCode}
        data={tests.map(({ competenceCode: code }) => ({ value: code, label: nameOf(code) }))}
        onChange={({ currentTarget }) => setCompetence(currentTarget.value)}
      />
      <PeopleChoice
        hint={isChecked && operatorIds.length === 0 ? t('people.fault.missing') : ''}
        value={operatorIds}
        onChange={setPeople}
      />
      <TextInput
        type="date"
        label={t('assess.due.on')}
        min={today}
        value={dueOn}
        onChange={(event) => setDueOn(event.currentTarget.value)}
        error={isChecked && dueOn === '' && t('people.fault.missing')}
      />
      {problem !== null && <FailedState problem={problem} />}
      <FormActions submitLabel={t('tests.assign.submit')} isBusy={isBusy} onCancel={onDone} />
    </form>
  )
}
