import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FormActions } from '../../components/form-actions.tsx'
import { NameFields } from '../../components/name-fields.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { fetchClient } from '../../lib/api.ts'
import { LOCALES } from '../../lib/i18n/catalogue.ts'
import { useLocale, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useUnsaved } from '../../lib/unsaved.ts'
import { useSending } from '../../lib/use-sending.ts'
import { useToday } from '../../lib/use-today.ts'
import { wholeName } from '../../lib/whole-name.ts'
import { DEFAULT_QUESTIONS, type DraftQuestion, FACTORS } from './default-questions.ts'

import styles from './surveys.module.css'

interface Draft {
  readonly title: DraftQuestion['text']
  readonly opensOn: string
  readonly closesOn: string
  readonly groupMin: number
  /** Empty: it is not repeated. */
  readonly repeatMonths: number | string
  readonly questions: readonly DraftQuestion[]
}

const EMPTY_TEXT = { kk: '', ru: '', en: '' }
const GROUP_MIN = 5
const OPEN_DAYS = 14
const REPEAT_MONTHS = 6

interface SurveyFormProps {
  /** Those of the last survey: the same questions make a trend. */
  readonly lastQuestions: readonly DraftQuestion[] | undefined
  readonly onDone: () => void
}

/** A survey of the staff: when, what is asked, and of how few nothing is told. */
export function SurveyForm({ lastQuestions, onDone }: SurveyFormProps): ReactElement {
  const t = useTranslate()
  const today = useToday()
  const [start] = useState<Draft>(() => ({
    title: EMPTY_TEXT,
    opensOn: today,
    closesOn: daysAfter(today, OPEN_DAYS),
    groupMin: GROUP_MIN,
    repeatMonths: REPEAT_MONTHS,
    questions: lastQuestions ?? DEFAULT_QUESTIONS,
  }))
  const [draft, setDraft] = useState(start)
  const [isChecked, setChecked] = useState(false)
  const { problem, isBusy, send } = useSending()
  useUnsaved(draft !== start)
  const title = wholeName(draft.title)
  const questions = draft.questions.map(({ factor, text }) => ({ factor, text: wholeName(text) }))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setChecked(true)
    if (title === null) return
    const body = {
      title: { ...title },
      opensOn: draft.opensOn,
      closesOn: draft.closesOn,
      groupMin: draft.groupMin,
      repeatMonths: typeof draft.repeatMonths === 'number' ? draft.repeatMonths : null,
      questions: questions.flatMap(({ factor, text }) =>
        text === null ? [] : [{ factor, text: { ...text } }],
      ),
    }
    void send(fetchClient.POST('/api/v1/surveys', { body }), onDone)
  }
  return (
    <form className={styles['form']} onSubmit={submit} noValidate aria-label={t('surveys.add')}>
      <NameFields
        name={draft.title}
        isMissing={isChecked && title === null}
        onChange={(name) => setDraft({ ...draft, title: name })}
      />
      <TermFields draft={draft} onChange={setDraft} />
      <QuestionFields
        questions={draft.questions}
        onChange={(changed) => setDraft({ ...draft, questions: changed })}
      />
      {problem !== null && <FailedState problem={problem} />}
      <FormActions submitLabel={t('surveys.start')} isBusy={isBusy} onCancel={onDone} />
    </form>
  )
}

function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
}

interface TermFieldsProps {
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
}

function TermFields({ draft, onChange }: TermFieldsProps): ReactElement {
  const t = useTranslate()
  return (
    <div className={styles['line']}>
      <TextInput
        type="date"
        label={t('surveys.opensOn')}
        value={draft.opensOn}
        onChange={({ currentTarget }) => onChange({ ...draft, opensOn: currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('surveys.closesOn')}
        value={draft.closesOn}
        onChange={({ currentTarget }) => onChange({ ...draft, closesOn: currentTarget.value })}
      />
      <NumberInput
        label={t('surveys.groupMin')}
        description={t('surveys.groupMin.hint')}
        min={3}
        max={50}
        value={draft.groupMin}
        onChange={(value) =>
          onChange({ ...draft, groupMin: typeof value === 'number' ? value : GROUP_MIN })
        }
      />
      <NumberInput
        label={t('surveys.repeatMonths')}
        description={t('surveys.repeatMonths.hint')}
        min={1}
        max={36}
        value={draft.repeatMonths}
        onChange={(value) => onChange({ ...draft, repeatMonths: value })}
      />
    </div>
  )
}

interface QuestionFieldsProps {
  readonly questions: readonly DraftQuestion[]
  readonly onChange: (questions: readonly DraftQuestion[]) => void
}

function QuestionFields({ questions, onChange }: QuestionFieldsProps): ReactElement {
  const { t } = useLocale()
  const change = (at: number, part: Partial<DraftQuestion>): void =>
    onChange(questions.map((one, other) => (other === at ? { ...one, ...part } : one)))
  return (
    <fieldset className={styles['questions']}>
      <legend>{t('surveys.questions')}</legend>
      {questions.map((question, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a question is its place among the others
        <details key={at} className={styles['question']}>
          <summary>
            {at + 1}. {question.text.ru === '' ? t('surveys.question.new') : question.text.ru}{' '}
            <span className={styles['faint']}>({t(`surveys.factor.${question.factor}`)})</span>
          </summary>
          <NativeSelect
            label={t('surveys.factor')}
            value={question.factor}
            data={FACTORS.map((value) => ({ value, label: t(`surveys.factor.${value}`) }))}
            onChange={({ currentTarget }) =>
              change(at, {
                factor: FACTORS.find((one) => one === currentTarget.value) ?? 'satisfaction',
              })
            }
          />
          {LOCALES.map(({ id, name }) => (
            <TextInput
              key={id}
              lang={id}
              label={t('surveys.question.text', { language: name })}
              value={question.text[id]}
              onChange={({ currentTarget }) =>
                change(at, { text: { ...question.text, [id]: currentTarget.value } })
              }
            />
          ))}
          <Button
            variant="subtle"
            onClick={() => onChange(questions.filter((_, other) => other !== at))}
          >
            {t('surveys.question.remove')}
          </Button>
        </details>
      ))}
      <Button
        variant="default"
        onClick={() => onChange([...questions, { factor: 'satisfaction', text: EMPTY_TEXT }])}
      >
        {t('surveys.question.add')}
      </Button>
    </fieldset>
  )
}
