import { Button, NativeSelect } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import { useSending } from '../../lib/use-sending.ts'
import type { Question } from './question-draft.ts'
import { QuestionFiles } from './question-files.tsx'
import { QuestionForm } from './question-form.tsx'

import styles from './knowledge-tests.module.css'

interface QuestionBankProps {
  /** The competence to begin with. */
  readonly first: string | undefined
}

/** What may be asked of a competence, with what is right: HR alone sees it. */
export function QuestionBank({ first }: QuestionBankProps): ReactElement {
  const { locale, t } = useLocale()
  const known = api.useQuery('get', '/api/v1/competences').data?.competences ?? []
  const [chosen, setChosen] = useState<string>()
  const [editing, setEditing] = useState<Question | 'new' | 'files' | null>(null)
  const competence = [chosen, first, known[0]?.code].find((code) => code !== undefined) ?? ''
  return (
    <section className={styles['section']} aria-label={t('tests.bank')}>
      <h2 className={styles['title']}>{t('tests.bank')}</h2>
      <div className={styles['line']}>
        <NativeSelect
          label={t('training.competence')}
          value={competence}
          data={known.map(({ code, name }) => ({ value: code, label: name[locale] }))}
          onChange={({ currentTarget }) => {
            setChosen(currentTarget.value)
            setEditing(null)
          }}
        />
        <Button variant="default" onClick={() => setEditing('new')}>
          {t('tests.question.add')}
        </Button>
        <Button variant="default" onClick={() => setEditing('files')}>
          {t('people.files')}
        </Button>
      </div>
      {editing !== null && (
        <Editor competence={competence} editing={editing} onDone={() => setEditing(null)} />
      )}
      {competence !== '' && <Questions competence={competence} onChange={setEditing} />}
    </section>
  )
}

interface EditorProps {
  readonly competence: string
  readonly editing: Question | 'new' | 'files'
  readonly onDone: () => void
}

/** One question, or a whole file of them. */
function Editor({ competence, editing, onDone }: EditorProps): ReactElement {
  if (editing === 'files') return <QuestionFiles onClose={onDone} />
  const before = editing === 'new' ? undefined : editing
  return (
    <QuestionForm
      key={before?.code ?? 'new'}
      competenceCode={competence}
      before={before}
      onDone={onDone}
    />
  )
}

interface QuestionsProps {
  readonly competence: string
  readonly onChange: (question: Question) => void
}

function Questions({ competence, onChange }: QuestionsProps): ReactElement {
  const { t } = useLocale()
  const { data } = api.useQuery('get', '/api/v1/questions', { params: { query: { competence } } })
  const questions = data?.questions ?? []
  if (data !== undefined && questions.length === 0) {
    return <p className={styles['note']}>{t('tests.bank.none')}</p>
  }
  return (
    <ul className={styles['list']}>
      {questions.map((question) => (
        <QuestionLine key={question.code} question={question} onChange={() => onChange(question)} />
      ))}
    </ul>
  )
}

interface QuestionLineProps {
  readonly question: Question
  readonly onChange: () => void
}

function QuestionLine({ question, onChange }: QuestionLineProps): ReactElement {
  const { locale, t } = useLocale()
  const { problem, isBusy, send } = useSending()
  const { code, version, text, options, archived } = question
  const toggle = (): void => {
    const params = { path: { code } }
    const body = { archived: !archived }
    void send(fetchClient.POST('/api/v1/questions/{code}/archive', { params, body }))
  }
  return (
    <li data-archived={archived}>
      <span>
        {text[locale]}{' '}
        <small className={styles['note']}>
          {code}, {t('tests.version', { version })}
        </small>
        <br />
        <small className={styles['note']}>
          {options
            .map(({ text: answer, right }) => `${right ? '✓ ' : ''}${answer[locale]}`)
            .join(' · ')}
        </small>
      </span>
      <span className={styles['line']}>
        {!archived && (
          <Button variant="subtle" onClick={onChange}>
            {t('notices.change')}
          </Button>
        )}
        <Button variant="subtle" loading={isBusy} onClick={toggle}>
          {t(archived ? 'tests.question.restore' : 'catalogue.archive')}
        </Button>
      </span>
      {problem !== null && <FailedState problem={problem} />}
    </li>
  )
}
