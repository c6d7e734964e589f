import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'

import type { components } from '../../api/schema.d.ts'
import { FailedState } from '../../components/states/failed-state.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'
import { useDateText } from '../../lib/use-date-text.ts'

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
  const queries = useQueryClient()
  const [problem, setProblem] = useState<ProblemView | null>(null)
  const [words, setWords] = useState('')
  const run = async (work: Promise<{ readonly error?: ProblemView | undefined }>) => {
    const { error } = await work
    setProblem(error ?? null)
    if (error === undefined) await queries.invalidateQueries()
  }
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
        onRun={(work) => void run(work)}
      />
      {problem !== null && <FailedState problem={problem} />}
    </li>
  )
}

interface ActionsProps {
  readonly assessment: Assessment
  readonly words: string
  readonly onWords: (words: string) => void
  readonly onRun: (work: Promise<{ readonly error?: ProblemView | undefined }>) => void
}

function AssessmentActions({ assessment, words, onWords, onRun }: ActionsProps): ReactElement {
  const t = useTranslate()
  const params = { path: { assessmentId: assessment.id } }
  const answer = (body: { agrees: boolean; objection?: string }) =>
    onRun(fetchClient.POST('/api/v1/assessments/{assessmentId}/answer', { params, body }))
  if (assessment.status === 'draft') return <DraftActions params={params} onRun={onRun} />
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
      {speaksHere && <Button onClick={() => answer({ agrees: true })}>{t('assess.agree')}</Button>}
      <TextInput
        aria-label={label}
        placeholder={label}
        value={words}
        onChange={(event) => onWords(event.currentTarget.value)}
      />
      {speaksHere && (
        <Button
          variant="default"
          disabled={words.trim() === ''}
          onClick={() => answer({ agrees: false, objection: words.trim() })}
        >
          {t('assess.object')}
        </Button>
      )}
      <Button variant="default" disabled={words.trim() === ''} onClick={resolve}>
        {t('assess.resolve')}
      </Button>
    </span>
  )
}

interface DraftActionsProps extends Pick<ActionsProps, 'onRun'> {
  readonly params: { readonly path: { readonly assessmentId: string } }
}

function DraftActions({ params, onRun }: DraftActionsProps): ReactElement {
  const t = useTranslate()
  return (
    <span className={styles['line']}>
      <Button
        onClick={() =>
          onRun(fetchClient.POST('/api/v1/assessments/{assessmentId}/signature', { params }))
        }
      >
        {t('assess.sign')}
      </Button>
      <Button
        variant="subtle"
        onClick={() => onRun(fetchClient.DELETE('/api/v1/assessments/{assessmentId}', { params }))}
      >
        {t('assess.discard')}
      </Button>
    </span>
  )
}
