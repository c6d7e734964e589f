import { Button } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactElement, useState } from 'react'

import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { UnsavedGuard } from '../../components/unsaved-guard.tsx'
import { AssessmentForm } from '../../features/assessments/assessment-form.tsx'
import { readAssessmentsSearch } from '../../features/assessments/assessments-search.ts'
import { Assessors } from '../../features/assessments/assessors.tsx'
import { CycleChoice } from '../../features/assessments/cycle-choice.tsx'
import { DueList, type Plan } from '../../features/assessments/due-list.tsx'
import { ExpiryAlerts } from '../../features/assessments/expiry-alerts.tsx'
import { OpenAssessments } from '../../features/assessments/open-assessments.tsx'
import { planAnswer } from '../../features/assessments/plan-headline.ts'
import { Reminders } from '../../features/assessments/reminders.tsx'
import { TraineePermits } from '../../features/trainees/trainee-permits.tsx'
import { api } from '../../lib/api.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { HrSections } from './hr-sections.tsx'

/** Is everybody assessed in time? Who is due, what waits for a signature, whose shifts an expiry touches. */
export function AssessmentsPage(): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const { person = '' } = readAssessmentsSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  const [isWriting, setWriting] = useState(false)
  const { data: plan, error } = api.useQuery('get', '/api/v1/assessment-plan')
  const abilities = useAssessing()
  const { canAssess } = abilities
  const write = (operatorId: string): void =>
    void navigate({ to: '/assessments', search: { person: operatorId } })
  const leave = (): void => {
    setWriting(false)
    void navigate({ to: '/assessments', search: {} })
  }
  return (
    <>
      <UnsavedGuard />
      <HrSections />
      <PageHeadline
        question={t('assess.question')}
        answer={plan === undefined ? null : planAnswer(plan, t, format)}
        actions={canAssess && <Button onClick={() => setWriting(true)}>{t('assess.begin')}</Button>}
      />
      {error !== null && <FailedState problem={error} />}
      {plan === undefined && error === null && <LoadingState shape="table" />}
      {plan !== undefined && (
        <>
          {canAssess && (isWriting || person !== '') && (
            <AssessmentForm key={person} people={plan.people} operatorId={person} onDone={leave} />
          )}
          <Planned plan={plan} {...abilities} onOpen={write} />
        </>
      )}
    </>
  )
}

interface PlannedProps {
  readonly plan: Plan
  readonly canAssess: boolean
  readonly canManage: boolean
  /** Whom reminders were told to. */
  readonly canRead: boolean
  readonly onOpen: (operatorId: string) => void
}

function Planned({ plan, canAssess, canManage, canRead, onOpen }: PlannedProps): ReactElement {
  return (
    <>
      <ExpiryAlerts />
      <TraineePermits />
      {canAssess && <OpenAssessments canDecide={canManage} />}
      <DueList people={plan.people} onOpen={({ operatorId }) => onOpen(operatorId)} />
      {canRead && <Reminders />}
      {canManage && (
        <>
          <br />
          <Assessors />
          <CycleChoice cycle={plan.cycle} />
        </>
      )}
    </>
  )
}

function useAssessing(): {
  readonly canManage: boolean
  readonly canAssess: boolean
  readonly canRead: boolean
} {
  const me = api.useQuery('get', '/api/v1/me').data
  const canManage = me?.abilities.managePeople === true
  const canAssess = canManage || me?.roles.includes('supervisor') === true
  return { canManage, canAssess, canRead: canAssess || me?.roles.includes('head') === true }
}
