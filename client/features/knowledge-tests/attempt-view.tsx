import { Button } from '@mantine/core'
import { type ReactElement, useEffect, useState } from 'react'

import type { components } from '../../api/schema.d.ts'
import { FailedState } from '../../components/states/failed-state.tsx'
import { fetchClient } from '../../lib/api.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import { useNow } from '../../lib/use-now.ts'
import { useSending } from '../../lib/use-sending.ts'
import { clockText, secondsLeft } from './attempt-clock.ts'

import styles from './knowledge-tests.module.css'

export type Attempt = components['schemas']['TestAttempt']

interface AttemptViewProps {
  readonly attempt: Attempt
  /** When the attempt was last heard of, epoch milliseconds of the reader's clock. */
  readonly receivedMs: number
}

/** One question at a time, targets for a finger, and the time that is left. */
export function AttemptView({ attempt, receivedMs }: AttemptViewProps): ReactElement {
  const { t } = useLocale()
  const [position, setPosition] = useState(0)
  const { problem, isBusy, send } = useSending()
  const answering = useSending()
  const left = secondsLeft(attempt, { receivedMs, nowMs: useNow(1000) })
  const end = (): void => {
    const params = { path: { attemptId: attempt.id } }
    void send(fetchClient.POST('/api/v1/my/test-attempts/{attemptId}/end', { params }))
  }
  const isOver = left === 0
  useEffect(() => {
    if (isOver) end()
    // Once, when the time is over.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isOver])
  const unanswered = attempt.questions.filter(({ chosen }) => chosen.length === 0).length
  const isLast = position === attempt.questions.length - 1
  return (
    <div className={styles['attempt']}>
      <div className={styles['bar']}>
        <span>{t('tests.questionOf', { number: position + 1, of: attempt.questions.length })}</span>
        <b role="timer" aria-label={t('tests.left')}>
          {clockText(left)}
        </b>
      </div>
      <QuestionJumps attempt={attempt} position={position} onJump={setPosition} />
      <QuestionView key={position} attempt={attempt} position={position} sending={answering} />
      {problem !== null && <FailedState problem={problem} />}
      <div className={styles['bar']}>
        <Button
          size="md"
          variant="default"
          disabled={position === 0}
          onClick={() => setPosition(position - 1)}
        >
          {t('tests.before')}
        </Button>
        {isLast ? (
          // An answer that is still on its way would come too late.
          <Button size="md" loading={isBusy || answering.isBusy} onClick={end}>
            {t('tests.end', { unanswered })}
          </Button>
        ) : (
          <Button size="md" onClick={() => setPosition(position + 1)}>
            {t('tests.next')}
          </Button>
        )}
      </div>
    </div>
  )
}

interface JumpsProps {
  readonly attempt: Attempt
  readonly position: number
  readonly onJump: (position: number) => void
}

function QuestionJumps({ attempt, position, onJump }: JumpsProps): ReactElement {
  const { t } = useLocale()
  return (
    <ol className={styles['jumps']} aria-label={t('tests.jumps')}>
      {attempt.questions.map(({ chosen }, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a question is its position
        <li key={at}>
          <button
            type="button"
            aria-current={at === position}
            data-answered={chosen.length > 0}
            aria-label={t(chosen.length > 0 ? 'tests.jump.answered' : 'tests.jump', {
              number: at + 1,
            })}
            onClick={() => onJump(at)}
          >
            {at + 1}
          </button>
        </li>
      ))}
    </ol>
  )
}

interface QuestionViewProps {
  readonly attempt: Attempt
  readonly position: number
  readonly sending: ReturnType<typeof useSending>
}

function QuestionView({ attempt, position, sending }: QuestionViewProps): ReactElement | null {
  const { locale, t } = useLocale()
  const question = attempt.questions[position]
  const [chosen, setChosen] = useState<readonly number[]>(question?.chosen ?? [])
  const { problem, send } = sending
  if (question === undefined) return null
  const choose = (at: number): void => {
    const next = question.isMultiple
      ? chosen.includes(at)
        ? chosen.filter((one) => one !== at)
        : [...chosen, at]
      : [at]
    setChosen(next)
    const params = { path: { attemptId: attempt.id, position } }
    void send(
      fetchClient.PUT('/api/v1/my/test-attempts/{attemptId}/answers/{position}', {
        params,
        body: { chosen: [...next] },
      }),
    )
  }
  return (
    <fieldset className={styles['asked']}>
      <legend>{question.text[locale]}</legend>
      {question.isMultiple && <p className={styles['note']}>{t('tests.several')}</p>}
      {question.options.map((option, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- an option is its position
        <label key={at} className={styles['choice']}>
          <input
            type={question.isMultiple ? 'checkbox' : 'radio'}
            name={`question-${position}`}
            checked={chosen.includes(at)}
            onChange={() => choose(at)}
          />
          <span>{option[locale]}</span>
        </label>
      ))}
      {problem !== null && <FailedState problem={problem} />}
    </fieldset>
  )
}

/** How an attempt ended, and what comes next: a person decides, not the test. */
export function AttemptEnd({ attempt }: { readonly attempt: Attempt }): ReactElement {
  const { t } = useLocale()
  const left = attempt.attempts - attempt.number
  return (
    <p className={styles['note']}>
      {attempt.passed === true ? t('tests.passed.next') : t('tests.failed.next', { left })}
    </p>
  )
}
