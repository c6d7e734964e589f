import { Button, TextInput } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'
import { useDateText } from '../../lib/use-date-text.ts'
import { useSending } from '../../lib/use-sending.ts'
import { type Assessment, AssessmentResults, changedResults } from './assessment-results.tsx'

import styles from './assessments.module.css'

interface OpenAssessmentsProps {
  /** HR: answers for whoever does not sign in, and decides. */
  readonly canDecide: boolean
}

/** Assessments that wait for somebody: a signature, an answer, a decision. */
export function OpenAssessments({ canDecide }: OpenAssessmentsProps): ReactElement | null {
  const t = useTranslate()
  const open = api.useQuery('get', '/api/v1/assessments', { params: { query: { open: true } } })
  const assessments = open.data?.assessments ?? []
  if (assessments.length === 0) return null
  return (
    <section className={styles['section']} aria-label={t('assess.open')}>
      <h2 className={styles['title']}>{t('assess.open')}</h2>
      <ul className={styles['list']}>
        {assessments.map((one) => (
          <OpenAssessment key={one.id} assessment={one} canDecide={canDecide} />
        ))}
      </ul>
    </section>
  )
}

interface OpenAssessmentProps extends OpenAssessmentsProps {
  readonly assessment: Assessment
}

function OpenAssessment({ assessment, canDecide }: OpenAssessmentProps): ReactElement {
  const t = useTranslate()
  const date = useDateText()
  const { problem, isBusy, send } = useSending()
  const [levels, setLevels] = useState<Readonly<Record<string, number>>>({})
  const { status, evidence, objection } = assessment
  const run = (work: Parameters<typeof send>[0]): void => void send(work)
  return (
    <li>
      <div>
        <b>{assessment.fullName}</b>, {date(assessment.assessedOn)},{' '}
        {t(`assess.method.${assessment.method}`)}, {assessment.assessorName};{' '}
        {t(`assess.status.${status}`)}
        <p className={styles['note']}>{evidence}</p>
        <AssessmentResults
          results={assessment.results}
          levels={levels}
          onLevel={
            canDecide && status === 'disputed'
              ? (code, level) => setLevels({ ...levels, [code]: level })
              : null
          }
        />
        {objection !== null && <p>{t('assess.objection', { text: objection })}</p>}
      </div>
      {status === 'draft' && <DraftActions assessment={assessment} isBusy={isBusy} onRun={run} />}
      {status !== 'draft' && canDecide && (
        <HrActions assessment={assessment} levels={levels} isBusy={isBusy} onRun={run} />
      )}
      {problem !== null && <FailedState problem={problem} />}
    </li>
  )
}

interface ActionsProps {
  readonly assessment: Assessment
  /** Something is on its way: nothing else may be pressed. */
  readonly isBusy: boolean
  readonly onRun: (work: Promise<{ readonly error?: ProblemView | undefined }>) => void
}

interface HrActionsProps extends ActionsProps {
  /** What HR has changed of the levels. */
  readonly levels: Readonly<Record<string, number>>
}

function HrActions({ assessment, levels, isBusy, onRun }: HrActionsProps): ReactElement {
  const t = useTranslate()
  const [words, setWords] = useState('')
  const params = { path: { assessmentId: assessment.id } }
  const answer = (body: { agrees: boolean; objection?: string }) =>
    onRun(fetchClient.POST('/api/v1/assessments/{assessmentId}/answer', { params, body }))
  const resolve = (): void => {
    const results = changedResults(assessment.results, levels)
    const body = { decision: words.trim(), ...(results === null ? {} : { results }) }
    onRun(fetchClient.POST('/api/v1/assessments/{assessmentId}/resolution', { params, body }))
  }
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
        onChange={(event) => setWords(event.currentTarget.value)}
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

function DraftActions({ assessment, isBusy, onRun }: ActionsProps): ReactElement {
  const t = useTranslate()
  const params = { path: { assessmentId: assessment.id } }
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
