import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FormActions } from '../../components/form-actions.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { fetchClient } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'
import { useSending } from '../../lib/use-sending.ts'
import { useToday } from '../../lib/use-today.ts'
import { FACTORS } from './default-questions.ts'
import { type Survey } from './use-surveys.ts'

import styles from './surveys.module.css'

interface SurveyActionsProps {
  readonly survey: Survey
  readonly canAct: boolean
}

/** What is done about what people said, by whom and by when. */
export function SurveyActions({ survey, canAct }: SurveyActionsProps): ReactElement {
  const t = useTranslate()
  const [isAdding, setAdding] = useState(false)
  return (
    <>
      <h3 className={styles['subtitle']}>{t('surveys.actions')}</h3>
      {survey.actions.length === 0 && <p className={styles['note']}>{t('surveys.actions.none')}</p>}
      <ul className={styles['list']}>
        {survey.actions.map((action) => (
          <ActionLine key={action.id} surveyId={survey.id} action={action} canAct={canAct} />
        ))}
      </ul>
      {canAct && !isAdding && (
        <Button variant="default" onClick={() => setAdding(true)}>
          {t('surveys.actions.add')}
        </Button>
      )}
      {isAdding && <ActionForm surveyId={survey.id} onDone={() => setAdding(false)} />}
    </>
  )
}

interface ActionLineProps {
  readonly surveyId: string
  readonly action: Survey['actions'][number]
  readonly canAct: boolean
}

function ActionLine({ surveyId, action, canAct }: ActionLineProps): ReactElement {
  const t = useTranslate()
  const date = useDateText()
  const today = useToday()
  const [outcome, setOutcome] = useState('')
  const { problem, isBusy, send } = useSending()
  const isLate = action.doneOn === null && action.dueOn < today
  const finish = (event: FormEvent): void => {
    event.preventDefault()
    const params = { path: { surveyId, actionId: action.id } }
    const sent = fetchClient.POST('/api/v1/surveys/{surveyId}/actions/{actionId}/end', {
      params,
      body: { outcome },
    })
    void send(sent)
  }
  return (
    <li>
      <b>{action.what}</b>{' '}
      <span className={styles['faint']}>({t(`surveys.short.${action.factor}`)})</span>
      <br />
      {action.owner},{' '}
      <span className={isLate ? styles['late'] : undefined}>
        {t(isLate ? 'surveys.actions.late' : 'surveys.actions.until', { date: date(action.dueOn) })}
      </span>
      {action.doneOn !== null && (
        <span>
          {' '}
          · {t('surveys.actions.done', { date: date(action.doneOn) })}: {action.outcome}
        </span>
      )}
      {canAct && action.doneOn === null && (
        <form className={styles['line']} onSubmit={finish}>
          <TextInput
            label={t('surveys.actions.outcome')}
            value={outcome}
            required
            onChange={({ currentTarget }) => setOutcome(currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={isBusy} disabled={outcome === ''}>
            {t('surveys.actions.end')}
          </Button>
        </form>
      )}
      {problem !== null && <FailedState problem={problem} />}
    </li>
  )
}

interface ActionFormProps {
  readonly surveyId: string
  readonly onDone: () => void
}

function ActionForm({ surveyId, onDone }: ActionFormProps): ReactElement {
  const t = useTranslate()
  const [draft, setDraft] = useState({ what: '', owner: '', dueOn: '' })
  const [factor, setFactor] = useState(FACTORS[0] ?? 'satisfaction')
  const [isChecked, setChecked] = useState(false)
  const { problem, isBusy, send } = useSending()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setChecked(true)
    if (Object.values(draft).includes('')) return
    const sent = fetchClient.POST('/api/v1/surveys/{surveyId}/actions', {
      params: { path: { surveyId } },
      body: { factor, ...draft },
    })
    void send(sent, onDone)
  }
  const field = (key: keyof typeof draft, type: 'text' | 'date' = 'text'): ReactElement => (
    <TextInput
      type={type}
      label={t(`surveys.actions.${key}`)}
      value={draft[key]}
      error={isChecked && draft[key] === '' && t('people.fault.missing')}
      onChange={({ currentTarget }) => setDraft({ ...draft, [key]: currentTarget.value })}
    />
  )
  return (
    <form
      className={styles['form']}
      onSubmit={submit}
      noValidate
      aria-label={t('surveys.actions.add')}
    >
      {field('what')}
      <div className={styles['line']}>
        <NativeSelect
          label={t('surveys.factor')}
          value={factor}
          data={FACTORS.map((value) => ({ value, label: t(`surveys.factor.${value}`) }))}
          onChange={({ currentTarget }) =>
            setFactor(FACTORS.find((one) => one === currentTarget.value) ?? factor)
          }
        />
        {field('owner')}
        {field('dueOn', 'date')}
      </div>
      {problem !== null && <FailedState problem={problem} />}
      <FormActions submitLabel={t('surveys.actions.save')} isBusy={isBusy} onCancel={onDone} />
    </form>
  )
}
