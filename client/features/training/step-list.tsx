import { Button, TextInput } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import { useCompetenceNames } from '../../lib/use-competence-names.ts'
import { useDateText } from '../../lib/use-date-text.ts'
import { useSending } from '../../lib/use-sending.ts'
import { type Step, useCourses } from './use-training.ts'

import styles from './training.module.css'

interface StepListProps {
  readonly canTeach: boolean
}

/** Open steps of everybody's plans, the nearest first. */
export function StepList({ canTeach }: StepListProps): ReactElement | null {
  const { t } = useLocale()
  const steps = api.useQuery('get', '/api/v1/development-steps').data?.steps ?? []
  const open = steps.filter(({ status }) => status === 'planned')
  if (open.length === 0) return null
  return (
    <section className={styles['section']} aria-label={t('training.steps')}>
      <h2 className={styles['title']}>{t('training.steps')}</h2>
      <ul className={styles['list']}>
        {open.map((step) => (
          <OpenStep key={step.id} step={step} canTeach={canTeach} />
        ))}
      </ul>
    </section>
  )
}

interface OpenStepProps extends StepListProps {
  readonly step: Step
}

function OpenStep({ step, canTeach }: OpenStepProps): ReactElement {
  const { locale, t } = useLocale()
  const date = useDateText()
  const nameOf = useCompetenceNames()
  const courses = useCourses()
  const { problem, isBusy, send } = useSending()
  const [outcome, setOutcome] = useState('')
  const course = courses.find(({ code }) => code === step.courseCode)
  const how = course?.name[locale] ?? step.mentorName ?? t(`training.way.${step.way}`)
  const end = (status: 'done' | 'cancelled'): void => {
    const params = { path: { stepId: step.id } }
    const body = { status, outcome: outcome.trim() }
    void send(fetchClient.POST('/api/v1/development-steps/{stepId}/end', { params, body }))
  }
  return (
    <li>
      <div className={styles['between']}>
        <span>
          <b>{step.fullName}</b>: {nameOf(step.competenceCode)} → {step.targetLevel},{' '}
          {t(`training.way.${step.way}`)}
          {how !== t(`training.way.${step.way}`) && ` (${how})`},{' '}
          {t('training.until', { date: date(step.dueOn) })}
        </span>
        {canTeach && (
          <span className={styles['line']}>
            <TextInput
              aria-label={`${t('training.outcome')}: ${step.fullName}`}
              placeholder={t('training.outcome')}
              value={outcome}
              onChange={(event) => setOutcome(event.currentTarget.value)}
            />
            <Button
              variant="default"
              disabled={outcome.trim() === ''}
              loading={isBusy}
              onClick={() => end('done')}
            >
              {t('training.step.done')}
            </Button>
            <Button
              variant="subtle"
              disabled={outcome.trim() === ''}
              onClick={() => end('cancelled')}
            >
              {t('training.step.cancel')}
            </Button>
          </span>
        )}
      </div>
      {problem !== null && <FailedState problem={problem} />}
    </li>
  )
}
