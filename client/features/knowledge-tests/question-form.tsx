import { Button, Checkbox, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FormActions } from '../../components/form-actions.tsx'
import { NameFields } from '../../components/name-fields.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { fetchClient } from '../../lib/api.ts'
import { LOCALES } from '../../lib/i18n/catalogue.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useUnsaved } from '../../lib/unsaved.ts'
import { useSending } from '../../lib/use-sending.ts'
import {
  draftOf,
  type OptionDraft,
  type Question,
  questionBody,
  type QuestionDraft,
  questionFaults,
} from './question-draft.ts'

import styles from './knowledge-tests.module.css'

interface QuestionFormProps {
  readonly competenceCode: string
  /** Undefined asks something new. */
  readonly before: Question | undefined
  readonly onDone: () => void
}

const OPTIONS_MAX = 10

/** What is asked, and which answers are right. A change is the question's next version. */
export function QuestionForm({ competenceCode, before, onDone }: QuestionFormProps): ReactElement {
  const t = useTranslate()
  const [start] = useState(() => draftOf(before))
  const [draft, setDraft] = useState(start)
  const [isChecked, setChecked] = useState(false)
  const { problem, isBusy, send } = useSending()
  useUnsaved(draft !== start && !isBusy)
  const faults = isChecked ? questionFaults(draft) : []
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setChecked(true)
    const body = questionBody(draft)
    if (body === null) return
    const work =
      before === undefined
        ? fetchClient.POST('/api/v1/questions', {
            body: { code: draft.code.trim(), competenceCode, ...body },
          })
        : fetchClient.PUT('/api/v1/questions/{code}', {
            params: { path: { code: before.code } },
            body,
          })
    void send(work, onDone)
  }
  return (
    <form onSubmit={submit} noValidate className={styles['form']} aria-label={t('tests.question')}>
      {before === undefined && (
        <TextInput
          label={t('settings.queue.code')}
          value={draft.code}
          onChange={(event) => setDraft({ ...draft, code: event.currentTarget.value })}
          error={faults.includes('code') && t('people.fault.missing')}
        />
      )}
      <fieldset className={styles['texts']}>
        <legend>{t('tests.question')}</legend>
        <NameFields
          name={draft.text}
          isMissing={faults.includes('text')}
          onChange={(text) => setDraft({ ...draft, text })}
        />
      </fieldset>
      <OptionFields draft={draft} onChange={(options) => setDraft({ ...draft, options })} />
      {faults.includes('options') && <p role="alert">{t('tests.options.fault')}</p>}
      {problem !== null && <FailedState problem={problem} />}
      <FormActions submitLabel={t('action.save')} isBusy={isBusy} onCancel={onDone} />
    </form>
  )
}

interface OptionFieldsProps {
  readonly draft: QuestionDraft
  readonly onChange: (options: readonly OptionDraft[]) => void
}

function OptionFields({ draft: { options }, onChange }: OptionFieldsProps): ReactElement {
  const t = useTranslate()
  const put = (changed: OptionDraft): void =>
    onChange(options.map((one) => (one.id === changed.id ? changed : one)))
  return (
    <fieldset className={styles['texts']}>
      <legend>{t('tests.options')}</legend>
      {options.map((option, at) => (
        <div key={option.id} className={styles['option']}>
          <Checkbox
            aria-label={t('tests.options.right', { number: at + 1 })}
            checked={option.right}
            onChange={(event) => put({ ...option, right: event.currentTarget.checked })}
          />
          {LOCALES.map((locale) => (
            <TextInput
              key={locale.id}
              lang={locale.id}
              aria-label={`${t('tests.options.text', { number: at + 1 })}, ${locale.name}`}
              placeholder={locale.name}
              value={option.text[locale.id]}
              onChange={(event) =>
                put({ ...option, text: { ...option.text, [locale.id]: event.currentTarget.value } })
              }
            />
          ))}
        </div>
      ))}
      {options.length < OPTIONS_MAX && (
        <Button
          variant="subtle"
          onClick={() =>
            onChange([
              ...options,
              { id: options.length, text: { kk: '', ru: '', en: '' }, right: false },
            ])
          }
        >
          {t('tests.options.add')}
        </Button>
      )}
    </fieldset>
  )
}
