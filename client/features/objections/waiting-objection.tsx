import { Button, Textarea } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type ReactElement, useState } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { fetchClient } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useUnsaved } from '../../lib/unsaved.ts'
import { useSending } from '../../lib/use-sending.ts'
import { type Objection, ObjectionWords } from './objection-words.tsx'

import styles from './objections.module.css'

const LENGTH_MAX = 2000

/** An objection that waits: who says what against which decision, and the answer of whoever may give it. */
export function WaitingObjection({ objection }: { readonly objection: Objection }): ReactElement {
  const { operatorId, operatorName, mayAnswer } = objection
  return (
    <li>
      <b>
        <Link to="/people/$operatorId" params={{ operatorId }}>
          {operatorName}
        </Link>
      </b>
      <ObjectionWords objection={objection} />
      {mayAnswer && <AnswerForm objection={objection} />}
    </li>
  )
}

function AnswerForm({ objection }: { readonly objection: Objection }): ReactElement {
  const t = useTranslate()
  const [answer, setAnswer] = useState('')
  const { problem, isBusy, send } = useSending()
  const words = answer.trim()
  useUnsaved(words !== '')
  const reply = (upheld: boolean): void => {
    const params = { path: { objectionId: objection.id } }
    const body = { upheld, answer: words }
    void send(fetchClient.POST('/api/v1/objections/{objectionId}/answer', { params, body }))
  }
  return (
    <div className={styles['form']}>
      <Textarea
        label={t('objection.answer')}
        description={t(`objection.answer.${objection.about}`)}
        autosize
        minRows={2}
        maxLength={LENGTH_MAX}
        value={answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
      {problem !== null && <FailedState problem={problem} />}
      <div className={styles['buttons']}>
        <Button loading={isBusy} disabled={words === ''} onClick={() => reply(true)}>
          {t('objection.uphold')}
        </Button>
        <Button variant="default" disabled={words === '' || isBusy} onClick={() => reply(false)}>
          {t('objection.reject')}
        </Button>
      </div>
    </div>
  )
}
