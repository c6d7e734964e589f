import { Button } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { UnsavedGuard } from '../../components/unsaved-guard.tsx'
import { CertificateList } from '../../features/training/certificate-list.tsx'
import { CourseList } from '../../features/training/course-list.tsx'
import { NeedsList } from '../../features/training/needs-list.tsx'
import { SessionForm } from '../../features/training/session-form.tsx'
import { SessionList } from '../../features/training/session-list.tsx'
import { StepForm } from '../../features/training/step-form.tsx'
import { StepList } from '../../features/training/step-list.tsx'
import { type Need, trainingAnswer } from '../../features/training/training-headline.ts'
import { useTrainingAbilities } from '../../features/training/use-training.ts'
import { api } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { HrSections } from './hr-sections.tsx'

/** Who has to learn what, and is it planned? Then plans, sessions, courses, certificates. */
export function TrainingPage(): ReactElement {
  const t = useTranslate()
  const { canManage, canTeach, canPlace } = useTrainingAbilities()
  const { data, error } = api.useQuery('get', '/api/v1/training-needs')
  const [planning, setPlanning] = useState<Need | null>(null)
  const [isPlacing, setPlacing] = useState(false)
  const needs = data?.needs
  return (
    <>
      <UnsavedGuard />
      <HrSections />
      <PageHeadline
        question={t('training.question')}
        answer={needs === undefined ? null : trainingAnswer(needs, t)}
        actions={
          canPlace && <Button onClick={() => setPlacing(true)}>{t('training.sessions.add')}</Button>
        }
      />
      {error !== null && <FailedState problem={error} />}
      {needs === undefined && error === null && <LoadingState shape="table" />}
      {needs !== undefined && (
        <>
          {isPlacing && <SessionForm needs={needs} onDone={() => setPlacing(false)} />}
          {planning !== null && canTeach && (
            <StepForm
              key={`${planning.operatorId} ${planning.competenceCode}`}
              need={planning}
              onDone={() => setPlanning(null)}
            />
          )}
          <NeedsList needs={needs} onOpen={setPlanning} />
          <br />
          <StepList canTeach={canTeach} />
          <SessionList canPlace={canPlace} canTeach={canTeach} />
          <CourseList canManage={canManage} />
          <CertificateList canManage={canManage} />
        </>
      )}
    </>
  )
}
