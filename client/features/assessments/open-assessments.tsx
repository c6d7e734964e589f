import { Button, TextInput } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import type { components } from '../../api/schema.d.ts'
import { FailedState } from '../../components/states/failed-state.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'
import { useDateText } from '../../lib/use-date-text.ts'
import { useSending } from '../../lib/use-sending.ts'

import styles from './assessments.module.css'

type Assessment = components['schemas']['Assessment']

/** Assessments that wait for somebody: a signature, an answer, a decision. */
export function OpenAssessments(): ReactElement | null {
  const t = useTranslate()
  const open = api.useQuery('get', '/api/v1/assessments', { params: { query: { open: true } } })
  const assessments = open.data?.assessments ?? []
  if (assessments.length === 0) return null
  return (
    <section className={styles['section']} aria-label={t('assess.open')}>
      <h2 className={styles['title']}>{t('assess.open')}</h2>
      <ul className={styles['list']}>
        {assessments.map((one) => (
          <OpenAssessment key={one.id} assessment={one} />
        ))}
      </ul>
    </section>
  )
}

function OpenAssessment({ assessment }: { readonly assessment: Assessment }): ReactElement {
  const t = useTranslate()
  const date = useDateText()
  const { problem, isBusy, send } = useSending()
  const [words, setWords] = useState('')
  const levels = assessment.results.map(({ code, level }) => `${code}: ${level}`).join(', ')
  return (
    <li>
      <span>
        <b>{assessment.fullName}</b>, {date(assessment.assessedOn)},{' '}
        {t(`assess.method.${assessment.method}`)}, {assessment.assessorName};{' '}
        {t(`assess.status.${assessment.status}`)}
        <br />
        <small>
          {levels}
          {assessment.objection !== null && `; ${assessment.objection}`}
        </small>
      </span>
      <AssessmentActions
        assessment={assessment}
        words={words}
        onWords={setWords}
        isBusy={isBusy}
        onRun={(work) => void send(work)}
      />
      {problem !== null && <FailedState problem={problem} />}
    </li>
  )
}

interface ActionsProps {
  readonly assessment: Assessment
  readonly words: string
  readonly onWords: (words: string) => void
  /** Something is on its way: nothing else may be pressed. */
  readonly isBusy: boolean
  readonly onRun: (work: Promise<{ readonly error?: ProblemView | undefined }>) => void
}

function AssessmentActions(props: ActionsProps): ReactElement {
  const { assessment, words, onWords, isBusy, onRun } = props
  const t = useTranslate()
  const params = { path: { assessmentId: assessment.id } }
  const answer = (body: { agrees: boolean; objection?: string }) =>
    onRun(fetchClient.POST('/api/v1/assessments/{assessmentId}/answer', { params, body }))
  if (assessment.status === 'draft')
    return <DraftActions params={params} isBusy={isBusy} onRun={onRun} />
  const resolve = (): void =>
    onRun(
      fetchClient.POST('/api/v1/assessments/{assessmentId}/resolution', {
        params,
        body: { decision: words.trim() },
      }),
    )
  // Whoever signs in answers there; HR answers with the sheet for everybody else.
  const speaksHere = assessment.status === 'signed' && !assessment.signsIn
  const label = t(speaksHere ? 'assess.objectionOrDecision' : 'assess.decision')
  return (
    <span className={styles['line']}>
      {speaksHere && (
        <Button loading={isBusy} onClick={() => answer({ agrees: true })}>
          {t('assess.agree')}
        </Button>
      )}
      <TextInput
        aria-label={label}
        placeholder={label}
        value={words}
        onChange={(event) => onWords(event.currentTarget.value)}
      />
      {speaksHere && (
        <Button
          variant="default"
          loading={isBusy}
          disabled={words.trim() === ''}
          onClick={() => answer({ agrees: false, objection: words.trim() })}
        >
          {t('assess.object')}
        </Button>
      )}
      <Button variant="default" loading={isBusy} disabled={words.trim() === ''} onClick={resolve}>
        {t('assess.resolve')}
      </Button>
    </span>
  )
}

interface DraftActionsProps extends Pick<ActionsProps, 'isBusy' | 'onRun'> {
  readonly params: { readonly path: { readonly assessmentId: string } }
}

function DraftActions({ params, isBusy, onRun }: DraftActionsProps): ReactElement {
  const t = useTranslate()
  return (
    <span className={styles['line']}>
      <Button
        loading={isBusy}
        onClick={() =>
          onRun(fetchClient.POST('/api/v1/assessments/{assessmentId}/signature', { params }))
        }
      >
        {t('assess.sign')}
      </Button>
      <Button
        variant="subtle"
        loading={isBusy}
        onClick={() => onRun(fetchClient.DELETE('/api/v1/assessments/{assessmentId}', { params }))}
      >
        {t('assess.discard')}
      </Button>
    </span>
  )
}
