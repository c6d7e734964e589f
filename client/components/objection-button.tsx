import { Button, Modal, Textarea } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import type { components } from '../api/schema.d.ts'
import { api, fetchClient } from '../lib/api.ts'
import type { MessageKey } from '../lib/i18n/catalogue.ts'
import { useTranslate } from '../lib/i18n/locale-context.tsx'
import { useUnsaved } from '../lib/unsaved.ts'
import { useSending } from '../lib/use-sending.ts'
import { FailedState } from './states/failed-state.tsx'

import styles from './objection-button.module.css'

type Objection = components['schemas']['Objection']

interface ObjectionButtonProps extends Pick<Objection, 'about' | 'subject'> {
  /** The decision in words, as the dialog names it. */
  readonly what: string
}

const LENGTH_MAX = 2000

/** Which of those who answer read an objection, by what it is to. */
const ANSWERERS = {
  assessment: 'people',
  competence: 'people',
  shift: 'shifts',
  request: 'shifts',
  session: 'sessions',
} as const

/** What is over on a day is answered before it. */
const TERMS: Partial<Record<Objection['about'], MessageKey>> = {
  shift: 'objection.term.shift',
  session: 'objection.term.session',
}

/** Objects to a decision about oneself; says so where that has been done and waits for an answer. */
export function ObjectionButton({ about, subject, what }: ObjectionButtonProps): ReactElement {
  const t = useTranslate()
  const [isOpen, setOpen] = useState(false)
  // Kept while the page stands: Escape closes the dialog, and does not throw away what was written.
  const [words, setWords] = useState('')
  const own = api.useQuery('get', '/api/v1/my/objections').data
  useUnsaved(words.trim() !== '')
  const waits = own?.objections.some(
    (one) => one.status === 'open' && one.about === about && one.subject === subject,
  )
  if (waits === true) return <span className={styles['sent']}>{t('objection.sent')}</span>
  return (
    <>
      <Button
        variant="default"
        size="compact-md"
        aria-label={t('objection.objectTo', { what })}
        onClick={() => setOpen(true)}
      >
        {t('objection.object')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={what}
        closeButtonProps={{ 'aria-label': t('action.close') }}
      >
        <ObjectionForm
          about={about}
          subject={subject}
          words={words}
          onWords={setWords}
          onDone={() => {
            setWords('')
            setOpen(false)
          }}
        />
      </Modal>
    </>
  )
}

interface ObjectionFormProps extends Pick<ObjectionButtonProps, 'about' | 'subject'> {
  readonly words: string
  readonly onWords: (words: string) => void
  readonly onDone: () => void
}

function ObjectionForm(props: ObjectionFormProps): ReactElement {
  const { about, subject, words, onWords, onDone } = props
  const t = useTranslate()
  const own = api.useQuery('get', '/api/v1/my/objections').data
  const { problem, isBusy, send } = useSending()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const body = { about, subject, words: words.trim() }
    void send(fetchClient.POST('/api/v1/my/objections', { body }), onDone)
  }
  const names = own?.answerers[ANSWERERS[about]] ?? []
  return (
    <form className={styles['form']} onSubmit={submit}>
      <Textarea
        label={t('objection.words')}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={LENGTH_MAX}
        value={words}
        onChange={(event) => onWords(event.currentTarget.value)}
        data-autofocus
      />
      {own !== undefined && (
        <p className={styles['note']}>
          {t('objection.goesTo', { names: names.join(', ') })}{' '}
          {t(TERMS[about] ?? 'objection.term', { days: own.answerDays })}
        </p>
      )}
      {problem !== null && <FailedState problem={problem} />}
      <Button type="submit" loading={isBusy} disabled={words.trim() === ''}>
        {t('objection.send')}
      </Button>
    </form>
  )
}
